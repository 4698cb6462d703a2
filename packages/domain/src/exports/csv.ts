/** UTF-8's mark at the beginning of a file, by which spreadsheets know the encoding. */
export const BYTE_ORDER_MARK = '\ufeff';

/** What a spreadsheet would run as a formula (OWASP, CSV injection). */
const RUNS = /^[=+\-@\t\r]/;

/**
 * A cell that a spreadsheet shows and never runs: a leading apostrophe is put before what looks like a formula, and
 * before what looks like such an escape, so that `plainCell` gives back exactly what was there.
 */
const harmless = (cell: string): string =>
  RUNS.test(cell) || /^'+[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;

/** The cell as it was before it was made harmless. */
export const plainCell = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

/** One line of a CSV file after RFC 4180, with its end. Null is blank. */
export const csvLine = (cells: readonly (string | number | null)[]): string =>
  `${cells
    .map((cell) => {
      const text = cell === null ? '' : typeof cell === 'number' ? String(cell) : harmless(cell);
      return /[",;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(',')}\r\n`;
