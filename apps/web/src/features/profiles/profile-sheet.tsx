import { Text, Title } from '@mantine/core';
import { STYLE_ITEMS } from '@trellis/domain/profiles/fields';
import type { ProfileView } from '@trellis/domain/profiles/views';
import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useTerms } from '../../api/use-terms.ts';
import styles from './profiles.module.css';

/** A profile to read: what is blank, or not shown to whoever reads, is left out. */
export function ProfileSheet(props: { profile: ProfileView }) {
  const t = useTranslations('profiles');
  const locale = useLocale();
  const terms = useTerms();
  const { profile } = props;
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  const list = new Intl.ListFormat(locale, { type: 'unit' });
  // The middle says nothing: both ends are fine.
  const styleInWords = ({ style }: ProfileView): string[] =>
    STYLE_ITEMS.flatMap((item) => {
      const answer = style[item];
      if (answer === undefined || answer === 3) return [];
      const [left, right] = [t(`style.${item}.left`), t(`style.${item}.right`)];
      return [t(`answers.${answer as 1 | 2 | 4 | 5}`, { left, right })];
    });
  const facts: [label: string, value: ReactNode][] = [
    [t('sheet.about'), profile.about],
    [t('sheet.country'), profile.country && countries.of(profile.country)],
    [t('sheet.employer'), profile.employer],
    [t('sheet.languages'), list.format(profile.languages.map((tag) => languages.of(tag) ?? tag))],
    [
      t('sheet.skills'),
      list.format(
        profile.skills.map(({ termId, level }) =>
          level === null
            ? terms.name(termId)
            : t('withLevel', { name: terms.name(termId), level: t(`levels.${level}`) }),
        ),
      ),
    ],
    [
      t('sheet.industries'),
      list.format(
        profile.industries.map(({ termId, years }) =>
          years === null ? terms.name(termId) : t('withYears', { name: terms.name(termId), years }),
        ),
      ),
    ],
    [t('sheet.career'), profile.career.length > 0 && <CareerList career={profile.career} />],
    [t('sheet.style'), list.format(styleInWords(profile))],
    [t('sheet.boundaries'), profile.boundaries],
    [t('sheet.hours'), profile.hours.length > 0 && t('hoursSaid')],
  ];
  const said = facts.filter(([, value]) => value !== null && value !== '' && value !== false);
  return (
    <div>
      <Title order={3} size="h4">
        {profile.displayName}
      </Title>
      {profile.headline && <Text mb="sm">{profile.headline}</Text>}
      {said.length === 0 && <Text c="dimmed">{t('nothingShown')}</Text>}
      <dl className={styles.facts}>
        {said.map(([label, value]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd style={{ whiteSpace: 'pre-line' }}>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function CareerList(props: { career: ProfileView['career'] }) {
  const t = useTranslations('profiles');
  const terms = useTerms();
  return (
    <ul className={styles.list}>
      {props.career.map(({ id, occupationId, industryId, employer, fromYear, toYear }) => {
        const what = [
          occupationId && terms.name(occupationId),
          employer,
          industryId && terms.name(industryId),
        ]
          .filter(Boolean)
          .join(' · ');
        const years =
          fromYear === null
            ? null
            : toYear === null
              ? t('since', { fromYear: String(fromYear) })
              : `${fromYear}–${toYear}`;
        return <li key={id}>{[what, years].filter(Boolean).join(', ')}</li>;
      })}
    </ul>
  );
}
