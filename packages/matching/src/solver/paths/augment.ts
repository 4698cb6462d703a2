/**
 * Exact kernel for any market: sparse shortest augmenting paths with potentials (Jonker & Volgenant 1987),
 * extended by capacities, convex slot costs and requests that may stay out.
 *
 * Requests come one by one. Each walks the cheapest chain of moves (by Dijkstra over reduced costs) that ends at
 * a free seat or at somebody who then stays out, itself included. Invariants between two requests:
 *   u(i) = max(0, best of bonus + score − P), reached by i's own offer;
 *   P(j) = 0 when empty, slotStep × (load − 1) ≤ P(j), and P(j) ≤ slotStep × load while a seat is free.
 * Everything is an integer below 2^53, so float64 is exact.
 */
import { SolveCancelled, type SolveProgress } from '../assignment.ts';
import type { SparseMarket } from '../sparse-market.ts';
import { clearHeap, createOfferHeap, lowerKey, type OfferHeap, popLeast } from './offer-heap.ts';

/** The share of requests after which the pace tells something about the rest. */
const TRIAL = 1 / 8;

export interface PathsOptions {
  /** Added to every score: what it is worth to serve one more request. 0 for the objective `total`. */
  readonly bonus: number;
  /** The requests that take part; all when left out. The others get mate −1. */
  readonly requests?: Int32Array | undefined;
  /** 1 for offers that take no part; none when left out. */
  readonly closed?: Uint8Array | undefined;
  readonly onProgress?: ((progress: SolveProgress) => void) | undefined;
  readonly isCancelled?: (() => boolean) | undefined;
  /** Request scans allowed before giving up (null is returned then); unlimited when left out. */
  readonly workLimit?: number | undefined;
}

/** Plan and whole prices (bonus included). */
export interface PathsSolution {
  readonly mate: Int32Array;
  readonly price: Float64Array;
}

interface Search {
  readonly heap: OfferHeap;
  /** The request from which an offer was reached best. */
  readonly via: Int32Array;
  /** Offers settled by the present search, in order. */
  readonly settled: Int32Array;
  /** Where the cheapest chain ends: an offer's free seat, or a request that stays out; the other is −1. */
  endOffer: number;
  endRequest: number;
  /** Cost of that chain. */
  cost: number;
  settledCount: number;
  scans: number;
}

interface Plan {
  readonly market: SparseMarket;
  readonly bonus: number;
  readonly price: Float64Array;
  readonly profit: Float64Array;
  readonly mate: Int32Array;
  readonly load: Int32Array;
  /** The requests of an offer as a linked list. */
  readonly first: Int32Array;
  readonly next: Int32Array;
  readonly previous: Int32Array;
}

/**
 * Best plan under `bonus`, or null when `workLimit` was reached.
 * @throws SolveCancelled
 */
export function solveByPaths(market: SparseMarket, options: PathsOptions): PathsSolution | null {
  const plan = createPlan(market, options.bonus);
  const search = createSearch(market.offers);
  const limit = options.workLimit ?? Number.POSITIVE_INFINITY;
  const { requests, closed } = options;
  for (let j = 0; closed !== undefined && j < market.offers; j++) {
    if (closed[j] === 1) plan.price[j] = Number.POSITIVE_INFINITY;
  }
  const count = requests === undefined ? market.requests : requests.length;
  for (let k = 0; k < count; k++) {
    const i = requests === undefined ? k : requests[k]!;
    if ((k & 1023) === 0) report(options, k, count);
    if ((k & 63) === 0 && isTooSlow(search.scans, k / count, limit)) return null;
    if (takeFreeSeat(plan, i)) continue;
    findChain(plan, search, i);
    raisePrices(plan, search, i);
    moveAlongChain(plan, search, i);
    if (search.scans > limit) return null;
  }
  return { mate: plan.mate, price: plan.price };
}

/** Chains get longer as seats get scarce: the work grows about with the third power of the share done. */
function isTooSlow(scans: number, share: number, limit: number): boolean {
  return share >= TRIAL && scans > 2 * limit * share ** 3;
}

function report(options: PathsOptions, done: number, total: number): void {
  if (options.isCancelled?.() === true) throw new SolveCancelled();
  options.onProgress?.({ stage: 'paths', done, total });
}

function createPlan(market: SparseMarket, bonus: number): Plan {
  return {
    market,
    bonus,
    price: new Float64Array(market.offers),
    profit: new Float64Array(market.requests),
    mate: new Int32Array(market.requests).fill(-1),
    load: new Int32Array(market.offers),
    first: new Int32Array(market.offers).fill(-1),
    next: new Int32Array(market.requests).fill(-1),
    previous: new Int32Array(market.requests).fill(-1),
  };
}

function createSearch(offers: number): Search {
  return {
    heap: createOfferHeap(offers),
    via: new Int32Array(offers),
    settled: new Int32Array(offers),
    endOffer: -1,
    endRequest: -1,
    cost: 0,
    settledCount: 0,
    scans: 0,
  };
}

/** Sets the request's profit; seats it at once when its best offer has a seat free at today's price. */
function takeFreeSeat(plan: Plan, i: number): boolean {
  const { rowStart, column, score, capacity, slotStep } = plan.market;
  const { price, load, bonus } = plan;
  let best = 0;
  let bestOffer = -1;
  let bestFree = false;
  for (let e = rowStart[i]!, end = rowStart[i + 1]!; e < end; e++) {
    const j = column[e]!;
    const value = score[e]! + bonus - price[j]!;
    if (value < best || (value === best && bestFree)) continue;
    const seats = load[j]!;
    const free = seats < capacity[j]! && price[j]! === slotStep * seats;
    if (value > best || free) {
      if (capacity[j] === 0) continue;
      best = value;
      bestOffer = j;
      bestFree = free;
    }
  }
  plan.profit[i] = best;
  if (best === 0) return true;
  if (!bestFree) return false;
  seat(plan, i, bestOffer);
  return true;
}

function seat(plan: Plan, i: number, j: number): void {
  const head = plan.first[j]!;
  plan.mate[i] = j;
  plan.next[i] = head;
  plan.previous[i] = -1;
  if (head >= 0) plan.previous[head] = i;
  plan.first[j] = i;
  plan.load[j] = plan.load[j]! + 1;
}

function unseat(plan: Plan, i: number): void {
  const j = plan.mate[i]!;
  const before = plan.previous[i]!;
  const after = plan.next[i]!;
  if (before >= 0) plan.next[before] = after;
  else plan.first[j] = after;
  if (after >= 0) plan.previous[after] = before;
  plan.mate[i] = -1;
  plan.load[j] = plan.load[j]! - 1;
}

/** Dijkstra from request i; stops when no open offer is nearer than the best end found. */
function findChain(plan: Plan, search: Search, i: number): void {
  const { heap, settled } = search;
  const { first, next, profit } = plan;
  clearHeap(heap);
  search.settledCount = 0;
  search.cost = profit[i]!;
  search.endRequest = i;
  search.endOffer = -1;
  scanRow(plan, search, i, 0);
  for (let j = popLeast(heap); j >= 0; j = popLeast(heap)) {
    const distance = heap.key[j]!;
    if (distance >= search.cost) return;
    settled[search.settledCount++] = j;
    for (let k = first[j]!; k >= 0; k = next[k]!) {
      if (distance + profit[k]! < search.cost) {
        search.cost = distance + profit[k]!;
        search.endRequest = k;
        search.endOffer = -1;
      }
      scanRow(plan, search, k, distance);
    }
  }
}

function scanRow(plan: Plan, search: Search, i: number, distance: number): void {
  const { rowStart, column, score, capacity, slotStep } = plan.market;
  const { price, load } = plan;
  const { heap, via } = search;
  const { key, mark, round } = heap;
  const base = distance + plan.profit[i]! - plan.bonus;
  let cost = search.cost;
  search.scans++;
  for (let e = rowStart[i]!, end = rowStart[i + 1]!; e < end; e++) {
    const j = column[e]!;
    const reached = base - score[e]! + price[j]!;
    if (reached >= cost) continue;
    if (mark[j] === round && reached >= key[j]!) continue;
    via[j] = i;
    lowerKey(heap, j, reached);
    if (load[j]! >= capacity[j]!) continue;
    const end = reached + slotStep * load[j]! - price[j]!;
    if (end < cost) {
      cost = end;
      search.endOffer = j;
      search.endRequest = -1;
    }
  }
  search.cost = cost;
}

/** Keeps reduced costs at 0 or more and makes the whole chain tight. */
function raisePrices(plan: Plan, search: Search, i: number): void {
  const { price, profit, first, next } = plan;
  const { cost, settled } = search;
  const { key } = search.heap;
  profit[i] = profit[i]! - cost;
  for (let s = 0; s < search.settledCount; s++) {
    const j = settled[s]!;
    const rise = cost - key[j]!;
    price[j] = price[j]! + rise;
    for (let k = first[j]!; k >= 0; k = next[k]!) profit[k] = profit[k]! - rise;
  }
}

function moveAlongChain(plan: Plan, search: Search, i: number): void {
  const { mate } = plan;
  if (search.endRequest === i) return;
  let j = search.endOffer;
  if (j < 0) {
    j = mate[search.endRequest]!;
    unseat(plan, search.endRequest);
  }
  for (;;) {
    const k = search.via[j]!;
    const left = mate[k]!;
    if (k !== i) unseat(plan, k);
    seat(plan, k, j);
    if (k === i) return;
    j = left;
  }
}
