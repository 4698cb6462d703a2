import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import { MOST_CELL_LENGTH, MOST_COLUMNS, MOST_FILE_BYTES, MOST_ROWS } from '@trellis/domain/imports/limits';
import { type Sheet, sheetOf } from '@trellis/domain/imports/sheet';
import type { ENCODINGS } from '@trellis/domain/imports/views';
import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from './decode-text.ts';
import { guessDelimiter } from './guess-delimiter.ts';
import { readWorkbook } from './read-workbook.ts';

/** A table out of a file, and how it was found there. */
export interface ReadFile {
  readonly sheet: Sheet;
  /** Names of a workbook's sheets, in order; empty for text. */
  readonly sheets: readonly string[];
  readonly sheetName: string | null;
  readonly encoding: (typeof ENCODINGS)[number];
}

export type FileRefusal = Refusal<'unreadable_file' | 'too_much'>;

const unreadable = (reason: string, detail = '') => refuse('unreadable_file', { reason, detail });
const tooMuch = (what: string, limit: number) => refuse('too_much', { what, limit });

const startsWith = (bytes: Uint8Array, ...signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte);

/** Reads CSV (in any usual encoding, with any usual separator) or XLSX, or says why it cannot be read. */
export const readFile = async (
  bytes: Uint8Array,
  wantedSheet: string | null,
): Promise<Decision<ReadFile, FileRefusal>> => {
  if (bytes.length === 0) return unreadable('empty');
  if (bytes.length > MOST_FILE_BYTES) return tooMuch('bytes', MOST_FILE_BYTES);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return unreadable('old_excel');
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return unreadable('not_a_table');
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    const workbook = await readWorkbook(bytes, wantedSheet);
    return workbook.ok ? checked({ ...workbook.value, encoding: 'xlsx' }) : workbook;
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const lines = readLines(decoded.value.text);
  if (!lines.ok) return lines;
  return checked({ lines: lines.value, sheets: [], sheetName: null, encoding: decoded.value.encoding });
};

const readLines = (text: string): Decision<readonly string[][], FileRefusal> => {
  const { delimiter, from } = guessDelimiter(text);
  try {
    return accept(
      parse(text.slice(from), {
        delimiter,
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: false,
        max_record_size: 2_000_000,
      }),
    );
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === 'CSV_MAX_RECORD_SIZE') return unreadable('endless_line');
    return unreadable(
      error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'quote_not_closed' : 'not_a_table',
      lineOf(error),
    );
  }
};

const lineOf = (error: CsvError): string => ('lines' in error ? String(error.lines) : '');

const checked = (
  read: Omit<ReadFile, 'sheet'> & { readonly lines: readonly (readonly string[])[] },
): Decision<ReadFile, FileRefusal> => {
  const { lines, ...rest } = read;
  if (
    lines.some(
      (line) => line.length > MOST_COLUMNS && line.slice(MOST_COLUMNS).some((cell) => cell.trim() !== ''),
    )
  ) {
    return tooMuch('columns', MOST_COLUMNS);
  }
  const narrow = lines.map((line) => line.slice(0, MOST_COLUMNS));
  const odd = narrow.findIndex((line) =>
    line.some((cell) => !cell.isWellFormed() || cell.includes('\u0000')),
  );
  if (odd >= 0) return unreadable('nul', String(odd + 1));
  const long = narrow.findIndex((line) => line.some((cell) => cell.length > MOST_CELL_LENGTH * 5));
  if (long >= 0) return unreadable('endless_line', String(long + 1));
  const sheet = sheetOf(narrow);
  if (sheet.headers.length === 0) return unreadable('empty');
  if (sheet.rows.length === 0) return unreadable('only_headers');
  if (sheet.rows.length > MOST_ROWS) return tooMuch('rows', MOST_ROWS);
  return accept({ ...rest, sheet });
};
