import { z } from 'zod';
import type { MemberId, OfferId, ProgramId, TermId } from '../ids.ts';

/** draft: being written · open: takes part in the next round · paused · closed. */
export const OFFER_STATUSES = ['draft', 'open', 'paused', 'closed'] as const;
export const OfferStatus = z.enum(OFFER_STATUSES);
export type OfferStatus = z.infer<typeof OfferStatus>;

/** Unknown (null), none (0) and a number are three different things: unknown keeps the offer out with that reason. */
export const Capacity = z.number().int().min(0).max(1000).nullable();
export type Capacity = z.infer<typeof Capacity>;

/** What someone gives in a program. */
export interface Offer {
  readonly id: OfferId;
  readonly programId: ProgramId;
  readonly memberId: MemberId;
  readonly status: OfferStatus;
  readonly capacity: Capacity;
  readonly goals: readonly TermId[];
  readonly skills: readonly TermId[];
  readonly industries: readonly TermId[];
  readonly note: string | null;
  /** Hours a month this person gives, where they said so. */
  readonly hoursPerMonth: number | null;
}
