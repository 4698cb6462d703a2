import type { Cell } from './cells.ts';
import { isBlank, parseCount, parseFlag, parseText } from './cells.ts';
import type { ImportField } from './fields.ts';
import { isListField } from './fields.ts';
import { MOST_CELL_LENGTH } from './limits.ts';
import { parseList } from './lists.ts';
import { columnsOf, type ImportMapping } from './mapping.ts';
import type { ImportProblem, ImportProblemCode } from './problems.ts';
import type { Sheet, SheetRow } from './sheet.ts';

/** Longest texts, in characters; longer ones are problems and never cut. */
const MOST_LETTERS: Partial<Record<ImportField, number>> = {
  about: 4000,
  boundaries: 2000,
  note: 4000,
  job_title: 300,
  email: 254,
  time_zone: 64,
};
const MOST_LETTERS_OF_OTHERS = 200;

const MOST_COUNT = { capacity: 1000, hours_per_month: 200, years: 70 } as const;

/** One row as typed values. Blanks are null, or empty lists: they change nothing. */
export interface RowReading {
  readonly line: number;
  readonly texts: Readonly<Partial<Record<ImportField, string>>>;
  readonly lists: Readonly<Partial<Record<ImportField, readonly string[]>>>;
  readonly counts: {
    readonly capacity: number | null;
    readonly hours_per_month: number | null;
    readonly years: number | null;
  };
  readonly flags: { readonly disabled: boolean | null; readonly matched: boolean | null };
  readonly problems: readonly ImportProblem[];
}

/** In a list, a word for nothing is no value; alone in a number's cell it is zero. */
const NONE = new Set(['none', 'nothing', 'keine', 'nichts', 'aucun', 'ninguno', 'nessuno', 'nenhum']);

const FLAGS = ['disabled', 'matched'] as const;
const COUNTS = ['capacity', 'hours_per_month', 'years'] as const;

const shorten = (value: string): string => (value.length > 80 ? `${value.slice(0, 79)}…` : value);

export const problemAt = (
  line: number,
  code: ImportProblemCode,
  where: {
    readonly column?: string;
    readonly field?: ImportField;
    readonly value?: string;
    readonly number?: number;
  } = {},
): ImportProblem => ({
  line,
  column: where.column ?? null,
  field: where.field ?? null,
  value: shorten(where.value ?? ''),
  code,
  number: where.number ?? null,
});

/** Reads sheets of one layout: which columns are what is looked up once, not per row. */
export const rowReader = (
  sheet: Pick<Sheet, 'headers'>,
  mapping: ImportMapping,
): ((row: SheetRow) => RowReading) => {
  const fields = [...new Set(mapping.columns.map(({ field }) => field).filter((field) => field !== null))];
  const places = fields.map((field) => ({ field, columns: columnsOf(mapping, field) }));
  return (row) => {
    const problems: ImportProblem[] = [];
    const take = <T>(field: ImportField, column: number, cell: Cell<T>): T | null => {
      if (cell.ok) return cell.value;
      const value = row.cells[column]!;
      problems.push(problemAt(row.line, cell.code, { column: sheet.headers[column]!, field, value }));
      return null;
    };
    const texts: Partial<Record<ImportField, string>> = {};
    const lists: Partial<Record<ImportField, readonly string[]>> = {};
    const counts: { -readonly [K in keyof RowReading['counts']]: number | null } = {
      capacity: null,
      hours_per_month: null,
      years: null,
    };
    const flags: { -readonly [K in keyof RowReading['flags']]: boolean | null } = {
      disabled: null,
      matched: null,
    };
    for (const { field, columns } of places) {
      const count = COUNTS.find((name) => name === field);
      const flag = FLAGS.find((name) => name === field);
      for (const column of columns) {
        const cell = row.cells[column] ?? '';
        if (cell === '') continue;
        if (count) counts[count] = take(field, column, parseCount(cell, MOST_COUNT[count]));
        else if (flag) flags[flag] = take(field, column, parseFlag(cell));
        else if (isListField(field)) {
          const whole = take(field, column, parseText(cell, MOST_CELL_LENGTH));
          if (whole === null) continue;
          const values = parseList(whole, mapping.columns[column]!.separator).filter(
            (value) => !isBlank(value) && !NONE.has(value.toLowerCase()),
          );
          const short = values.filter(
            (value) => take(field, column, parseText(value, MOST_LETTERS_OF_OTHERS)) !== null,
          );
          lists[field] = [...new Set([...(lists[field] ?? []), ...short])];
        } else if (!isBlank(cell)) {
          const text = take(field, column, parseText(cell, MOST_LETTERS[field] ?? MOST_LETTERS_OF_OTHERS));
          if (text !== null) texts[field] = text;
        }
      }
    }
    return { line: row.line, texts, lists, counts, flags, problems };
  };
};
