import { z } from 'zod';
import { ImportId, MemberId, ProgramId } from '../ids.ts';
import { requiredText, text } from '../text.ts';
import { ImportKind } from './kinds.ts';
import { MOST_FILE_BYTES, MOST_ROWS } from './limits.ts';
import { ImportMapping } from './mapping.ts';
import { ValueDecision } from './values.ts';

/** A file on its way in, as base64: 4 characters for 3 bytes. */
export const UploadFile = z.strictObject({
  kind: ImportKind,
  programId: ProgramId.nullable(),
  fileName: requiredText(255),
  content: z.string().max(Math.ceil(MOST_FILE_BYTES / 3) * 4 + 4),
  /** Which sheet of a workbook; the first one with anything in it unless named. */
  sheet: text(255).nullable(),
  /** An earlier upload that this one takes the place of. */
  replaces: ImportId.nullable(),
});
export type UploadFile = z.infer<typeof UploadFile>;

/** Who a row is about: a member, or null for somebody new. */
const PersonDecision = z.strictObject({ line: z.number().int().positive(), memberId: MemberId.nullable() });

export const ImportDecisions = z.strictObject({
  values: z.array(ValueDecision).max(MOST_ROWS),
  people: z.array(PersonDecision).max(MOST_ROWS),
});
export type ImportDecisions = z.infer<typeof ImportDecisions>;

export const ChangeImport = z.strictObject({
  importId: ImportId,
  mapping: ImportMapping.optional(),
  decisions: ImportDecisions.optional(),
});
export type ChangeImport = z.infer<typeof ChangeImport>;

export const ImportRef = z.strictObject({ importId: ImportId });
export type ImportRef = z.infer<typeof ImportRef>;
