import { sharedLength } from '../../availability/stretches.ts';
import { type CriterionFacts, FIT_SCALE } from '../fit.ts';
import type { OfferSide, RequestSide } from '../sides.ts';
import { NO_EVIDENCE } from './no-evidence.ts';

/** Three hours a week to choose from are plenty for one meeting: more does not count further. */
const PLENTY_OF_MINUTES = 180;

export const timeFrom = (minutes: number): number =>
  Math.min(FIT_SCALE, Math.round((FIT_SCALE * minutes) / PLENTY_OF_MINUTES));

export const timeValue = (request: RequestSide, offer: OfferSide): number =>
  request.free === null || offer.free === null
    ? NO_EVIDENCE
    : timeFrom(sharedLength(request.free, offer.free));

export const timeFacts = (request: RequestSide, offer: OfferSide): CriterionFacts['time'] => ({
  sharedMinutes: sharedLength(request.free ?? [], offer.free ?? []),
});
