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
    return classifyNumbers(Float64Array.from(pairOf, (pair) => -(market.requestRank[pair]! || last)));
  }
  const { gain } = market;
  if (gain instanceof Float64Array) return classifyNumbers(Float64Array.from(pairOf, (pair) => gain[pair]!));
  const values = Array.from(pairOf, (pair) => gain[pair]!);
  const sorted = values.slice().sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const worths = sorted.filter((value, k) => k === 0 || value !== sorted[k - 1]);
  return { worths, classOf: Int32Array.from(values, (value) => placeOf(worths, value)) };
}

function classifyNumbers(values: Float64Array): WorthClasses {
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
