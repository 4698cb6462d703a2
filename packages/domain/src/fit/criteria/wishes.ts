import { FIT_SCALE } from '../fit.ts';
import type { OfferSide, RequestSide } from '../sides.ts';
import { NO_EVIDENCE } from './no-evidence.ts';

/** Each place further down the list of wishes takes this much away. */
const STEP = 500;

/** A named mentor counts by the place on the list. Not being named says nothing against anybody: no evidence. */
export const wishesValue = (request: RequestSide, offer: OfferSide): number => {
  if (request.wishes.size === 0) return NO_EVIDENCE;
  const rank = request.wishes.get(offer.offer.id);
  return rank === undefined ? NO_EVIDENCE : Math.max(0, FIT_SCALE - STEP * (rank - 1));
};

/** Null when this offer is not on the list. */
export const wishRank = (request: RequestSide, offer: OfferSide): number | null =>
  request.wishes.get(offer.offer.id) ?? null;
