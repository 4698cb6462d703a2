import type { ImportBatch } from '@trellis/db/imports';
import type { Program } from '@trellis/db/programs';
import type { ImportField } from '@trellis/domain/imports/fields';
import type { ImportMapping } from '@trellis/domain/imports/mapping';
import type { Sheet } from '@trellis/domain/imports/sheet';
import { ImportReport, type ImportView } from '@trellis/domain/imports/views';
import { mappingOf, sheetOfImport } from '../../stored-import.ts';

const SAMPLES = 4;
const SAMPLE_LENGTH = 60;

/** An upload as the page shows it. */
export const viewOfImport = (
  batch: ImportBatch,
  program: Pick<Program, 'id' | 'name'> | null,
): ImportView => {
  const sheet = sheetOfImport(batch);
  const mapping = mappingOf(batch);
  return {
    id: batch.id,
    kind: batch.kind,
    status: batch.status,
    program: program && { id: program.id, name: program.name },
    fileName: batch.fileName,
    rowCount: batch.rowCount,
    headers: [...sheet.headers],
    samples: sheet.headers.map((_, column) => samplesOf(sheet, column)),
    mapping,
    missing: missingIn(batch, mapping),
    report: batch.report === null ? null : ImportReport.parse(batch.report),
  };
};

const samplesOf = (sheet: Sheet, column: number): string[] => {
  const values = new Set<string>();
  for (const { cells } of sheet.rows) {
    const cell = cells[column] ?? '';
    if (cell !== '') values.add(cell.length > SAMPLE_LENGTH ? `${cell.slice(0, SAMPLE_LENGTH - 1)}…` : cell);
    if (values.size >= SAMPLES) break;
  }
  return [...values];
};

/** What must be mapped before a sheet of this kind means anything: who each row is about. */
export const missingIn = (
  batch: Pick<ImportBatch, 'kind'>,
  mapping: ImportMapping,
): ImportView['missing'] => {
  const has = (...fields: readonly ImportField[]) =>
    mapping.columns.some(({ field }) => field !== null && fields.includes(field));
  if (batch.kind === 'pairings') {
    return (['mentee', 'mentor'] as const).filter((side) => !has(side));
  }
  return has('ref', 'email', 'name', 'first_name', 'last_name') ? [] : ['who'];
};
