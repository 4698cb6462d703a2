import { Button, Group, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import styles from './data-table.module.css';
import { nextSort, type Sort, sortRows } from './data-table-rows.ts';
import { TableCards } from './table-cards.tsx';
import { TableGrid } from './table-grid.tsx';
import { useRowSelection } from './use-row-selection.ts';

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Makes the column sortable. Null comes last. */
  sortBy?: (row: Row) => string | number | null;
  /** Numbers stand at the end, so that digits line up. */
  align?: 'end';
  /** On a phone a row becomes a card: this column is its title, a line with its header (default), or left out. */
  onCard?: 'title' | 'line' | 'hidden';
}

export interface DataTableProps<Row> {
  /** Says what the table lists; read out, not shown. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Names a row, e.g. for "Select Ada". */
  rowName: (row: Row) => string;
  /** Shown instead of an empty table, e.g. an EmptyState. */
  empty: ReactNode;
  defaultSort?: Sort;
  /** Keys of selected rows; with `onSelect` every row gets a checkbox. */
  selected?: ReadonlySet<string>;
  onSelect?: (selected: Set<string>) => void;
  /** What can be done with the selected rows; shown while there are any. */
  selectionActions?: ReactNode;
  /** So many rows are shown at first, and so many more on demand. */
  pageSize?: number;
}

/**
 * A list of things with the same parts: sortable, with a header that stays, cards on a phone, and rows that can be
 * selected with mouse and keyboard. Paging is by "show more", so that the browser's own search finds what is shown.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const t = useTranslations('shell.ui');
  const locale = useLocale();
  const pageSize = props.pageSize ?? 100;
  const narrow = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false });
  const [sort, setSort] = useState<Sort | null>(props.defaultSort ?? null);
  const [limit, setLimit] = useState(pageSize);

  const sorted = sortRows(props.rows, props.columns, sort, locale);
  const shown = sorted.slice(0, limit);
  const selected = props.selected ?? new Set<string>();
  const selection = useRowSelection(shown.map(props.rowKey), selected, (next) => props.onSelect?.(next));
  if (props.rows.length === 0) return props.empty;

  const view = {
    ...props,
    rows: shown,
    sort,
    selection: props.onSelect ? selection : null,
    allSelected: shown.every((row) => selected.has(props.rowKey(row))),
    someSelected: selected.size > 0,
  };
  const left = props.rows.length - shown.length;
  return (
    <div data-rows>
      {props.onSelect && (
        <div className={styles.bar} data-active={selected.size > 0 || undefined}>
          <Text size="sm" role="status">
            {t('tableSelected', { count: selected.size })}
          </Text>
          {selected.size > 0 && (
            <>
              <Button size="compact-sm" variant="subtle" onClick={() => props.onSelect?.(new Set())}>
                {t('tableClear')}
              </Button>
              <Group gap="xs" ml="auto">
                {props.selectionActions}
              </Group>
            </>
          )}
        </div>
      )}
      {narrow ? (
        <TableCards {...view} onSort={setSort} />
      ) : (
        <TableGrid {...view} onSort={(key) => setSort(nextSort(sort, key))} />
      )}
      {left > 0 && (
        <Group justify="center" mt="md">
          <Text size="sm" c="dimmed">
            {t('tableShown', { shown: shown.length, total: props.rows.length })}
          </Text>
          <Button variant="default" onClick={() => setLimit(limit + pageSize)}>
            {t('tableMore', { count: Math.min(left, pageSize) })}
          </Button>
        </Group>
      )}
    </div>
  );
}
