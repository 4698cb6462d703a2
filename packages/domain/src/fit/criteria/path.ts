import type { TermId } from '../../ids.ts';
import { type CriterionFacts, FIT_SCALE } from '../fit.ts';
import type { OfferSide, Place, RequestSide } from '../sides.ts';
import { nearness, type Yardstick } from '../yardstick.ts';
import { NO_EVIDENCE } from './no-evidence.ts';

/** What being where the mentee wants to go is worth without having come from near where the mentee is. */
const ARRIVED = 6_000;

/** How near two places are by their halves: occupation counts twice, industry once, halves that cannot be compared (−1) not at all. */
export const placeFrom = (occupation: number, industry: number): number => {
  if (occupation < 0) return industry;
  return industry < 0 ? occupation : Math.round((2 * occupation + industry) / 3);
};

const placeNearness = (parent: readonly number[], wanted: Place, there: Place): number =>
  placeFrom(
    wanted.occupation >= 0 && there.occupation >= 0
      ? nearness(parent, wanted.occupation, there.occupation)
      : NO_EVIDENCE,
    wanted.industry >= 0 && there.industry >= 0
      ? nearness(parent, wanted.industry, there.industry)
      : NO_EVIDENCE,
  );

/**
 * What one station is worth: `to × (0.6 + 0.4 × from)`, where `to` and `from` (−1 for no move) say how near they are to the
 * wished move's ends. If it is not known where the mentee comes from, only `to` counts.
 */
export const stepFrom = (to: number, from: number, openStart: boolean): number => {
  const came = openStart ? FIT_SCALE : ARRIVED + ((FIT_SCALE - ARRIVED) * Math.max(from, 0)) / FIT_SCALE;
  return Math.round((to * came) / FIT_SCALE);
};

interface BestStep {
  value: number;
  /** Index into the offer's places, or −1. */
  place: number;
  from: number;
  to: number;
}

/** The best of the mentor's stations. */
const bestStep = (
  request: RequestSide,
  offer: OfferSide,
  parent: readonly number[],
  best: BestStep,
): void => {
  best.value = NO_EVIDENCE;
  best.place = -1;
  const openStart = request.from.occupation < 0 && request.from.industry < 0;
  for (let k = 0; k < offer.places.length; k++) {
    const { place, cameFrom } = offer.places[k]!;
    const to = placeNearness(parent, request.towards, place);
    if (to < 0 || to < best.value) continue;
    let from = NO_EVIDENCE;
    if (to > 0 && !openStart && cameFrom !== null) from = placeNearness(parent, request.from, cameFrom);
    const value = stepFrom(to, from, openStart);
    if (value > best.value) {
      best.value = value;
      best.place = k;
      best.from = from;
      best.to = to;
    }
  }
};

const empty = (): BestStep => ({
  value: NO_EVIDENCE,
  place: -1,
  from: NO_EVIDENCE,
  to: NO_EVIDENCE,
});

/** Reused between calls: this runs for every pair of a round. */
const scratch = empty();

export const pathValue = (request: RequestSide, offer: OfferSide, { parent }: Yardstick): number => {
  if (offer.places.length === 0) return NO_EVIDENCE;
  if (request.towards.occupation < 0 && request.towards.industry < 0) return NO_EVIDENCE;
  bestStep(request, offer, parent, scratch);
  return scratch.value;
};

export const pathFacts = (
  request: RequestSide,
  offer: OfferSide,
  { parent, termOf }: Yardstick,
): CriterionFacts['path'] => {
  const best = empty();
  bestStep(request, offer, parent, best);
  if (best.value <= 0) return { kind: 'none', move: null };
  const term = (number: number): TermId | null => (number < 0 ? null : termOf(number));
  const { place, cameFrom, since } = offer.places[best.place]!;
  const kind =
    best.from <= 0
      ? 'arrived'
      : best.from === FIT_SCALE && best.to === FIT_SCALE
        ? 'same_move'
        : 'neighboring_move';
  return {
    kind,
    move: {
      fromOccupation: term(cameFrom?.occupation ?? -1),
      fromIndustry: term(cameFrom?.industry ?? -1),
      toOccupation: term(place.occupation),
      toIndustry: term(place.industry),
      year: since,
    },
  };
};
