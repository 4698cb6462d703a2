import { unrankedRank } from './level-costs.ts';
import type { RichMarket } from './rich-market.ts';

export type Worth = number | bigint;

/** Pairs in classes of equal worth, worst class first. */
export interface WorthClasses {
  readonly worths: readonly Worth[];
  /** The class of each pair listed. */
  readonly classOf: Int32Array;
}

/** Sorts pairs into classes by gain, or by wish rank (last wishes are worst). */
export function classify(market: RichMarket, pairOf: Int32Array, worth: 'gain' | 'minus-rank'): WorthClasses {
  const last = unrankedRank(market);
  if (worth === 'minus-rank') {
    const values = new Float64Array(pairOf.length);
    for (let k = 0; k < pairOf.length; k++) values[k] = -(market.requestRank[pairOf[k]!]! || last);
    return classifyNumbers(values);
  }
  const { gain } = market;
  if (gain instanceof Float64Array) {
    const values = new Float64Array(pairOf.length);
    for (let k = 0; k < pairOf.length; k++) values[k] = gain[pairOf[k]!]!;
    return classifyNumbers(values);
  }
  const values = Array.from(pairOf, (pair) => gain[pair]!);
  const sorted = values.slice().sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const worths = sorted.filter((value, k) => k === 0 || value !== sorted[k - 1]);
  return { worths, classOf: Int32Array.from(values, (value) => placeOf(worths, value)) };
}

/** Integers of so narrow a range are counted instead of sorted. */
const NARROW = 1 << 20;

function classifyNumbers(values: Float64Array): WorthClasses {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < values.length; k++) {
    if (values[k]! < least) least = values[k]!;
    if (values[k]! > most) most = values[k]!;
  }
  return most >= least && most - least < NARROW ? countNumbers(values, least, most) : sortNumbers(values);
}

function countNumbers(values: Float64Array, least: number, most: number): WorthClasses {
  const place = new Int32Array(most - least + 1);
  for (let k = 0; k < values.length; k++) place[values[k]! - least] = 1;
  const worths: number[] = [];
  for (let step = 0; step < place.length; step++) {
    if (place[step] === 0) continue;
    place[step] = worths.length;
    worths.push(least + step);
  }
  const classOf = new Int32Array(values.length);
  for (let k = 0; k < values.length; k++) classOf[k] = place[values[k]! - least]!;
  return { worths, classOf };
}

function sortNumbers(values: Float64Array): WorthClasses {
  const sorted = values.slice().sort();
  let count = 0;
  for (let k = 0; k < sorted.length; k++) {
    if (k === 0 || sorted[k] !== sorted[k - 1]) sorted[count++] = sorted[k]!;
  }
  const worths = [...sorted.subarray(0, count)];
  const classOf = new Int32Array(values.length);
  for (let k = 0; k < values.length; k++) classOf[k] = placeOf(worths, values[k]!);
  return { worths, classOf };
}

/** Where a worth stands among all, ascending. */
function placeOf(worths: readonly Worth[], worth: Worth): number {
  let low = 0;
  let high = worths.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (worths[middle]! < worth) low = middle + 1;
    else high = middle;
  }
  return low;
}
