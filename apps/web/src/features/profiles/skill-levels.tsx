import { Select, Stack } from '@mantine/core';
import { SKILL_LEVELS, type SkillLevel } from '@trellis/domain/profiles/fields';
import { MOST_OWN_SKILLS } from '@trellis/domain/profiles/inputs';
import { useTranslations } from 'use-intl';
import { termIdsOf, type useTerms } from '../../api/use-terms.ts';
import { TagPicker } from '../../ui/tag-picker.tsx';
import styles from './profiles.module.css';
import type { ProfileDraft } from './use-profile-draft.ts';

const NOT_SAID = '';

/** What somebody can do, and how well; the level may stay blank. */
export function SkillLevels(props: { draft: ProfileDraft; terms: ReturnType<typeof useTerms> }) {
  const t = useTranslations('profiles');
  const { draft, terms } = props;
  const { skills } = draft.profile;
  return (
    <Stack gap="xs">
      <TagPicker
        label={t(`${draft.whose.voice}.fields.skills`)}
        options={terms.options('skill')}
        value={terms.tags(skills.map(({ termId }) => termId))}
        onChange={(tags) =>
          draft.set({
            skills: termIdsOf(tags).map(
              (termId) => skills.find((one) => one.termId === termId) ?? { termId, level: null },
            ),
          })
        }
        max={MOST_OWN_SKILLS}
      />
      {skills.length > 0 && (
        <ul className={styles.list}>
          {skills.map(({ termId, level }) => (
            <li key={termId} className={styles.line}>
              <span>{terms.name(termId)}</span>
              <Select
                size="sm"
                aria-label={t('levelOf', { skill: terms.name(termId) })}
                data={[
                  { value: NOT_SAID, label: t('notSaid') },
                  ...SKILL_LEVELS.map((value) => ({ value: String(value), label: t(`levels.${value}`) })),
                ]}
                allowDeselect={false}
                value={level === null ? NOT_SAID : String(level)}
                onChange={(value) =>
                  draft.set({
                    skills: skills.map((one) =>
                      one.termId === termId
                        ? { termId, level: value === NOT_SAID ? null : (Number(value) as SkillLevel) }
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
