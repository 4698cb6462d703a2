import { plainCell } from '../exports/csv.ts';
import { aliasKey } from '../taxonomy/alias-key.ts';

/** One row as a spreadsheet shows it: `line` 1 is the sheet's first row. Cells are trimmed, an export's escapes undone; blanks are ''. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A table read from a file. Columns are known by their place: headers may repeat or be named `__proto__`. */
export interface Sheet {
  readonly headers: readonly string[];
  readonly rows: readonly SheetRow[];
}

/**
 * Takes the first row with anything in it as headers, drops empty rows and columns that are empty throughout.
 * @param lines every row of the file, the first one being line 1
 */
export const sheetOf = (lines: readonly (readonly string[])[]): Sheet => {
  const filled = lines
    .map((cells, index) => ({ line: index + 1, cells: cells.map((cell) => plainCell(cell.trim())) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const width = filled.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const columns = Array.from({ length: width }, (_, column) => column).filter((column) =>
    filled.some(({ cells }) => (cells[column] ?? '') !== ''),
  );
  const [head, ...rows] = filled.map(({ line, cells }) => ({
    line,
    cells: columns.map((column) => cells[column] ?? ''),
  }));
  return { headers: head?.cells ?? [], rows };
};

/** Sheets with the same headers in the same order have the same signature: choices made for one fit the other. */
export const headerSignature = (sheet: Pick<Sheet, 'headers'>): string =>
  JSON.stringify(sheet.headers.map(aliasKey));
