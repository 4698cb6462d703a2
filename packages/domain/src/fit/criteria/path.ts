import type { TermId } from '../../ids.ts';
import { type CriterionFacts, FIT_SCALE } from '../fit.ts';
import type { OfferSide, Place, RequestSide } from '../sides.ts';
import { nearness, type Yardstick } from '../yardstick.ts';
import { NO_EVIDENCE } from './no-evidence.ts';

/** What being where the mentee wants to go is worth without having come from near where the mentee is. */
const ARRIVED = 6_000;

/** How near a place is to the one looked for: occupation counts twice, industry once, unknown halves not at all. */
const placeNearness = (parent: readonly number[], wanted: Place, there: Place): number => {
  let sum = 0;
  let halves = 0;
  if (wanted.occupation >= 0 && there.occupation >= 0) {
    sum += 2 * nearness(parent, wanted.occupation, there.occupation);
    halves += 2;
  }
  if (wanted.industry >= 0 && there.industry >= 0) {
    sum += nearness(parent, wanted.industry, there.industry);
    halves += 1;
  }
  return halves === 0 ? NO_EVIDENCE : Math.round(sum / halves);
};

interface BestStep {
  value: number;
  /** Index into the offer's moves, or −1. */
  move: number;
  /** Index into the offer's places, or −1. */
  place: number;
  from: number;
  to: number;
}

/**
 * The best of the mentor's moves and stations. A move counts `to × (0.6 + 0.4 × from)`, a station `0.6 × to`, where `to`
 * and `from` say how near it is to the wished move's ends. If it is not known where the mentee comes from, only `to` counts.
 */
const bestStep = (
  request: RequestSide,
  offer: OfferSide,
  parent: readonly number[],
  best: BestStep,
): void => {
  best.value = NO_EVIDENCE;
  best.move = -1;
  best.place = -1;
  const openStart = request.from.occupation < 0 && request.from.industry < 0;
  for (let k = 0; k < offer.moves.length; k++) {
    const move = offer.moves[k]!;
    const to = placeNearness(parent, request.towards, move.to);
    if (to < 0) continue;
    const from = openStart ? NO_EVIDENCE : placeNearness(parent, request.from, move.from);
    const came = openStart ? FIT_SCALE : ARRIVED + ((FIT_SCALE - ARRIVED) * Math.max(from, 0)) / FIT_SCALE;
    const value = Math.round((to * came) / FIT_SCALE);
    if (value > best.value) {
      best.value = value;
      best.move = k;
      best.place = -1;
      best.from = from;
      best.to = to;
    }
  }
  for (let k = 0; k < offer.places.length; k++) {
    const to = placeNearness(parent, request.towards, offer.places[k]!.place);
    if (to < 0) continue;
    const value = Math.round((to * (openStart ? FIT_SCALE : ARRIVED)) / FIT_SCALE);
    if (value > best.value) {
      best.value = value;
      best.move = -1;
      best.place = k;
      best.from = NO_EVIDENCE;
      best.to = to;
    }
  }
};

const empty = (): BestStep => ({
  value: NO_EVIDENCE,
  move: -1,
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
  if (best.move >= 0) {
    const { from, to, year } = offer.moves[best.move]!;
    const kind =
      best.from <= 0
        ? 'arrived'
        : best.from === FIT_SCALE && best.to === FIT_SCALE
          ? 'same_move'
          : 'neighboring_move';
    return {
      kind,
      move: {
        fromOccupation: term(from.occupation),
        fromIndustry: term(from.industry),
        toOccupation: term(to.occupation),
        toIndustry: term(to.industry),
        year,
      },
    };
  }
  const { place, since } = offer.places[best.place]!;
  return {
    kind: 'arrived',
    move: {
      fromOccupation: null,
      fromIndustry: null,
      toOccupation: term(place.occupation),
      toIndustry: term(place.industry),
      year: since,
    },
  };
};
