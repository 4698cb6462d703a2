import type { PairHistory } from '@trellis/domain/fit/broken-rules';
import { timeFrom } from '@trellis/domain/fit/criteria/time';
import { FIT_SCALE } from '@trellis/domain/fit/fit';
import { joinAxes } from '@trellis/domain/fit/fit-of';
import type { RequestSide } from '@trellis/domain/fit/sides';
import type { Yardstick } from '@trellis/domain/fit/yardstick';
import { markAllowed } from './allowed.ts';
import type { AskedTerms } from './asked-lists.ts';
import { type EvidenceClass, isComparable } from './evidence-classes.ts';
import { countMinutes } from './free-minutes.ts';
import { addNear, type NearList } from './near-lists.ts';
import type { OfferIndex } from './offer-index.ts';
import { prepareRequest } from './prepared-request.ts';
import { NOT_ALLOWED, type RowScratch } from './row-scratch.ts';
import { countShared } from './shared-fields.ts';

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
  const prepared = prepareRequest(index, request, yardstick, scratch);
  const { asked, mix } = prepared;
  scratch.sum.fill(0);
  scratch.weight.fill(0);
  addTerms(index, scratch, asked.skills, (of) => of.hasSkills, weights.skills);
  addTerms(index, scratch, asked.goals, (of) => of.hasGoals, weights.goals);
  addTerms(index, scratch, asked.industries, (of) => of.hasIndustries, weights.industries);
  if (asked.path !== null) addPath(index, scratch, request, asked.path, weights.path);
  if (weights.style > 0 && prepared.hasStyle) addStyle(index, scratch, weights.style);
  if (request.free !== null && (weights.time > 0 || rules.minSharedMinutes !== null)) {
    countMinutes(index, scratch);
    if (weights.time > 0) addTime(index, scratch, weights.time);
  }
  if (weights.languages > 0) addLanguages(index, scratch, prepared.languages, weights.languages);
  addWishes(scratch, prepared.wishes, weights.wishes);
  markAllowed(index, scratch, request, yardstick, history);
  if (mix > 0) finishWithReach(index, scratch, request, mix);
  else finish(index, scratch);
  return scratch.fit;
};

/** Adds a criterion that is a weighted mean over asked terms of the offer's best: nearness × value. */
const addTerms = (
  { classes }: OfferIndex,
  { collected, sum, weight }: RowScratch,
  { lists, shares, all }: AskedTerms,
  has: (of: EvidenceClass) => boolean,
  share: number,
): void => {
  if (all === 0) return;
  collected.fill(0);
  for (let k = 0; k < lists.length; k++) addNear(collected, lists[k]!, shares[k]!);
  for (const of of classes) if (has(of)) spread(collected, sum, weight, of.from, of.to, all, share);
};

const spread = (
  collected: Float64Array,
  sum: Float64Array,
  weight: Int32Array,
  from: number,
  to: number,
  all: number,
  share: number,
): void => {
  for (let p = from; p < to; p++) {
    if (collected[p] !== 0) sum[p] = sum[p]! + share * Math.round(collected[p]! / all);
    weight[p] = weight[p]! + share;
  }
};

const addPath = (
  index: OfferIndex,
  { sum, weight }: RowScratch,
  request: RequestSide,
  path: NearList,
  share: number,
): void => {
  for (const of of index.classes) {
    if (!isComparable(request, of)) continue;
    for (let p = of.from; p < of.to; p++) weight[p] = weight[p]! + share;
  }
  addNear(sum, path, share);
};

const addStyle = (index: OfferIndex, { sum, weight, style }: RowScratch, share: number): void => {
  for (const { from, to, hasStyle } of index.classes) {
    if (!hasStyle) continue;
    for (let p = from; p < to; p++) {
      const value = style.at(index.style, p);
      if (value < 0) continue;
      sum[p] = sum[p]! + share * value;
      weight[p] = weight[p]! + share;
    }
  }
};

const addTime = (index: OfferIndex, { sum, weight, minutes }: RowScratch, share: number): void => {
  for (const { from, to, saysFree } of index.classes) {
    if (!saysFree) continue;
    for (let p = from; p < to; p++) {
      sum[p] = sum[p]! + share * timeFrom(minutes[p]!);
      weight[p] = weight[p]! + share;
    }
  }
};

const addLanguages = (
  index: OfferIndex,
  { sum, weight }: RowScratch,
  values: readonly number[],
  share: number,
): void => {
  for (const { from, to, languages } of index.classes) {
    const value = values[languages]!;
    if (value < 0) continue;
    for (let p = from; p < to; p++) {
      sum[p] = sum[p]! + share * value;
      weight[p] = weight[p]! + share;
    }
  }
};

/** Last of the trust criteria: a wish counts only where it lifts. */
const addWishes = ({ sum, weight }: RowScratch, wishes: ReadonlyMap<number, number>, share: number): void => {
  for (const [p, value] of wishes) {
    if (value * weight[p]! < sum[p]!) continue;
    sum[p] = sum[p]! + share * value;
    weight[p] = weight[p]! + share;
  }
};

const trustOf = (sum: number, weight: number): number => (weight === 0 ? -1 : Math.round(sum / weight));

const finish = ({ positionAt }: OfferIndex, { fit, sum, weight, allowed }: RowScratch): void => {
  for (let p = 0; p < fit.length; p++) {
    fit[positionAt[p]!] = allowed[p] === 0 ? NOT_ALLOWED : joinAxes(trustOf(sum[p]!, weight[p]!), -1, 0);
  }
};

const finishWithReach = (index: OfferIndex, scratch: RowScratch, request: RequestSide, mix: number): void => {
  const { fit, sum, weight, allowed, shared, news } = scratch;
  const { fieldCount, positionAt } = index;
  countShared(index, scratch, request.fields);
  const { reach: reaches, employed } = news.of(request.fields.length);
  for (let p = 0; p < fit.length; p++) {
    const at = positionAt[p]!;
    const reach = reaches[fieldCount[p]! * news.width + shared[p]!]!;
    if (allowed[p] === 0) fit[at] = NOT_ALLOWED;
    else if (weight[p] === 0 || reach < 0) fit[at] = joinAxes(trustOf(sum[p]!, weight[p]!), reach, mix);
    // The same as joinAxes, for the many: what is rounded is never below zero.
    else {
      const trust = (sum[p]! / weight[p]! + 0.5) | 0;
      fit[at] = (((FIT_SCALE - mix) * trust + mix * reach) / FIT_SCALE + 0.5) | 0;
    }
  }
  for (const p of request.employer === null ? [] : (index.atEmployer.get(request.employer) ?? [])) {
    if (allowed[p] === 0 || fieldCount[p] === 0) continue;
    const reach = employed[fieldCount[p]! * news.width + shared[p]!]!;
    fit[positionAt[p]!] = joinAxes(trustOf(sum[p]!, weight[p]!), reach, mix);
  }
};
