import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import { MOST_UNPACKED_BYTES } from '@trellis/domain/imports/limits';
import readXlsxFile from 'read-excel-file/node';
import { zipFacts } from './zip-size.ts';

interface Workbook {
  readonly lines: readonly (readonly string[])[];
  readonly sheets: readonly string[];
  readonly sheetName: string;
}

const unreadable = (reason: string, detail = '') => refuse('unreadable_file', { reason, detail });

/** The wanted sheet of an XLSX, or the first one with anything in it. Looks at the zip's sizes before unpacking. */
export const readWorkbook = async (
  bytes: Uint8Array,
  wanted: string | null,
): Promise<Decision<Workbook, Refusal<'unreadable_file' | 'too_much'>>> => {
  const facts = zipFacts(bytes);
  if (facts === null) return unreadable('broken_zip');
  if (facts.unpacked > MOST_UNPACKED_BYTES)
    return refuse('too_much', { what: 'unpacked', limit: MOST_UNPACKED_BYTES });
  if (!facts.entries.includes('xl/workbook.xml')) return unreadable('not_a_workbook');
  let sheets: Awaited<ReturnType<typeof readXlsxFile>>;
  try {
    sheets = await readXlsxFile(Buffer.from(bytes));
  } catch (error) {
    return unreadable('broken_workbook', error instanceof Error ? error.name : '');
  }
  const filled = sheets.find(({ data }) => data.some((row) => row.some((cell) => cell !== null)));
  const chosen = wanted === null ? (filled ?? sheets[0]) : sheets.find(({ sheet }) => sheet === wanted);
  if (!chosen) return unreadable('no_such_sheet', wanted ?? '');
  return accept({
    lines: chosen.data.map((row) => row.map(asText)),
    sheets: sheets.map(({ sheet }) => sheet),
    sheetName: chosen.sheet,
  });
};

/** A cell as a person reads it. Days keep their date, without a time where there is none. */
const asText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) {
    const iso = cell.toISOString();
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso;
  }
  return String(cell);
};
