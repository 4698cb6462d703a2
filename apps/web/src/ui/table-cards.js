import { ActionIcon, Group, NativeSelect } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import styles from './data-table.module.css';
import { RowCheckbox } from './table-grid.tsx';
/** The narrow form of DataTable: one card a row, and the order chosen above. */
export function TableCards(props) {
  const t = useTranslations('shell.ui');
  const { columns, selection, sort } = props;
  const sortable = columns.filter((column) => column.sortBy);
  const titles = columns.filter((column) => column.onCard === 'title');
  const lines = columns.filter((column) => (column.onCard ?? 'line') === 'line');
  const ascending = sort?.direction !== 'descending';
  return (
    <>
      {sortable.length > 0 && (
        <Group gap="xs" mb="sm" align="end">
          <NativeSelect
            flex={1}
            label={t('tableSortBy')}
            value={sort?.key ?? ''}
            data={[
              ...(sort ? [] : [{ value: '', label: '–' }]),
              ...sortable.map((column) => ({ value: column.key, label: column.header })),
            ]}
            onChange={(event) => props.onSort({ key: event.currentTarget.value, direction: 'ascending' })}
          />
          <ActionIcon
            size={42}
            variant="default"
            disabled={!sort}
            aria-label={ascending ? t('tableDescending') : t('tableAscending')}
            onClick={() =>
              sort && props.onSort({ key: sort.key, direction: ascending ? 'descending' : 'ascending' })
            }
          >
            {ascending ? <IconArrowDown size={18} /> : <IconArrowUp size={18} />}
          </ActionIcon>
        </Group>
      )}
      <ul aria-label={props.caption} className={styles.cards}>
        {props.rows.map((row) => {
          const key = props.rowKey(row);
          return (
            <li key={key} className={styles.card} data-selected={selection?.isSelected(key) || undefined}>
              <div className={styles.cardHead}>
                {selection && <RowCheckbox rowKey={key} name={props.rowName(row)} selection={selection} />}
                <div className={styles.cardTitle}>
                  {titles.map((column) => (
                    <div key={column.key}>{column.cell(row)}</div>
                  ))}
                </div>
              </div>
              <dl className={styles.cardLines}>
                {lines.map((column) => (
                  <div key={column.key} className={styles.cardLine}>
                    <dt>{column.header}</dt>
                    <dd>{column.cell(row)}</dd>
                  </div>
                ))}
              </dl>
            </li>
          );
        })}
      </ul>
    </>
  );
}
