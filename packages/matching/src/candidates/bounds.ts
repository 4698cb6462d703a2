import type { PairHistory } from '@trellis/domain/fit/broken-rules';
import { languagesValue } from '@trellis/domain/fit/criteria/languages';
import { reachFrom } from '@trellis/domain/fit/criteria/reach';
import { timeFrom } from '@trellis/domain/fit/criteria/time';
import { FIT_SCALE } from '@trellis/domain/fit/fit';
import { mixOf } from '@trellis/domain/fit/fit-of';
import type { RequestSide } from '@trellis/domain/fit/sides';
import type { Yardstick } from '@trellis/domain/fit/yardstick';
import type { OfferIndex } from './offer-index.ts';
import type { Postings } from './postings.ts';
import type { RowScratch } from './row-scratch.ts';
import { countShared, minutesAt, styleAt } from './score-row.ts';
import { reachBest } from './score-terms.ts';

/** Roundings of the single criteria may add up to this much. */
const SLACK = 2;

/** The bound of offers that the index cannot bound: above every fit. */
const BY_HAND = FIT_SCALE + 1;

/** Working space for the bounds of one request. */
export interface BoundScratch {
  /** No fit is above its bound; one entry an offer. */
  readonly bound: Float32Array;
  /** Σ weight × value over the criteria found by the inverted indexes. */
  readonly found: Float32Array;
  /** By class of evidence: bound = found × factor + rest. */
  readonly factor: Float64Array;
  readonly rest: Float64Array;
  /** By class of evidence: weight of what is known already, what languages add to the sum, and what is still open. */
  readonly known: Float64Array;
  readonly spoken: Float64Array;
  readonly opensStyle: Uint8Array;
  readonly opensTime: Uint8Array;
  /** Share of trust in the fit. */
  readonly trust: Float64Array;
  /** What reach adds, by shared fields and fields of the offer: `shared × width + fields`. */
  readonly news: Float64Array;
  readonly width: number;
}

export const boundScratch = (index: OfferIndex): BoundScratch => ({
  bound: new Float32Array(index.offers.length),
  found: new Float32Array(index.offers.length),
  factor: new Float64Array(index.evidenceExamples.length),
  rest: new Float64Array(index.evidenceExamples.length),
  known: new Float64Array(index.evidenceExamples.length),
  spoken: new Float64Array(index.evidenceExamples.length),
  opensStyle: new Uint8Array(index.evidenceExamples.length),
  opensTime: new Uint8Array(index.evidenceExamples.length),
  trust: new Float64Array(index.evidenceExamples.length),
  ...newsTable(index),
});

const newsTable = ({ fieldCount }: OfferIndex): { readonly news: Float64Array; readonly width: number } => {
  const width = fieldCount.reduce((most, count) => Math.max(most, count), 0) + 1;
  return { news: new Float64Array(width * width), width };
};

/** A closer bound of one offer after `boundRow`: style and shared time are measured. Minutes must be prepared before. */
export const closerBound = (
  index: OfferIndex,
  request: RequestSide,
  { weights }: Yardstick,
  scratch: RowScratch,
  bounds: BoundScratch,
  j: number,
): number => {
  const before = bounds.bound[j]!;
  const of = index.evidenceClass[j]!;
  // Offers that are bounded by hand stay as they are.
  if (before === BY_HAND) return before;
  let sum = bounds.found[j]! + bounds.spoken[of]!;
  let weight = bounds.known[of]!;
  if (bounds.opensStyle[of] === 1) {
    const value = styleAt(index, request.style, j);
    if (value >= 0) {
      sum += weights.style * value;
      weight += weights.style;
    }
  }
  if (bounds.opensTime[of] === 1) {
    sum += weights.time * timeFrom(minutesAt(index, scratch, j));
    weight += weights.time;
  }
  if (weight === 0) return before;
  return (bounds.trust[of]! * sum) / weight + newsAt(index, scratch, bounds, j) + SLACK;
};

/**
 * Bounds the fit of one request with every offer from above, touching only the postings of what it asks for: skills, goals,
 * industries and the wished place are added up over the inverted indexes; languages are known by class; style, time and
 * reach are taken at their best. Renormalization is no obstacle, since its divisor depends on the class of evidence alone.
 */
export const boundRow = (
  index: OfferIndex,
  request: RequestSide,
  yardstick: Yardstick,
  history: PairHistory,
  scratch: RowScratch,
  bounds: BoundScratch,
): Float32Array => {
  const { weights } = yardstick;
  const mentee = request.profile.memberId;
  const { bound, found, factor, rest } = bounds;
  found.fill(0);
  addFound(index, scratch, found, index.skills, request.skills, request.skillWeight, weights.skills);
  addFound(index, scratch, found, index.goals, request.goals, null, weights.goals);
  addFound(index, scratch, found, index.industries, request.industries, null, weights.industries);
  if (weights.path > 0) addPlaces(index, scratch, found, request, weights.path);
  boundClasses(index, request, yardstick, bounds);
  const mix = mixOf(request, yardstick);
  if (mix > 0 && request.fields.length > 0) countShared(index, scratch, request.fields);
  else scratch.shared.fill(0);
  boundNews(request, mix, bounds);
  const { evidenceClass } = index;
  for (let j = 0; j < bound.length; j++) {
    const of = evidenceClass[j]!;
    const value = found[j]! * factor[of]! + rest[of]! + newsAt(index, scratch, bounds, j);
    bound[j] = Math.min(value, FIT_SCALE);
  }
  // Wishes lift, and waivers allow, single offers beyond what the index knows.
  for (const special of [...request.wishes.keys(), ...history.named(request.request.id, mentee).offers]) {
    const j = index.offerAt.get(special);
    if (j !== undefined) bound[j] = BY_HAND;
  }
  return bound;
};

const addFound = (
  index: OfferIndex,
  scratch: RowScratch,
  found: Float32Array,
  postings: Postings,
  asked: readonly number[],
  askedWeight: readonly number[] | null,
  weight: number,
): void => {
  if (weight === 0 || asked.length === 0) return;
  const { best, touched } = scratch;
  const all = askedWeight === null ? asked.length : askedWeight.reduce((sum, one) => sum + one, 0);
  for (let k = 0; k < asked.length; k++) {
    const share = (weight * (askedWeight === null ? 1 : askedWeight[k]!)) / all;
    const count = reachBest(index, scratch, postings, asked[k]!);
    for (let t = 0; t < count; t++) {
      const j = touched[t]!;
      found[j] = found[j]! + share * best[j]!;
      best[j] = 0;
    }
  }
};

/** A path is worth no more than how near its end is to the wished place, in either half. */
const addPlaces = (
  index: OfferIndex,
  scratch: RowScratch,
  found: Float32Array,
  { towards }: RequestSide,
  weight: number,
): void => {
  const { best, touched } = scratch;
  let count = 0;
  for (const term of [towards.occupation, towards.industry]) {
    if (term >= 0) count = reachBest(index, scratch, index.stations, term, count);
  }
  for (let t = 0; t < count; t++) {
    const j = touched[t]!;
    found[j] = found[j]! + weight * best[j]!;
    best[j] = 0;
  }
};

const newsAt = (
  { fieldCount }: OfferIndex,
  { shared }: RowScratch,
  { news, width }: BoundScratch,
  j: number,
): number => news[shared[j]! * width + fieldCount[j]!]!;

/** What reach adds to a fit is known from two small numbers, save for the same employer, who adds less. */
const boundNews = (request: RequestSide, mix: number, { news, width }: BoundScratch): void => {
  news.fill(0);
  const own = request.fields.length;
  if (mix === 0 || own === 0) return;
  for (let fields = 1; fields < width; fields++) {
    for (let shared = 0; shared <= Math.min(own, fields); shared++) {
      news[shared * width + fields] = (mix * reachFrom(shared, own, fields, false)) / FIT_SCALE;
    }
  }
};

const boundClasses = (
  index: OfferIndex,
  request: RequestSide,
  yardstick: Yardstick,
  bounds: BoundScratch,
): void => {
  const { factor, rest } = bounds;
  const { weights, rules } = yardstick;
  const mix = mixOf(request, yardstick) / FIT_SCALE;
  const { towards } = request;
  const hasStyle = request.style.some((answer) => answer !== 0);
  const languageValues = index.languages.map((languages) => languagesValue(request, { languages }));
  index.evidenceExamples.forEach((j, at) => {
    const language = languageValues[index.languageClass[j]!]!;
    const comparable =
      (towards.occupation >= 0 && index.hasOccupationStation[j] === 1) ||
      (towards.industry >= 0 && index.hasIndustryStation[j] === 1);
    const exact =
      (request.skills.length > 0 && index.hasSkills[j] === 1 ? weights.skills : 0) +
      (request.goals.length > 0 && index.hasGoals[j] === 1 ? weights.goals : 0) +
      (request.industries.length > 0 && index.hasIndustries[j] === 1 ? weights.industries : 0) +
      (comparable ? weights.path : 0) +
      (language >= 0 ? weights.languages : 0);
    const opensStyle = hasStyle && index.hasStyle[j] === 1;
    const opensTime = request.free !== null && index.saysFree[j] === 1;
    const open = (opensStyle ? weights.style : 0) + (opensTime ? weights.time : 0);
    const usesReach = mix > 0 && request.fields.length > 0 && index.fieldCount[j]! > 0;
    const share = usesReach ? 1 - mix : 1;
    const spoken = language >= 0 ? language * weights.languages : 0;
    bounds.known[at] = exact;
    bounds.spoken[at] = spoken;
    bounds.opensStyle[at] = opensStyle ? 1 : 0;
    bounds.opensTime[at] = opensTime ? 1 : 0;
    bounds.trust[at] = share;
    if (rules.sharedLanguage && language === 0) {
      factor[at] = 0;
      rest[at] = -2 * FIT_SCALE;
    } else if (exact + open === 0) {
      factor[at] = 0;
      rest[at] = FIT_SCALE;
    } else {
      factor[at] = share / (exact + open);
      rest[at] = (share * (spoken + open * FIT_SCALE)) / (exact + open) + SLACK;
    }
  });
};
