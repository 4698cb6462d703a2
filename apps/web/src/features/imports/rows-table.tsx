import { Text } from '@mantine/core';
import type { Change, Outcome, RowOutcome } from '@trellis/domain/imports/changes';
import { WEEKDAY_NAMES } from '@trellis/domain/notations/weekday-words';
import { useLocale, useTranslations } from 'use-intl';
import { DataTable } from '../../ui/data-table.tsx';
import styles from './imports.module.css';

/** Rows with what becomes of them, field by field. */
export function RowsTable(props: { rows: readonly RowOutcome[]; total: number; outcome: Outcome }) {
  const t = useTranslations('imports.rows');
  return (
    <>
      <DataTable
        caption={t('caption')}
        rows={props.rows}
        rowKey={({ line }) => String(line)}
        rowName={({ name }) => name}
        pageSize={props.outcome === 'created' ? 10 : 25}
        columns={[
          { key: 'line', header: t('line'), cell: ({ line }) => line, sortBy: ({ line }) => line },
          {
            key: 'name',
            header: t('name'),
            cell: ({ name }) => <Text fw={600}>{name}</Text>,
            sortBy: ({ name }) => name,
            onCard: 'title',
          },
          ...(props.outcome === 'created' || props.outcome === 'changed'
            ? [
                {
                  key: 'changes',
                  header: t('changes'),
                  cell: ({ changes }: RowOutcome) => <Changes changes={changes} />,
                  onCard: 'title' as const,
                },
              ]
            : []),
        ]}
        empty={<Text c="dimmed">{t('none')}</Text>}
      />
      {props.total > props.rows.length && (
        <Text size="sm" c="dimmed">
          {t('more', { shown: props.rows.length, total: props.total })}
        </Text>
      )}
    </>
  );
}

function Changes(props: { changes: readonly Change[] }) {
  const t = useTranslations('imports');
  const words = useChangeWords();
  return (
    <dl className={styles.changes}>
      {props.changes
        .filter(({ field }) => field !== 'name' || props.changes.length === 1)
        .map((change) => (
          <div key={change.field} style={{ display: 'contents' }}>
            <dt>{t(`fields.${change.field}`)}</dt>
            <dd>
              {change.from !== null && (
                <>
                  <del>{words(change, change.from)}</del>
                  {' → '}
                </>
              )}
              <ins>{change.to === null ? t('rows.blank') : words(change, change.to)}</ins>
            </dd>
          </div>
        ))}
    </dl>
  );
}

/** Codes of countries, languages and states in words. */
function useChangeWords(): (change: Change, value: string) => string {
  const t = useTranslations('imports');
  const locale = useLocale();
  return ({ field }, value) => {
    if (field === 'country') return new Intl.DisplayNames([locale], { type: 'region' }).of(value) ?? value;
    if (field === 'languages') {
      const names = new Intl.DisplayNames([locale], { type: 'language' });
      return value
        .split('; ')
        .map((code) => names.of(code) ?? code)
        .join(', ');
    }
    if (field === 'hours') return weekIn(locale, value);
    const state = STATES.find((known) => known === value);
    if ((field === 'offer' || field === 'request' || field === 'status' || field === 'membership') && state)
      return t(`states.${state}`);
    const roles = value.split('; ').map((role) => ROLE_WORDS.find((known) => known === role));
    if (field === 'roles') return roles.map((role) => (role ? t(`roles.${role}`) : value)).join(', ');
    return value;
  };
}

const STATES = ['active', 'draft', 'open', 'paused', 'closed', 'served', 'withdrawn'] as const;
const ROLE_WORDS = ['mentee', 'mentor', 'consultant', 'coordinator', 'admin'] as const;

/** Hours as a sheet has them, with the names of days in this language. 1 January 2024 was a Monday. */
function weekIn(locale: string, hours: string): string {
  const day = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return WEEKDAY_NAMES.reduce(
    (words, name, at) => words.replaceAll(name, day.format(Date.UTC(2024, 0, 1 + at))),
    // A word joiner on both sides keeps the two ends on one line.
    hours.replaceAll('-', '\u2060–\u2060'),
  );
}
