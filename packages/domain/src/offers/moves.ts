import type { OFFER_MOVES } from './inputs.ts';
import type { Offer, OfferStatus } from './offer.ts';

export type OfferMove = (typeof OFFER_MOVES)[number];

/** Target status → where it may come from. What was closed can go back to wherever it was, so that closing can be undone. */
const FROM: Readonly<Record<OfferMove, readonly OfferStatus[]>> = {
  open: ['draft', 'paused', 'closed'],
  paused: ['open', 'closed'],
  closed: ['draft', 'open', 'paused'],
  draft: ['closed'],
};

export const offerMovesFrom = (to: OfferMove): readonly OfferStatus[] => FROM[to];
export const mayMoveOffer = (from: OfferStatus, to: OfferMove): boolean => FROM[to].includes(from);

/** Parts of an offer that matter for a match, in the order of the form. */
export const OFFER_PARTS = ['capacity', 'goals', 'skills', 'note'] as const;
export type OfferPart = (typeof OFFER_PARTS)[number];

/** Parts still blank. Capacity left unknown keeps the offer out of a round, and says so; zero is an answer. */
export const blankOfferParts = (
  offer: Pick<Offer, 'capacity' | 'goals' | 'skills' | 'note'>,
): readonly OfferPart[] => {
  const blank: Record<OfferPart, boolean> = {
    capacity: offer.capacity === null,
    goals: offer.goals.length === 0,
    skills: offer.skills.length === 0,
    note: offer.note === null || offer.note === '',
  };
  return OFFER_PARTS.filter((part) => blank[part]);
};
