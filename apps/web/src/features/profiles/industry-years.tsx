import { NumberInput, Stack } from '@mantine/core';
import { MOST_OWN_INDUSTRIES } from '@trellis/domain/profiles/inputs';
import { useTranslations } from 'use-intl';
import { termIdsOf, type useTerms } from '../../api/use-terms.ts';
import { TagPicker } from '../../ui/tag-picker.tsx';
import styles from './profiles.module.css';
import type { ProfileDraft } from './use-profile-draft.ts';

/** Industries known from the inside, and for how many years; the years may stay blank. */
export function IndustryYears(props: { draft: ProfileDraft; terms: ReturnType<typeof useTerms> }) {
  const t = useTranslations('profiles');
  const { draft, terms } = props;
  const { industries } = draft.profile;
  return (
    <Stack gap="xs">
      <TagPicker
        label={t(`${draft.whose.voice}.fields.industries`)}
        options={terms.options('industry')}
        value={terms.tags(industries.map(({ termId }) => termId))}
        onChange={(tags) =>
          draft.set({
            industries: termIdsOf(tags).map(
              (termId) => industries.find((one) => one.termId === termId) ?? { termId, years: null },
            ),
          })
        }
        max={MOST_OWN_INDUSTRIES}
      />
      {industries.length > 0 && (
        <ul className={styles.list}>
          {industries.map(({ termId, years }) => (
            <li key={termId} className={styles.line}>
              <span>{terms.name(termId)}</span>
              <NumberInput
                size="sm"
                maw={140}
                aria-label={t('yearsIn', { industry: terms.name(termId) })}
                placeholder={t('years')}
                min={0}
                max={80}
                clampBehavior="strict"
                allowDecimal={false}
                hideControls
                value={years ?? ''}
                onChange={(value) =>
                  draft.set({
                    industries: industries.map((one) =>
                      one.termId === termId
                        ? { termId, years: typeof value === 'number' ? value : null }
                        : one,
                    ),
                  })
                }
              />
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}
