import { z } from 'zod';
import { text } from '../text.ts';
import { ImportField, mayHaveSeveralColumns } from './fields.ts';
import { MOST_COLUMNS } from './limits.ts';
import { SEPARATORS } from './lists.ts';

/** What one column means; null leaves it out. */
export const ColumnMeaning = z.strictObject({
  field: ImportField.nullable(),
  /** The sign that parts lists in its cells; null decides by what is there. */
  separator: z.enum(SEPARATORS).nullable(),
});
export type ColumnMeaning = z.infer<typeof ColumnMeaning>;

/** How a sheet is read: one meaning a column, by place. */
export const ImportMapping = z.strictObject({
  columns: z.array(ColumnMeaning).max(MOST_COLUMNS),
  /** Whose ids the sheet's own ids are: the same number in two sources is two people. */
  source: text(120),
});
export type ImportMapping = z.infer<typeof ImportMapping>;

/** The columns of a field; where it may have only one, the later ones are not read. */
export const columnsOf = (mapping: ImportMapping, field: ImportField): readonly number[] => {
  const all = mapping.columns.flatMap((meaning, column) => (meaning.field === field ? [column] : []));
  return mayHaveSeveralColumns(field) ? all : all.slice(0, 1);
};
