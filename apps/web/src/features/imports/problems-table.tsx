import { Text } from '@mantine/core';
import type { ImportProblem } from '@trellis/domain/imports/problems';
import { useTranslations } from 'use-intl';
import { DataTable } from '../../ui/data-table.tsx';

/** Every problem with its place and its reason in words. */
export function ProblemsTable(props: { problems: readonly ImportProblem[]; total: number }) {
  const t = useTranslations('imports');
  const rows = props.problems.map((problem, place) => ({ ...problem, place }));
  const where = ({ column, field }: ImportProblem) =>
    column ?? (field ? t(`fields.${field}`) : t('problems.wholeRow'));
  return (
    <>
      <DataTable
        caption={t('problems.caption')}
        rows={rows}
        rowKey={({ place }) => String(place)}
        rowName={({ line }) => String(line)}
        pageSize={50}
        columns={[
          { key: 'line', header: t('rows.line'), cell: ({ line }) => line, sortBy: ({ line }) => line },
          { key: 'column', header: t('problems.column'), cell: where, sortBy: where },
          { key: 'value', header: t('problems.value'), cell: ({ value }) => value },
          {
            key: 'why',
            header: t('problems.why'),
            cell: ({ code, number, suggestion }) => (
              <>
                {t(`problems.codes.${code}`, { number: number ?? 0 })}
                {suggestion !== null && <> {t('problems.perhaps', { suggestion })}</>}
              </>
            ),
            onCard: 'title',
          },
        ]}
        empty={<Text c="dimmed">{t('problems.none')}</Text>}
      />
      {props.total > rows.length && (
        <Text size="sm" c="dimmed">
          {t('rows.more', { shown: rows.length, total: props.total })}
        </Text>
      )}
    </>
  );
}
