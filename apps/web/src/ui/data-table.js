import { Button, Group, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import styles from './data-table.module.css';
import { nextSort, sortRows } from './data-table-rows.ts';
import { TableCards } from './table-cards.tsx';
import { TableGrid } from './table-grid.tsx';
import { useRowSelection } from './use-row-selection.ts';
/**
 * A list of things with the same parts: sortable, with a header that stays, cards on a phone, and rows that can be
 * selected with mouse and keyboard. Paging is by "show more", so that the browser's own search finds what is shown.
 */
export function DataTable(props) {
  const t = useTranslations('shell.ui');
  const locale = useLocale();
  const pageSize = props.pageSize ?? 100;
  const narrow = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false });
  const [sort, setSort] = useState(props.defaultSort ?? null);
  const [limit, setLimit] = useState(pageSize);
  const sorted = sortRows(props.rows, props.columns, sort, locale);
  const shown = sorted.slice(0, limit);
  const selected = props.selected ?? new Set();
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
