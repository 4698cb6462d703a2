import { z } from 'zod';
import { MemberId, OfferId, TermId } from '../ids.ts';
import { ProgramLabel } from '../requests/views.ts';
import { OFFER_PARTS } from './moves.ts';
import { Capacity, OfferStatus } from './offer.ts';

/** An offer as its member, or staff for them, see and edit it. */
export const OfferView = z.strictObject({
  id: OfferId,
  program: ProgramLabel,
  memberId: MemberId,
  memberName: z.string(),
  status: OfferStatus,
  capacity: Capacity,
  hoursPerMonth: z.number().int().nullable(),
  goals: z.array(TermId),
  skills: z.array(TermId),
  industries: z.array(TermId),
  note: z.string().nullable(),
  blank: z.array(z.enum(OFFER_PARTS)),
});
export type OfferView = z.infer<typeof OfferView>;
