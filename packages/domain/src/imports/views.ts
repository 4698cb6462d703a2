import { z } from 'zod';
import { ImportId, MemberId, ProgramId } from '../ids.ts';
import { Instant } from '../time.ts';
import { RowOutcome } from './changes.ts';
import { ImportKind, ImportStatus } from './kinds.ts';
import { ImportMapping } from './mapping.ts';
import { ImportProblem } from './problems.ts';
import { UnknownValue } from './values.ts';

/** How the bytes were read as text. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'xlsx'] as const;

const Program = z.strictObject({ id: ProgramId, name: z.string() });

export const ImportCounts = z.strictObject({
  created: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  left_out: z.number().int(),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

/** How the offers of a mentors' sheet stand after it; one offer may be counted in several. */
export const OfferCounts = z.strictObject({
  open: z.number().int(),
  /** Disabled in the sheet, or resting before. */
  paused: z.number().int(),
  /** Matched already, or closed before. */
  closed: z.number().int(),
  capacityUnknown: z.number().int(),
  capacityNone: z.number().int(),
  seats: z.number().int(),
});
export type OfferCounts = z.infer<typeof OfferCounts>;

/** What came of an import, kept with it. */
export const ImportReport = z.strictObject({
  counts: ImportCounts,
  offers: OfferCounts.nullable(),
  newTerms: z.number().int(),
  problems: z.array(ImportProblem),
  problemCount: z.number().int(),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** An upload and how it is read. */
export const ImportView = z.strictObject({
  id: ImportId,
  kind: ImportKind,
  status: ImportStatus,
  program: Program.nullable(),
  fileName: z.string(),
  rowCount: z.number().int(),
  headers: z.array(z.string()),
  /** Some different values of each column. */
  samples: z.array(z.array(z.string())),
  mapping: ImportMapping,
  /** What still has to be told before a preview makes sense. */
  missing: z.array(z.enum(['who', 'mentee', 'mentor'])),
  report: ImportReport.nullable(),
});
export type ImportView = z.infer<typeof ImportView>;

/** An upload, with what was noticed while reading the file. */
export const UploadedFile = z.strictObject({
  view: ImportView,
  sheets: z.array(z.string()),
  sheet: z.string().nullable(),
  encoding: z.enum(ENCODINGS),
  /** When exactly this file was imported before. */
  importedBefore: Instant.nullable(),
  /** Whether the columns are read as for an earlier file with these headers. */
  remembered: z.boolean(),
});
export type UploadedFile = z.infer<typeof UploadedFile>;

/** Rows and problems are shown up to a limit; the counts are of all. */
export const ImportPreview = z.strictObject({
  counts: ImportCounts,
  offers: OfferCounts.nullable(),
  rows: z.array(RowOutcome),
  problems: z.array(ImportProblem),
  problemCount: z.number().int(),
  unknown: z.array(UnknownValue),
  maybe: z.array(
    z.strictObject({
      line: z.number().int(),
      name: z.string(),
      candidates: z.array(
        z.strictObject({ memberId: MemberId, name: z.string(), country: z.string().nullable() }),
      ),
    }),
  ),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

export const ImportResult = z.strictObject({ importId: ImportId, report: ImportReport });
export type ImportResult = z.infer<typeof ImportResult>;
