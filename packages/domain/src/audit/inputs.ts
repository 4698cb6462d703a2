import { z } from 'zod';
import { MemberId } from '../ids.ts';

/** Nouns an audit entry can be about, as the filter lists them. */
export const AUDIT_SUBJECTS = [
  'agency',
  'member',
  'program',
  'request',
  'offer',
  'round',
  'pairing',
  'separation',
  'term',
  'import',
] as const;
export const AuditSubject = z.enum(AUDIT_SUBJECTS);
export type AuditSubject = z.infer<typeof AuditSubject>;

/** One page of the audit trail, newest first. */
export const ReadAudit = z.strictObject({
  subject: AuditSubject.nullable(),
  /** Only what concerns this member: themselves, their requests, offers and pairings. */
  memberId: MemberId.nullable(),
  /** The number of the last entry of the page before. */
  cursor: z.number().int().positive().nullish(),
  /** Said along by tRPC's infinite queries. */
  direction: z.literal('forward').optional(),
  limit: z.number().int().min(1).max(200).default(50),
});
export type ReadAudit = z.infer<typeof ReadAudit>;
