import { z } from 'zod';
import { MemberId, OfferId, ProgramId, TermId } from '../ids.ts';
import { MOST_GOALS, MOST_INDUSTRIES, MOST_SKILLS } from '../requests/inputs.ts';
import { text } from '../text.ts';
import { Capacity } from './offer.ts';

/** Begins an offer in a program; for oneself unless staff name somebody else. */
export const StartOffer = z.strictObject({ programId: ProgramId, memberId: MemberId.optional() });
export type StartOffer = z.infer<typeof StartOffer>;

/** What the form saves as one types: each part by itself, the others stay. */
export const OfferChange = z.strictObject({
  capacity: Capacity.optional(),
  hoursPerMonth: z.number().int().min(0).max(200).nullable().optional(),
  goals: z.array(TermId).max(MOST_GOALS).optional(),
  skills: z.array(TermId).max(MOST_SKILLS).optional(),
  industries: z.array(TermId).max(MOST_INDUSTRIES).optional(),
  note: text(4000).nullable().optional(),
});
export type OfferChange = z.infer<typeof OfferChange>;

export const SaveOffer = z.strictObject({ offerId: OfferId, change: OfferChange });
export type SaveOffer = z.infer<typeof SaveOffer>;

/**
 * open: takes part in the next round · paused: not now · closed: ends it; what runs goes on · draft: takes up again one
 * that was closed while it was being written.
 */
export const OFFER_MOVES = ['open', 'paused', 'closed', 'draft'] as const;
export const MoveOffer = z.strictObject({ offerId: OfferId, to: z.enum(OFFER_MOVES) });
export type MoveOffer = z.infer<typeof MoveOffer>;

export const OfferRef = z.strictObject({ offerId: OfferId });
export type OfferRef = z.infer<typeof OfferRef>;
