import { z } from 'zod';
import { MemberId } from '../ids.ts';
import { Instant } from '../time.ts';

export const AuditLineView = z.strictObject({
  seq: z.number().int(),
  at: Instant,
  /** Null: the system itself. */
  actor: z.strictObject({ id: MemberId, name: z.string() }).nullable(),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  /** How the subject is called today; null where it has no name. */
  subject: z.string().nullable(),
  why: z.string().nullable(),
  /** The facts of the change as JSON text, as they were written. */
  detail: z.string(),
  /** Whether both were removed because a person was erased. */
  wordsRemoved: z.boolean(),
});
export type AuditLineView = z.infer<typeof AuditLineView>;

export const AuditPage = z.strictObject({
  lines: z.array(AuditLineView),
  nextCursor: z.number().int().nullable(),
});
export type AuditPage = z.infer<typeof AuditPage>;

export const AuditCheckView = z.strictObject({
  entries: z.number().int(),
  /** The number of the first entry that does not follow from those before; null when the chain is whole. */
  brokenAt: z.number().int().nullable(),
});
export type AuditCheckView = z.infer<typeof AuditCheckView>;
