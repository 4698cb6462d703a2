import { timeFrom } from '@trellis/domain/fit/criteria/time';
import { FIT_SCALE } from '@trellis/domain/fit/fit';
import type { RequestSide } from '@trellis/domain/fit/sides';
import type { Yardstick } from '@trellis/domain/fit/yardstick';
import { hasNone } from './allowed.ts';
import type { AskedTerms } from './asked-lists.ts';
import { type PreparedRequest, prepareRequest } from './exact-fit.ts';
import { minutesAt } from './free-minutes.ts';
import type { NearList } from './near-lists.ts';
import type { OfferIndex } from './offer-index.ts';
import type { RowScratch } from './row-scratch.ts';
import { isComparable } from './score-row.ts';
import { countShared } from './shared-fields.ts';

/** Roundings of the single criteria and of 32-bit sums stay below this much. */
export const SLACK = 2;

/** The bound of offers that the index cannot bound: above every fit. */
export const BY_HAND = FIT_SCALE + 1;
/** The bound of offers that rules exclude. */
export const BARRED = -1;
/** Stays below zero whatever reach brings. */
const BELOW_ALL = -2 * FIT_SCALE;

/** Working space for the bounds of one request, by place. */
export interface BoundScratch {
  /** No fit is above its bound. */
  readonly bound: Float32Array;
  /** Σ weight × value over skills, goals, industries and the path. */
  readonly found: Float32Array;
  /** Places that are looked at, with their closer bounds. */
  readonly place: Int32Array;
  readonly closer: Float32Array;
  /** By class: the bound is `found × factor + rest`, and what reach brings. */
  readonly factor: Float64Array;
  readonly rest: Float64Array;
  /** By class: share of trust in the fit, its weight so far, what languages add to the sum, and what style and time may weigh. */
  readonly trust: Float64Array;
  readonly known: Float64Array;
  readonly spoken: Float64Array;
  readonly style: Float64Array;
  readonly time: Float64Array;
  /** What reach adds to a fit, laid out as in NewsTable. */
  readonly brings: Float32Array;
}

export const boundScratch = (index: OfferIndex): BoundScratch => ({
  bound: new Float32Array(index.offers.length),
  found: new Float32Array(index.offers.length),
  place: new Int32Array(index.offers.length),
  closer: new Float32Array(index.offers.length),
  factor: new Float64Array(index.classes.length),
  rest: new Float64Array(index.classes.length),
  trust: new Float64Array(index.classes.length),
  known: new Float64Array(index.classes.length),
  spoken: new Float64Array(index.classes.length),
  style: new Float64Array(index.classes.length),
  time: new Float64Array(index.classes.length),
  brings: new Float32Array((index.mostFields + 1) ** 2),
});

/**
 * Makes ready to bound the fit of one request with any offer from above: skills, goals, industries and the path are added up
 * over the inverted indexes, languages are known by class, reach by the number of shared fields; style and time are taken at
 * their best. Renormalization is no obstacle, since its divisor depends on the class alone.
 */
export const prepareBounds = (
  index: OfferIndex,
  request: RequestSide,
  yardstick: Yardstick,
  scratch: RowScratch,
  bounds: BoundScratch,
): PreparedRequest => {
  const { weights } = yardstick;
  const { found } = bounds;
  const prepared = prepareRequest(index, request, yardstick, scratch);
  const { asked, mix } = prepared;
  found.fill(0);
  addTerms(found, asked.skills, weights.skills);
  addTerms(found, asked.goals, weights.goals);
  addTerms(found, asked.industries, weights.industries);
  if (asked.path !== null) addList(found, asked.path, weights.path);
  if (mix > 0) {
    countShared(index, scratch, request.fields);
    boundNews(scratch, bounds, request.fields.length, mix);
  }
  boundClasses(index, prepared, yardstick, bounds);
  return prepared;
};

const addTerms = (found: Float32Array, { lists, shares, all }: AskedTerms, weight: number): void => {
  for (let k = 0; k < lists.length; k++) addList(found, lists[k]!, (weight * shares[k]!) / all);
};

const addList = (found: Float32Array, { offer, value }: NearList, times: number): void => {
  for (let k = 0; k < offer.length; k++) {
    const p = offer[k]!;
    found[p] = found[p]! + times * value[k]!;
  }
};

const boundNews = ({ news }: RowScratch, { brings }: BoundScratch, own: number, mix: number): void => {
  const reach = news.of(own);
  for (let at = 0; at < brings.length; at++) brings[at] = (mix * Math.max(0, reach[at]!)) / FIT_SCALE;
};

const boundClasses = (
  index: OfferIndex,
  { request, asked, mix, languages, hasStyle }: PreparedRequest,
  { weights, rules }: Yardstick,
  bounds: BoundScratch,
): void => {
  const isMute = index.languages.map((spoken) => rules.sharedLanguage && hasNone(request.languages, spoken));
  for (let c = 0; c < index.classes.length; c++) {
    const of = index.classes[c]!;
    const language = languages[of.languages]!;
    const brings = mix > 0 && of.hasFields;
    const trust = brings ? 1 - mix / FIT_SCALE : 1;
    bounds.trust[c] = trust;
    bounds.known[c] =
      (asked.skills.all > 0 && of.hasSkills ? weights.skills : 0) +
      (asked.goals.all > 0 && of.hasGoals ? weights.goals : 0) +
      (asked.industries.all > 0 && of.hasIndustries ? weights.industries : 0) +
      (isComparable(request, of) ? weights.path : 0) +
      (language >= 0 ? weights.languages : 0);
    bounds.spoken[c] = language >= 0 ? language * weights.languages : 0;
    bounds.style[c] = hasStyle && of.hasStyle ? weights.style : 0;
    bounds.time[c] = request.free !== null && of.saysFree ? weights.time : 0;
    const open = bounds.style[c]! + bounds.time[c]!;
    const all = bounds.known[c]! + open;
    if (isMute[of.languages]) {
      bounds.factor[c] = 0;
      bounds.rest[c] = BELOW_ALL;
    } else if (all === 0) {
      bounds.factor[c] = 0;
      bounds.rest[c] = FIT_SCALE;
    } else {
      bounds.factor[c] = trust / all;
      bounds.rest[c] = (trust * (bounds.spoken[c]! + open * FIT_SCALE)) / all + SLACK;
    }
  }
};

/** The bound of the offer at place p, after `prepareBounds`; below zero where rules exclude its class. */
export const boundAt = (
  index: OfferIndex,
  { shared }: RowScratch,
  bounds: BoundScratch,
  p: number,
): number => {
  const c = index.classOf[p]!;
  const bound = bounds.found[p]! * bounds.factor[c]! + bounds.rest[c]!;
  if (bounds.trust[c] === 1) return bound;
  return bound + bounds.brings[shared[p]! * (index.mostFields + 1) + index.fieldCount[p]!]!;
};

/** Writes the bounds of all offers, after `prepareBounds`. */
export const boundRow = (index: OfferIndex, scratch: RowScratch, bounds: BoundScratch): void => {
  const { factor, rest, trust } = bounds;
  for (let c = 0; c < index.classes.length; c++) {
    const { from, to } = index.classes[c]!;
    if (trust[c] === 1) boundPlainRun(bounds, from, to, factor[c]!, rest[c]!);
    else boundRun(index, scratch, bounds, from, to, factor[c]!, rest[c]!);
  }
};

const boundRun = (
  { fieldCount, mostFields }: OfferIndex,
  { shared }: RowScratch,
  { bound, found, brings }: BoundScratch,
  from: number,
  to: number,
  factor: number,
  rest: number,
): void => {
  const width = mostFields + 1;
  for (let p = from; p < to; p++) {
    bound[p] = found[p]! * factor + rest + brings[shared[p]! * width + fieldCount[p]!]!;
  }
};

const boundPlainRun = (
  { bound, found }: BoundScratch,
  from: number,
  to: number,
  factor: number,
  rest: number,
): void => {
  for (let p = from; p < to; p++) bound[p] = found[p]! * factor + rest;
};

/** A closer bound of one offer after `boundRow`: style and shared time are measured. At most twice SLACK above the fit. */
export const closerBound = (
  index: OfferIndex,
  { weights }: Yardstick,
  scratch: RowScratch,
  bounds: BoundScratch,
  p: number,
): number => {
  const before = bounds.bound[p]!;
  const c = index.classOf[p]!;
  // Offers that are bounded by hand stay as they are.
  if (before === BY_HAND) return before;
  let sum = bounds.found[p]! + bounds.spoken[c]!;
  let weight = bounds.known[c]!;
  if (bounds.style[c]! > 0) {
    const value = scratch.style.at(index.style, p);
    if (value >= 0) {
      sum += weights.style * value;
      weight += weights.style;
    }
  }
  if (bounds.time[c]! > 0) {
    sum += weights.time * timeFrom(minutesAt(index, scratch, p));
    weight += weights.time;
  }
  if (weight === 0) return before;
  const news =
    bounds.trust[c] === 1
      ? 0
      : bounds.brings[scratch.shared[p]! * (index.mostFields + 1) + index.fieldCount[p]!]!;
  return (bounds.trust[c]! * sum) / weight + news + SLACK;
};
