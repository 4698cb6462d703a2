import { z } from 'zod';
import type { Reason } from '../fit/reason.ts';
import { MemberId, OfferId, RequestId, TermId } from '../ids.ts';

/** A mentor who has room, as a mentee browsing sees them: only what they show to somebody proposed. */
export const MentorCard = z.strictObject({
  offerId: OfferId,
  name: z.string(),
  headline: z.string().nullable(),
  about: z.string().nullable(),
  country: z.string().nullable(),
  note: z.string().nullable(),
  goals: z.array(TermId),
  skills: z.array(TermId),
  industries: z.array(TermId),
  languages: z.array(z.string()),
  /** What the two share, best first; sentences are made where the reader's language is known. */
  reasons: z.array(
    z.custom<Reason>(
      (value) => typeof value === 'object' && value !== null && 'code' in value && 'facts' in value,
    ),
  ),
  /** Brings something new: another field, enough in common to talk. */
  bridge: z.boolean(),
});
export type MentorCard = z.infer<typeof MentorCard>;

export const WishList = z.strictObject({
  requestId: RequestId,
  /** Whose request it is. */
  memberId: MemberId,
  memberName: z.string(),
  mentors: z.array(MentorCard),
  wishes: z.array(z.strictObject({ offerId: OfferId, mentor: z.string(), line: z.string().nullable() })),
  terms: z.array(z.strictObject({ id: TermId, name: z.string() })),
});
export type WishList = z.infer<typeof WishList>;
