import { FIT_SCALE } from '@trellis/domain/fit/fit';
import type { RequestSide } from '@trellis/domain/fit/sides';
import type { Yardstick } from '@trellis/domain/fit/yardstick';
import type { Weights } from '@trellis/domain/programs/settings';
import { hasNone } from './allowed.ts';
import { isComparable } from './evidence-classes.ts';
import { type PreparedRequest, prepareRequest } from './exact-fit.ts';
import { addNear, type NearList } from './near-lists.ts';
import type { OfferIndex } from './offer-index.ts';
import type { RowScratch } from './row-scratch.ts';
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
  /** Σ share × best over the asked terms, exact. */
  readonly skills: Float64Array;
  readonly goals: Int32Array;
  readonly industries: Int32Array;
  /** The value of the path, 0 where no station is near. */
  readonly path: Uint16Array;
  /** Places that are looked at, as they come and by their bounds. */
  readonly place: Int32Array;
  readonly ordered: Int32Array;
  /** By class: the bound is what the sums give times `factor`, plus `rest` and what reach brings. */
  readonly factor: Float64Array;
  readonly rest: Float64Array;
  /** By class: 1 where reach has a share. */
  readonly reaches: Uint8Array;
  /** What reach brings to a fit, laid out as in NewsTables. */
  readonly brings: Float32Array;
}

export const boundScratch = ({ offers: { length }, classes, mostFields }: OfferIndex): BoundScratch => ({
  bound: new Float32Array(length),
  skills: new Float64Array(length),
  goals: new Int32Array(length),
  industries: new Int32Array(length),
  path: new Uint16Array(length),
  place: new Int32Array(length),
  ordered: new Int32Array(length),
  factor: new Float64Array(classes.length),
  rest: new Float64Array(classes.length),
  reaches: new Uint8Array(classes.length),
  brings: new Float32Array((mostFields + 1) ** 2),
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
  const { skills, goals, industries, path } = bounds;
  const prepared = prepareRequest(index, request, yardstick, scratch);
  const { asked, mix } = prepared;
  skills.fill(0);
  goals.fill(0);
  industries.fill(0);
  path.fill(0);
  for (let k = 0; k < asked.skills.lists.length; k++) {
    addNear(skills, asked.skills.lists[k]!, asked.skills.shares[k]!);
  }
  for (const list of asked.goals.lists) addValues(goals, list);
  for (const list of asked.industries.lists) addValues(industries, list);
  if (asked.path !== null) setValues(path, asked.path);
  if (mix > 0) {
    countShared(index, scratch, request.fields);
    boundNews(scratch, bounds, request.fields.length, mix);
  }
  boundClasses(index, prepared, yardstick, bounds);
  return prepared;
};

const addValues = (sums: Int32Array, { offer, value }: NearList): void => {
  for (let k = 0; k < offer.length; k++) {
    const p = offer[k]!;
    sums[p] = sums[p]! + value[k]!;
  }
};

const setValues = (values: Uint16Array, { offer, value }: NearList): void => {
  for (let k = 0; k < offer.length; k++) values[offer[k]!] = value[k]!;
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
    const reaches = mix > 0 && of.hasFields;
    const trust = reaches ? 1 - mix / FIT_SCALE : 1;
    const open =
      (hasStyle && of.hasStyle ? weights.style : 0) +
      (request.free !== null && of.saysFree ? weights.time : 0);
    const all =
      (asked.skills.all > 0 && of.hasSkills ? weights.skills : 0) +
      (asked.goals.all > 0 && of.hasGoals ? weights.goals : 0) +
      (asked.industries.all > 0 && of.hasIndustries ? weights.industries : 0) +
      (isComparable(request, of) ? weights.path : 0) +
      (language >= 0 ? weights.languages : 0) +
      open;
    const spoken = language >= 0 ? language * weights.languages : 0;
    bounds.reaches[c] = reaches ? 1 : 0;
    if (isMute[of.languages]) {
      bounds.factor[c] = 0;
      bounds.rest[c] = BELOW_ALL;
    } else if (all === 0) {
      bounds.factor[c] = 0;
      bounds.rest[c] = FIT_SCALE;
    } else {
      bounds.factor[c] = trust / all;
      bounds.rest[c] = (trust * (spoken + open * FIT_SCALE)) / all + SLACK;
    }
  }
};

/** What one unit of each sum adds to the weighted sum of a fit. */
const unitsOf = ({ asked }: PreparedRequest, weights: Weights) => ({
  skill: asked.skills.all === 0 ? 0 : weights.skills / asked.skills.all,
  goal: asked.goals.all === 0 ? 0 : weights.goals / asked.goals.all,
  industry: asked.industries.all === 0 ? 0 : weights.industries / asked.industries.all,
  path: weights.path,
});

/** The bound of the offer at place p, after `prepareBounds`; below zero where rules exclude its class. */
export const boundAt = (
  index: OfferIndex,
  prepared: PreparedRequest,
  weights: Weights,
  { shared }: RowScratch,
  bounds: BoundScratch,
  p: number,
): number => {
  const unit = unitsOf(prepared, weights);
  const c = index.classOf[p]!;
  const sum =
    bounds.skills[p]! * unit.skill +
    bounds.goals[p]! * unit.goal +
    bounds.industries[p]! * unit.industry +
    bounds.path[p]! * unit.path;
  const bound = sum * bounds.factor[c]! + bounds.rest[c]!;
  if (bounds.reaches[c] === 0) return bound;
  return bound + bounds.brings[shared[p]! * (index.mostFields + 1) + index.fieldCount[p]!]!;
};

/** Writes the bounds of all offers, after `prepareBounds`. */
export const boundRow = (
  index: OfferIndex,
  prepared: PreparedRequest,
  weights: Weights,
  scratch: RowScratch,
  bounds: BoundScratch,
): void => {
  const unit = unitsOf(prepared, weights);
  for (let c = 0; c < index.classes.length; c++) {
    const { from, to } = index.classes[c]!;
    const factor = bounds.factor[c]!;
    const run = { from, to, factor, rest: bounds.rest[c]! };
    if (bounds.reaches[c] === 1) boundWithNews(index, scratch, bounds, unit, run);
    else boundWithout(bounds, unit, run);
  }
};

type Units = ReturnType<typeof unitsOf>;

/** Places of one class, with what its bounds have in common. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly factor: number;
  readonly rest: number;
}

const boundWithout = (
  { bound, skills, goals, industries, path }: BoundScratch,
  unit: Units,
  { from, to, factor, rest }: Run,
): void => {
  const skill = unit.skill * factor;
  const goal = unit.goal * factor;
  const industry = unit.industry * factor;
  const step = unit.path * factor;
  for (let p = from; p < to; p++) {
    bound[p] = skills[p]! * skill + goals[p]! * goal + industries[p]! * industry + path[p]! * step + rest;
  }
};

const boundWithNews = (
  { fieldCount, mostFields }: OfferIndex,
  { shared }: RowScratch,
  { bound, skills, goals, industries, path, brings }: BoundScratch,
  unit: Units,
  { from, to, factor, rest }: Run,
): void => {
  const width = mostFields + 1;
  const skill = unit.skill * factor;
  const goal = unit.goal * factor;
  const industry = unit.industry * factor;
  const step = unit.path * factor;
  for (let p = from; p < to; p++) {
    const asked = skills[p]! * skill + goals[p]! * goal + industries[p]! * industry + path[p]! * step;
    bound[p] = asked + rest + brings[shared[p]! * width + fieldCount[p]!]!;
  }
};
