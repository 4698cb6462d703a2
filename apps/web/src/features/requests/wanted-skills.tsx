import { SegmentedControl, Stack, Text } from '@mantine/core';
import type { RequestView } from '@trellis/domain/requests/views';
import { useTranslations } from 'use-intl';
import { termIdsOf, type useTerms } from '../../api/use-terms.ts';
import type { Whose } from '../../api/whose.ts';
import { TagPicker } from '../../ui/tag-picker.tsx';
import styles from './wanted-skills.module.css';

type Skills = RequestView['skills'];

/** Skills looked for; each is nice to have unless one says that it must be there. */
export function WantedSkills(props: {
  value: Skills;
  onChange: (value: Skills) => void;
  max: number;
  terms: ReturnType<typeof useTerms>;
  voice: Whose['voice'];
}) {
  const t = useTranslations('requests');
  const { value, terms } = props;
  return (
    <Stack gap="xs">
      <TagPicker
        label={t(`${props.voice}.skills`)}
        options={terms.options('skill')}
        value={terms.tags(value.map(({ termId }) => termId))}
        onChange={(tags) =>
          props.onChange(
            termIdsOf(tags).map(
              (termId) => value.find((one) => one.termId === termId) ?? { termId, need: 'nice' },
            ),
          )
        }
        max={props.max}
      />
      {value.length > 0 && (
        <>
          <Text size="sm" c="dimmed">
            {t('mustHint')}
          </Text>
          <ul className={styles.list}>
            {value.map(({ termId, need }) => (
              <li key={termId} className={styles.skill}>
                <span>{terms.name(termId)}</span>
                <SegmentedControl
                  size="xs"
                  aria-label={t('needOf', { skill: terms.name(termId) })}
                  value={need}
                  onChange={(chosen) =>
                    props.onChange(
                      value.map((one) =>
                        one.termId === termId ? { termId, need: chosen === 'must' ? 'must' : 'nice' } : one,
                      ),
                    )
                  }
                  data={[
                    { value: 'nice', label: t('nice') },
                    { value: 'must', label: t('must') },
                  ]}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </Stack>
  );
}
