import { type CriterionFacts, FIT_SCALE } from '../fit.ts';
import type { OfferSide, RequestSide } from '../sides.ts';
import type { Yardstick } from '../yardstick.ts';
import { NO_EVIDENCE } from './no-evidence.ts';

/** Nothing in common still brings news, but little to start from. */
const NOTHING_SHARED = 2_000;
/** The overlap (shared fields of all fields of the two) at which reach is greatest: a third. */
const PEAK = FIT_SCALE / 3;

/**
 * An inverted U over the overlap of the two people's fields (the families of their skills, industries and occupations):
 * 0.2 with nothing in common, 1 where a third is shared, 0 where all is. The same employer brings half the news.
 */
export const reachFrom = (
  shared: number,
  fieldsA: number,
  fieldsB: number,
  sameEmployer: boolean,
): number => {
  const overlap = (FIT_SCALE * shared) / (fieldsA + fieldsB - shared);
  const news =
    overlap <= PEAK
      ? NOTHING_SHARED + ((FIT_SCALE - NOTHING_SHARED) * overlap) / PEAK
      : (FIT_SCALE * (FIT_SCALE - overlap)) / (FIT_SCALE - PEAK);
  return Math.round(sameEmployer ? news / 2 : news);
};

/** How many fields two lists have in common; both ascend. */
export const sharedFields = (a: readonly number[], b: readonly number[]): number => {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const gap = a[i]! - b[j]!;
    if (gap === 0) shared++;
    if (gap <= 0) i++;
    if (gap >= 0) j++;
  }
  return shared;
};

export const reachValue = (request: RequestSide, offer: OfferSide): number => {
  const a = request.fields;
  const b = offer.fields;
  if (a.length === 0 || b.length === 0) return NO_EVIDENCE;
  const sameEmployer = request.employer !== null && request.employer === offer.employer;
  return reachFrom(sharedFields(a, b), a.length, b.length, sameEmployer);
};

export const reachFacts = (
  request: RequestSide,
  offer: OfferSide,
  { termOf }: Yardstick,
): CriterionFacts['reach'] => ({
  shared: offer.fields.filter((field) => request.fields.includes(field)).map(termOf),
  fresh: offer.fields.filter((field) => !request.fields.includes(field)).map(termOf),
  sameEmployer: request.employer !== null && request.employer === offer.employer,
});
