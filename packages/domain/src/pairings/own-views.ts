import { z } from 'zod';
import type { Reason } from '../fit/reason.ts';
import { MemberId, PairingId, RequestId, TermId } from '../ids.ts';
import { Day, Instant } from '../time.ts';
import { Answer } from './answer.ts';
import { OWN_MOVES } from './own-inputs.ts';
import { PairingStatus } from './statuses.ts';

const Named = z.strictObject({ id: TermId, name: z.string() });

/** The other person, as far as they show themselves to me. */
export const OtherPerson = z.strictObject({
  memberId: MemberId,
  name: z.string(),
  headline: z.string().nullable(),
  about: z.string().nullable(),
  country: z.string().nullable(),
  note: z.string().nullable(),
  skills: z.array(Named),
  industries: z.array(Named),
  goals: z.array(Named),
  languages: z.array(z.string()),
  /** Only once paired, so that the two can write to each other. */
  email: z.string().nullable(),
});
export type OtherPerson = z.infer<typeof OtherPerson>;

/** A pairing as one of its two people sees it. */
export const OwnPairingView = z.strictObject({
  id: PairingId,
  program: z.string(),
  requestId: RequestId.nullable(),
  place: z.enum(['mentor', 'mentee']),
  status: PairingStatus,
  mentee: z.string(),
  mentor: z.string(),
  asked: z.boolean(),
  ownAnswer: Answer.nullable(),
  until: Instant.nullable(),
  resumeOn: Day.nullable(),
  reasons: z.array(
    z.custom<Reason>(
      (value) => typeof value === 'object' && value !== null && 'code' in value && 'facts' in value,
    ),
  ),
  terms: z.array(Named),
  other: OtherPerson,
  agreementText: z.string().nullable(),
  /** Minutes a week both have free; null when one did not say. */
  sharedMinutes: z.number().int().nullable(),
  moves: z.array(z.enum(OWN_MOVES)),
});
export type OwnPairingView = z.infer<typeof OwnPairingView>;

export const OwnPairingLine = OwnPairingView.pick({
  id: true,
  program: true,
  status: true,
  place: true,
}).extend({
  withWhom: z.string(),
});
export type OwnPairingLine = z.infer<typeof OwnPairingLine>;
