import { pathValue } from '@trellis/domain/fit/criteria/path';
import { FIT_SCALE } from '@trellis/domain/fit/fit';
import type { RequestSide } from '@trellis/domain/fit/sides';
import type { Yardstick } from '@trellis/domain/fit/yardstick';
import type { OfferIndex } from './offer-index.ts';
import type { Postings } from './postings.ts';
import type { RowScratch } from './row-scratch.ts';

/** Adds a criterion that is a weighted mean over asked terms of the offer's best: nearness × value. */
export const addTerms = (
  index: OfferIndex,
  scratch: RowScratch,
  postings: Postings,
  has: Uint8Array,
  asked: readonly number[],
  askedWeight: readonly number[] | null,
  weight: number,
): void => {
  if (asked.length === 0) return;
  scratch.collected.fill(0);
  let all = 0;
  for (let k = 0; k < asked.length; k++) {
    const share = askedWeight === null ? 1 : askedWeight[k]!;
    all += share;
    const touched = reachBest(index, scratch, postings, asked[k]!);
    collect(scratch, touched, share);
  }
  spread(scratch, has, all, weight);
};

/**
 * Leaves in `best` what each offer has nearest to a term, and in `touched` which offers have anything, after the `count`
 * that are touched already.
 */
export const reachBest = (
  index: OfferIndex,
  scratch: RowScratch,
  postings: Postings,
  term: number,
  touchedBefore = 0,
): number => {
  const { best, touched } = scratch;
  const { terms, nearness } = index.around(term);
  let count = touchedBefore;
  for (let k = 0; k < terms.length; k++) {
    const held = terms[k]!;
    if (held >= index.terms) continue;
    const near = nearness[k]! / FIT_SCALE;
    const end = postings.start[held + 1]!;
    for (let at = postings.start[held]!; at < end; at++) {
      const j = postings.offer[at]!;
      const value = Math.round(near * postings.value[at]!);
      const before = best[j]!;
      if (before === 0) touched[count++] = j;
      if (value > before) best[j] = value;
    }
  }
  return count;
};

const collect = ({ best, touched, collected }: RowScratch, count: number, share: number): void => {
  for (let k = 0; k < count; k++) {
    const j = touched[k]!;
    collected[j] = collected[j]! + share * best[j]!;
    best[j] = 0;
  }
};

const spread = (
  { sum, weight, collected }: RowScratch,
  has: Uint8Array,
  all: number,
  share: number,
): void => {
  for (let j = 0; j < sum.length; j++) {
    if (has[j] === 0) continue;
    if (collected[j] !== 0) sum[j] = sum[j]! + share * Math.round(collected[j]! / all);
    weight[j] = weight[j]! + share;
  }
};

/** Adds the path: exact values where a station is near the wished end, 0 where stations are known and none is. */
export const addPath = (
  index: OfferIndex,
  scratch: RowScratch,
  request: RequestSide,
  yardstick: Yardstick,
  share: number,
): void => {
  const { occupation, industry } = request.towards;
  const { sum, weight, best, touched } = scratch;
  for (let j = 0; j < sum.length; j++) {
    const comparable =
      (occupation >= 0 && index.hasOccupationStation[j] === 1) ||
      (industry >= 0 && index.hasIndustryStation[j] === 1);
    if (comparable) weight[j] = weight[j]! + share;
  }
  for (const term of [occupation, industry]) {
    if (term < 0) continue;
    const count = reachBest(index, scratch, index.stations, term);
    for (let k = 0; k < count; k++) {
      const j = touched[k]!;
      best[j] = 0;
      // An offer near in both halves is met twice and counted once: with its occupation.
      if (term === industry && occupation >= 0 && isNearStation(index, j, occupation)) continue;
      sum[j] = sum[j]! + share * pathValue(request, index.offers[j]!, yardstick);
    }
  }
};

const isNearStation = (index: OfferIndex, offer: number, term: number): boolean => {
  const { terms } = index.around(term);
  return index.offers[offer]!.places.some(
    ({ place }) => terms.includes(place.occupation) || terms.includes(place.industry),
  );
};
