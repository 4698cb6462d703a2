import { goalsValue } from '@trellis/domain/fit/criteria/goals';
import { industriesValue } from '@trellis/domain/fit/criteria/industries';
import { languagesValue } from '@trellis/domain/fit/criteria/languages';
import { pathValue } from '@trellis/domain/fit/criteria/path';
import { reachValue } from '@trellis/domain/fit/criteria/reach';
import { skillsValue } from '@trellis/domain/fit/criteria/skills';
import { styleValue } from '@trellis/domain/fit/criteria/style';
import { timeValue } from '@trellis/domain/fit/criteria/time';
import { wishesValue } from '@trellis/domain/fit/criteria/wishes';
import { FIT_UNKNOWN } from '@trellis/domain/fit/fit';
import { joinAxes, mixOf } from '@trellis/domain/fit/fit-of';
import type { OfferSide, RequestSide } from '@trellis/domain/fit/sides';
import type { Yardstick } from '@trellis/domain/fit/yardstick';
import { CRITERIA, type Criterion, type Weights } from '@trellis/domain/programs/settings';
import { type PairTable, pairAt, scoreAllPairs } from './pair-table.ts';
import { isGrown, type RoundStudy } from './study.ts';

/** In a list of values: one side left this criterion blank. */
const BLANK = 0xffff;

/** Two bytes for each pair and criterion: more would not fit beside the study. */
const MOST_PAIRS_KEPT = 5_000_000;

/** Criteria whose values lie with the pairs. Wishes are few, and looked up one by one. */
const KEPT = CRITERIA.filter((criterion) => criterion !== 'wishes');

type ValueOf = (request: RequestSide, offer: OfferSide, yardstick: Yardstick) => number;
const VALUE_OF: Readonly<Record<Criterion, ValueOf>> = {
  skills: skillsValue,
  goals: goalsValue,
  industries: industriesValue,
  path: pathValue,
  style: styleValue,
  time: timeValue,
  languages: languagesValue,
  wishes: wishesValue,
  reach: reachValue,
};

const kept = new WeakMap<RoundStudy, Map<Criterion, Uint16Array>>();

/**
 * Measures one more criterion by itself for all pairs of a study, so that other weights can be tried without comparing the
 * people anew. Takes a part of the time that the study took.
 * @returns whether there is more to prepare
 */
export const prepareCriterion = (study: RoundStudy): boolean => {
  if (isGrown(study.pool, study.settings.objective) || study.table.column.length > MOST_PAIRS_KEPT)
    return false;
  const known = kept.get(study) ?? new Map<Criterion, Uint16Array>();
  kept.set(study, known);
  const next = KEPT.find((criterion) => !known.has(criterion));
  if (next === undefined) return false;
  known.set(next, valuesOf(study, next));
  return known.size < KEPT.length;
};

/** The values of one criterion: fits with this weight alone, and where that says "unknown", a look at the two. */
const valuesOf = ({ pool, table }: RoundStudy, criterion: Criterion): Uint16Array => {
  const none = Object.fromEntries(CRITERIA.map((one) => [one, 0])) as Weights;
  const yardstick = { ...pool.yardstick, weights: { ...none, [criterion]: 1 } };
  const { fit } = scoreAllPairs({ ...pool, yardstick });
  const values = Uint16Array.from(fit);
  const measure = VALUE_OF[criterion];
  pool.requests.forEach((request, i) => {
    for (let e = table.rowStart[i]!; e < table.rowStart[i + 1]!; e++) {
      if (values[e] !== FIT_UNKNOWN) continue;
      if (measure(request, pool.offers[table.column[e]!]!, yardstick) < 0) values[e] = BLANK;
    }
  });
  return values;
};

/** The study's pairs with the fits that other weights give them, or null while not every criterion is prepared. */
export const reweigh = (study: RoundStudy, weights: Weights): PairTable | null => {
  const known = kept.get(study);
  if (known === undefined || known.size < KEPT.length) return null;
  const { pool, table } = study;
  const yardstick = { ...pool.yardstick, weights };
  const trust = KEPT.filter((criterion) => criterion !== 'reach' && weights[criterion] > 0);
  const fit = new Int32Array(table.fit.length);
  const sum = new Int32Array(pool.offers.length);
  const weight = new Int32Array(pool.offers.length);
  pool.requests.forEach((request, i) => {
    const start = table.rowStart[i]!;
    const end = table.rowStart[i + 1]!;
    sum.fill(0, 0, end - start);
    weight.fill(0, 0, end - start);
    for (const criterion of trust) addRow(known.get(criterion)!, weights[criterion], start, end, sum, weight);
    if (weights.wishes > 0) addWishes(study, i, weights.wishes, sum, weight);
    finishRow(fit, start, end, sum, weight, known.get('reach')!, mixOf(request, yardstick));
  });
  return { rowStart: table.rowStart, column: table.column, fit };
};

const addRow = (
  values: Uint16Array,
  share: number,
  start: number,
  end: number,
  sum: Int32Array,
  weight: Int32Array,
): void => {
  for (let e = start; e < end; e++) {
    const value = values[e]!;
    if (value === BLANK) continue;
    sum[e - start] = sum[e - start]! + share * value;
    weight[e - start] = weight[e - start]! + share;
  }
};

/** Last of the trust criteria: a wish counts only where it lifts. */
const addWishes = (
  { pool, table }: RoundStudy,
  i: number,
  share: number,
  sum: Int32Array,
  weight: Int32Array,
): void => {
  const request = pool.requests[i]!;
  for (const offerId of request.wishes.keys()) {
    const j = pool.offerAt.get(offerId);
    const e = j === undefined ? -1 : pairAt(table, i, j);
    if (j === undefined || e < 0) continue;
    const at = e - table.rowStart[i]!;
    const value = wishesValue(request, pool.offers[j]!);
    if (value * weight[at]! < sum[at]!) continue;
    sum[at] = sum[at]! + share * value;
    weight[at] = weight[at]! + share;
  }
};

const finishRow = (
  fit: Int32Array,
  start: number,
  end: number,
  sum: Int32Array,
  weight: Int32Array,
  reach: Uint16Array,
  mix: number,
): void => {
  for (let e = start; e < end; e++) {
    const all = weight[e - start]!;
    const trust = all === 0 ? -1 : Math.round(sum[e - start]! / all);
    fit[e] = joinAxes(trust, mix === 0 || reach[e] === BLANK ? -1 : reach[e]!, mix);
  }
};
