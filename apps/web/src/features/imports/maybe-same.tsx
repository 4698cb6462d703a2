import { Select, Text, Title } from '@mantine/core';
import type { ImportPreview } from '@trellis/domain/imports/views';
import { useLocale, useTranslations } from 'use-intl';
import styles from './imports.module.css';
import type { ImportState } from './use-import.ts';

/** Rows that may be about somebody of the same name: only a person can tell. */
export function MaybeSame(props: { state: ImportState; maybe: ImportPreview['maybe'] }) {
  const t = useTranslations('imports.maybe');
  const countries = new Intl.DisplayNames([useLocale()], { type: 'region' });
  const { state } = props;
  return (
    <div>
      <Title order={3} size="h4">
        {t('title')}
      </Title>
      <ul className={styles.lines}>
        {props.maybe.map(({ line, name, candidates }) => (
          <li key={line} className={styles.line}>
            <Text>{t('row', { line, name })}</Text>
            <Select
              aria-label={t('who', { name })}
              allowDeselect={false}
              data={[
                { value: 'new', label: t('somebodyNew') },
                ...candidates.map((one) => ({
                  value: String(one.memberId),
                  label: one.country
                    ? t('memberOf', { name: one.name, country: countries.of(one.country) ?? '' })
                    : one.name,
                })),
              ]}
              value="new"
              onChange={(value) => {
                const memberId = candidates.find((one) => one.memberId === value)?.memberId ?? null;
                state.decide({ ...state.decisions, people: [...state.decisions.people, { line, memberId }] });
              }}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
