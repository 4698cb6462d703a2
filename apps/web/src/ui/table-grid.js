import { Checkbox, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import styles from './data-table.module.css';
/** The wide form of DataTable. */
export function TableGrid(props) {
  const t = useTranslations('shell.ui');
  const { selection, columns, rows } = props;
  return (
    <table className={styles.table}>
      <caption>
        <VisuallyHidden>
          {props.caption}
          {selection && ` ${t('tableKeys')}`}
        </VisuallyHidden>
      </caption>
      <thead>
        <tr>
          {selection && (
            <th scope="col" className={styles.check}>
              <Checkbox
                aria-label={t('tableSelectAll')}
                checked={props.allSelected}
                indeterminate={props.someSelected && !props.allSelected}
                onChange={(event) => selection.setAll(event.currentTarget.checked)}
              />
            </th>
          )}
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              data-align={column.align}
              {...(props.sort?.key === column.key ? { 'aria-sort': props.sort.direction } : {})}
            >
              {column.sortBy ? (
                <UnstyledButton className={styles.sort} onClick={() => props.onSort(column.key)}>
                  {column.header}
                  <SortSign direction={props.sort?.key === column.key ? props.sort.direction : null} />
                </UnstyledButton>
              ) : (
                column.header
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const key = props.rowKey(row);
          return (
            <tr key={key} data-selected={selection?.isSelected(key) || undefined}>
              {selection && (
                <td className={styles.check}>
                  <RowCheckbox rowKey={key} name={props.rowName(row)} selection={selection} />
                </td>
              )}
              {columns.map((column) => (
                <td key={column.key} data-align={column.align}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
/** The checkbox of one row, with the keys of the selection. */
export function RowCheckbox(props) {
  const t = useTranslations('shell.ui');
  const { selection, rowKey } = props;
  return (
    <Checkbox
      data-row={rowKey}
      aria-label={t('tableSelectRow', { row: props.name })}
      checked={selection.isSelected(rowKey)}
      onChange={() => {}}
      onClick={(event) => selection.onClick(event, rowKey)}
      onKeyDown={(event) => selection.onKeyDown(event, rowKey)}
    />
  );
}
function SortSign(props) {
  const Icon = props.direction === null ? IconArrowsSort : SIGNS[props.direction];
  return (
    <Icon
      size={15}
      aria-hidden="true"
      className={styles.sign}
      data-active={props.direction !== null || undefined}
    />
  );
}
const SIGNS = { ascending: IconArrowUp, descending: IconArrowDown };
