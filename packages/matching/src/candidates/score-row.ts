import type { PairHistory } from '@trellis/domain/fit/broken-rules';
import { languagesValue } from '@trellis/domain/fit/criteria/languages';
import { reachFrom } from '@trellis/domain/fit/criteria/reach';
import { styleFrom } from '@trellis/domain/fit/criteria/style';
import { timeFrom } from '@trellis/domain/fit/criteria/time';
import { wishesValue } from '@trellis/domain/fit/criteria/wishes';
import { joinAxes, mixOf } from '@trellis/domain/fit/fit-of';
import type { RequestSide } from '@trellis/domain/fit/sides';
import type { Yardstick } from '@trellis/domain/fit/yardstick';
import { STYLE_ITEMS } from '@trellis/domain/profiles/fields';
import { markAllowed } from './allowed.ts';
import type { OfferIndex } from './offer-index.ts';
import { NOT_ALLOWED, type RowScratch } from './row-scratch.ts';
import { addPath, addTerms } from './score-terms.ts';

/**
 * Scores one request against all offers, criterion by criterion over the index: the same integers that `scoreOf` and
 * `isAllowed` give pair by pair, many times faster. The result lies in `scratch.fit` until the next call.
 */
export const scoreRow = (
  index: OfferIndex,
  request: RequestSide,
  yardstick: Yardstick,
  history: PairHistory,
  scratch: RowScratch,
): Int32Array => {
  const { weights, rules } = yardstick;
  scratch.sum.fill(0);
  scratch.weight.fill(0);
  if (weights.skills > 0) {
    addTerms(
      index,
      scratch,
      index.skills,
      index.hasSkills,
      request.skills,
      request.skillWeight,
      weights.skills,
    );
  }
  if (weights.goals > 0) {
    addTerms(index, scratch, index.goals, index.hasGoals, request.goals, null, weights.goals);
  }
  if (weights.industries > 0) {
    addTerms(
      index,
      scratch,
      index.industries,
      index.hasIndustries,
      request.industries,
      null,
      weights.industries,
    );
  }
  if (weights.path > 0) addPath(index, scratch, request, yardstick, weights.path);
  if (weights.style > 0) addStyle(index, scratch, request.style, weights.style);
  if (request.free !== null && (weights.time > 0 || rules.minSharedMinutes !== null)) {
    countMinutes(index, scratch, request.free, yardstick.week);
    if (weights.time > 0) addTime(index, scratch, weights.time);
  }
  if (weights.languages > 0) addLanguages(index, scratch, request, weights.languages);
  if (weights.wishes > 0) addWishes(index, scratch, request, weights.wishes);
  markAllowed(index, scratch, request, yardstick, history);
  const mix = mixOf(request, yardstick);
  if (mix > 0 && request.fields.length > 0) {
    countShared(index, scratch, request.fields);
    finishWithReach(index, scratch, request, mix);
  } else {
    finish(scratch);
  }
  return scratch.fit;
};

const ITEMS = STYLE_ITEMS.length;

/** The value of style with one offer, or no evidence. */
export const styleAt = ({ style }: OfferIndex, own: readonly number[], j: number): number => {
  let gap = 0;
  let both = 0;
  for (let k = 0; k < ITEMS; k++) {
    const a = own[k]!;
    const b = style[j * ITEMS + k]!;
    if (a === 0 || b === 0) continue;
    gap += a > b ? a - b : b - a;
    both++;
  }
  return styleFrom(gap, both);
};

const addStyle = (index: OfferIndex, scratch: RowScratch, own: readonly number[], share: number): void => {
  const { sum, weight } = scratch;
  const { hasStyle } = index;
  for (let j = 0; j < sum.length; j++) {
    if (hasStyle[j] === 0) continue;
    const value = styleAt(index, own, j);
    if (value < 0) continue;
    sum[j] = sum[j]! + share * value;
    weight[j] = weight[j]! + share;
  }
};

/** Adds up the request's free minutes, so that `minutesAt` needs two look-ups for each span of an offer. */
export const prepareMinutes = ({ freeBefore }: RowScratch, free: readonly number[], week: number): void => {
  let passed = 0;
  let at = 0;
  for (let k = 0; k < free.length; k += 2) {
    const from = free[k]! - week;
    const to = free[k + 1]! - week;
    freeBefore.fill(passed, at, from + 1);
    for (at = from + 1; at <= to; at++) freeBefore[at] = ++passed;
  }
  freeBefore.fill(passed, at);
};

/** Minutes that the prepared request shares with one offer. */
export const minutesAt = (
  { freeStart, freeFrom, freeTo }: OfferIndex,
  { freeBefore }: RowScratch,
  j: number,
): number => {
  let shared = 0;
  for (let k = freeStart[j]!; k < freeStart[j + 1]!; k++) {
    shared += freeBefore[freeTo[k]!]! - freeBefore[freeFrom[k]!]!;
  }
  return shared;
};

export const countMinutes = (
  index: OfferIndex,
  scratch: RowScratch,
  free: readonly number[],
  week: number,
): void => {
  prepareMinutes(scratch, free, week);
  const { minutes } = scratch;
  for (let j = 0; j < minutes.length; j++) minutes[j] = minutesAt(index, scratch, j);
};

const addTime = (index: OfferIndex, { sum, weight, minutes }: RowScratch, share: number): void => {
  for (let j = 0; j < sum.length; j++) {
    if (index.saysFree[j] === 0) continue;
    sum[j] = sum[j]! + share * timeFrom(minutes[j]!);
    weight[j] = weight[j]! + share;
  }
};

/** One representative of each class of offers with the same languages is asked. */
const addLanguages = (index: OfferIndex, scratch: RowScratch, request: RequestSide, share: number): void => {
  const { sum, weight } = scratch;
  const values = index.languages.map((languages) => languagesValue(request, { languages }));
  for (let j = 0; j < sum.length; j++) {
    const value = values[index.languageClass[j]!]!;
    if (value < 0) continue;
    sum[j] = sum[j]! + share * value;
    weight[j] = weight[j]! + share;
  }
};

/** Last of the trust criteria: a wish counts only where it lifts. */
const addWishes = (index: OfferIndex, scratch: RowScratch, request: RequestSide, share: number): void => {
  const { sum, weight } = scratch;
  for (const id of request.wishes.keys()) {
    const j = index.offerAt.get(id);
    if (j === undefined) continue;
    const value = wishesValue(request, index.offers[j]!);
    if (value * weight[j]! < sum[j]!) continue;
    sum[j] = sum[j]! + share * value;
    weight[j] = weight[j]! + share;
  }
};

export const countShared = (index: OfferIndex, { shared }: RowScratch, fields: readonly number[]): void => {
  shared.fill(0);
  const { start, offer } = index.fields;
  for (const field of fields) {
    if (field >= index.terms) continue;
    for (let at = start[field]!; at < start[field + 1]!; at++) {
      const j = offer[at]!;
      shared[j] = shared[j]! + 1;
    }
  }
};

const finish = ({ fit, sum, weight, allowed }: RowScratch): void => {
  for (let j = 0; j < fit.length; j++) {
    const trust = weight[j] === 0 ? -1 : Math.round(sum[j]! / weight[j]!);
    fit[j] = allowed[j] === 0 ? NOT_ALLOWED : joinAxes(trust, -1, 0);
  }
};

const finishWithReach = (index: OfferIndex, scratch: RowScratch, request: RequestSide, mix: number): void => {
  const { fit, sum, weight, allowed, shared } = scratch;
  const { fieldCount, employerClass } = index;
  const own = request.fields.length;
  const employer = request.employer === null ? -1 : (index.employers.get(request.employer) ?? -1);
  for (let j = 0; j < fit.length; j++) {
    if (allowed[j] === 0) {
      fit[j] = NOT_ALLOWED;
      continue;
    }
    const trust = weight[j] === 0 ? -1 : Math.round(sum[j]! / weight[j]!);
    const reach =
      fieldCount[j] === 0 ? -1 : reachFrom(shared[j]!, own, fieldCount[j]!, employerClass[j] === employer);
    fit[j] = joinAxes(trust, reach, mix);
  }
};
