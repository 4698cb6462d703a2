/**
 * Dense markets hold mostly pairs that no good plan would use. So each request begins with its best few; the plan over
 * these is solved and its prices are put before all the other pairs. Those that would improve it are added and the plan is
 * mended from the prices kept, until no pair improves it: then the prices prove it best over **all** pairs of the market.
 */
import { type AssignOptions, assignBestTotal, assignMostServed } from './assign.ts';
import type { Assignment } from './assignment.ts';
import { changeRequest, openLiveMarket, planOf } from './paths/incremental.ts';
import type { LivePair } from './paths/live-lists.ts';
import { findMarketFault, refuse, type SparseMarket } from './sparse-market.ts';

/** Below this many pairs, or with fewer pairs a request, solving over all of them is as quick. */
const DENSE_FROM = 400_000;
const DENSE_ROW = 200;
/** Pairs that each request begins with, and those added for one request at a time. */
const FIRST = 45;
const MOST_ADDED = 16;
/** With more rounds, or a larger share of requests to mend, the whole market is solved instead. */
const MOST_ROUNDS = 12;
const MOST_MENDED = 0.4;

/** Whether a market has so many pairs that beginning with a few of them pays. */
export const isDense = ({ column, requests }: SparseMarket): boolean =>
  column.length >= DENSE_FROM && column.length >= DENSE_ROW * requests;

/**
 * The best plan of a dense market with prices over all its pairs; null where too many pairs would have to be added, as in
 * markets in which nearly everybody wants the same few.
 * @throws RangeError for a malformed market; SolveCancelled.
 */
export const assignThinned = (
  market: SparseMarket,
  objective: 'served' | 'total',
  { first = FIRST, ...options }: AssignOptions & { readonly first?: number } = {},
): Assignment | null => {
  refuse(findMarketFault(market));
  const taken = bestFew(market, first);
  const part = partOf(market, taken);
  const assign = objective === 'total' ? assignBestTotal : assignMostServed;
  let plan = assign(part, options);
  const live = openLiveMarket(part, plan);
  for (let round = 0; ; round++) {
    const mended = takeImproving(market, taken, plan);
    if (mended.length === 0) return { ...plan, kernels: [...plan.kernels, 'thinned'] };
    if (round === MOST_ROUNDS || mended.length > MOST_MENDED * market.requests) return null;
    for (const i of mended) changeRequest(live, i, pairsOf(market, taken, i));
    plan = planOf(live);
  }
};

/** Marks the `most` pairs with the greatest scores of each request; of equal ones the first. */
const bestFew = (market: SparseMarket, most: number): Uint8Array => {
  const { rowStart, score } = market;
  const taken = new Uint8Array(score.length);
  const least = new LeastOf(most);
  for (let i = 0; i < market.requests; i++) {
    const start = rowStart[i]!;
    const end = rowStart[i + 1]!;
    if (end - start <= most) {
      taken.fill(1, start, end);
      continue;
    }
    least.clear();
    for (let e = start; e < end; e++) least.keep(score[e]!);
    let left = most;
    for (let e = start; e < end; e++) {
      if (score[e]! <= least.value) continue;
      taken[e] = 1;
      left--;
    }
    for (let e = start; e < end && left > 0; e++) {
      if (score[e] !== least.value) continue;
      taken[e] = 1;
      left--;
    }
  }
  return taken;
};

/** The least of the greatest numbers seen: a heap of fixed size. */
class LeastOf {
  private readonly heap: Int32Array;
  private size = 0;

  constructor(most: number) {
    this.heap = new Int32Array(most);
  }

  get value(): number {
    return this.heap[0]!;
  }

  clear(): void {
    this.size = 0;
  }

  keep(value: number): void {
    const { heap } = this;
    if (this.size < heap.length) {
      let at = this.size++;
      for (; at > 0; at = (at - 1) >> 1) {
        const up = heap[(at - 1) >> 1]!;
        if (up <= value) break;
        heap[at] = up;
      }
      heap[at] = value;
      return;
    }
    if (value <= heap[0]!) return;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && heap[child + 1]! < heap[child]!) child++;
      if (heap[child]! >= value) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = value;
  }
}

/** The same market with the marked pairs only. */
const partOf = (market: SparseMarket, taken: Uint8Array): SparseMarket => {
  let count = 0;
  for (let e = 0; e < taken.length; e++) count += taken[e]!;
  const column = new Int32Array(count);
  const score = new Int32Array(count);
  const rowStart = new Int32Array(market.requests + 1);
  let at = 0;
  for (let i = 0; i < market.requests; i++) {
    for (let e = market.rowStart[i]!; e < market.rowStart[i + 1]!; e++) {
      if (taken[e] === 0) continue;
      column[at] = market.column[e]!;
      score[at++] = market.score[e]!;
    }
    rowStart[i + 1] = at;
  }
  return { ...market, rowStart, column, score };
};

const pairsOf = (market: SparseMarket, taken: Uint8Array, i: number): readonly LivePair[] => {
  const pairs: LivePair[] = [];
  for (let e = market.rowStart[i]!; e < market.rowStart[i + 1]!; e++) {
    if (taken[e] === 1) pairs.push({ id: market.column[e]!, score: market.score[e]! });
  }
  return pairs;
};

/** Marks the pairs that would improve the plan, the best of each request; returns the requests that have any. */
const takeImproving = (market: SparseMarket, taken: Uint8Array, plan: Assignment): readonly number[] => {
  const { rowStart, column, score } = market;
  const { dead, price } = plan.duals;
  const bonus = plan.objective === 'served' ? 1 : 0;
  const mended: number[] = [];
  for (let i = 0; i < market.requests; i++) {
    let bestBig = 0;
    let bestRest = 0;
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      if (taken[e] === 0) continue;
      const j = column[e]!;
      const big = bonus - dead[j]!;
      const rest = score[e]! - price[j]!;
      if (big > bestBig || (big === bestBig && rest > bestRest)) {
        bestBig = big;
        bestRest = rest;
      }
    }
    const found: number[] = [];
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      if (taken[e] === 1) continue;
      const j = column[e]!;
      const big = bonus - dead[j]!;
      if (big > bestBig || (big === bestBig && score[e]! - price[j]! > bestRest)) found.push(e);
    }
    if (found.length === 0) continue;
    found.sort(
      (a, b) =>
        dead[column[a]!]! - dead[column[b]!]! ||
        score[b]! - price[column[b]!]! - (score[a]! - price[column[a]!]!) ||
        a - b,
    );
    for (const e of found.slice(0, MOST_ADDED)) taken[e] = 1;
    mended.push(i);
  }
  return mended;
};
