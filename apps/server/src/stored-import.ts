import type { ImportBatch } from '@trellis/db/imports';
import { ImportDecisions } from '@trellis/domain/imports/inputs';
import { ImportMapping } from '@trellis/domain/imports/mapping';
import { headerSignature, type Sheet } from '@trellis/domain/imports/sheet';
import { z } from 'zod';

const Stored = z.object({ mapping: ImportMapping, signature: z.string() });

const StoredSheet = z.object({
  headers: z.array(z.string()),
  rows: z.array(z.tuple([z.number(), z.array(z.string())])),
});

/** The cells as they are kept with an import until it ends. */
export const writeSheet = (sheet: Sheet): string =>
  JSON.stringify({ headers: sheet.headers, rows: sheet.rows.map(({ line, cells }) => [line, cells]) });

/** The sheet of an import that has not ended. */
export const sheetOfImport = (batch: ImportBatch): Sheet => {
  const { headers, rows } = StoredSheet.parse(JSON.parse(batch.sheet ?? '{"headers":[],"rows":[]}'));
  return { headers, rows: rows.map(([line, cells]) => ({ line, cells })) };
};

/** A mapping with the signature of the headers it was made for, by which it is found again. */
export const writeMapping = (mapping: ImportMapping, sheet: Sheet): z.infer<typeof Stored> => ({
  mapping,
  signature: headerSignature(sheet),
});

export const mappingOf = (batch: ImportBatch): ImportMapping => Stored.parse(batch.mapping).mapping;

export const decisionsOf = (batch: ImportBatch): ImportDecisions =>
  ImportDecisions.parse(batch.decisions ?? { values: [], people: [] });
