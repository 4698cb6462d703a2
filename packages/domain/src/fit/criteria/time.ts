import { sharedLength } from '../../availability/stretches.ts';
import { type CriterionFacts, FIT_SCALE } from '../fit.ts';
import type { OfferSide, RequestSide } from '../sides.ts';
import { NO_EVIDENCE } from './no-evidence.ts';

/** Three hours a week to choose from are plenty for one meeting: more does not count further. */
export const PLENTY_OF_MINUTES = 180;

export const timeValue = (request: RequestSide, offer: OfferSide): number =>
  request.free === null || offer.free === null
    ? NO_EVIDENCE
    : Math.min(
        FIT_SCALE,
        Math.round((FIT_SCALE * sharedLength(request.free, offer.free)) / PLENTY_OF_MINUTES),
      );

export const timeFacts = (request: RequestSide, offer: OfferSide): CriterionFacts['time'] => ({
  sharedMinutes: sharedLength(request.free ?? [], offer.free ?? []),
});
