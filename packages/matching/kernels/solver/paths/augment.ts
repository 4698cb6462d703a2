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
import { PATHS, tick } from '../host';
import { nobody } from '../lists';
import { Contest } from '../market';
import { OfferHeap } from './offer-heap';

/** The share of requests after which the pace tells something about the rest. */
const TRIAL: f64 = 0.125;

/** A plan with whole prices (bonus included), and the search that improves it. */
export class Paths {
  price: StaticArray<f64>;
  profit: StaticArray<f64>;
  mate: StaticArray<i32>;
  load: StaticArray<i32>;
  /** The requests of an offer as a linked list. */
  first: StaticArray<i32>;
  next: StaticArray<i32>;
  previous: StaticArray<i32>;
  heap: OfferHeap;
  /** The request from which an offer was reached best. */
  via: StaticArray<i32>;
  /** Offers settled by the present search, in order. */
  settled: StaticArray<i32>;
  settledCount: i32 = 0;
  /** Where the cheapest chain ends: an offer's free seat, or a request that stays out; the other is −1. */
  endOffer: i32 = -1;
  endRequest: i32 = -1;
  /** Cost of that chain. */
  cost: f64 = 0;
  /** Rows read so far. */
  scans: f64 = 0;

  constructor(
    public contest: Contest,
    /** Added to every score: what it is worth to serve one more request. 0 for the objective `total`. */
    public bonus: f64,
  ) {
    const market = contest.market;
    this.price = new StaticArray<f64>(market.offers);
    this.profit = new StaticArray<f64>(market.requests);
    this.mate = nobody(market.requests);
    this.load = new StaticArray<i32>(market.offers);
    this.first = nobody(market.offers);
    this.next = nobody(market.requests);
    this.previous = nobody(market.requests);
    this.heap = new OfferHeap(market.offers);
    this.via = new StaticArray<i32>(market.offers);
    this.settled = new StaticArray<i32>(market.offers);
    // Nobody looks at an offer without seats: it has no holders, so its price could not be kept true.
    for (let j = 0; j < market.offers; j++) {
      if (contest.closed[j] === 1 || market.capacity[j] === 0) this.price[j] = Infinity;
    }
  }
}

/**
 * Best plan under `bonus`, or null when more than `workLimit` rows were read (Infinity for no limit).
 */
export function solveByPaths(contest: Contest, bonus: f64, workLimit: f64): Paths | null {
  const paths = new Paths(contest, bonus);
  const count = contest.requests.length;
  for (let k = 0; k < count; k++) {
    const i = contest.requests[k];
    if ((k & 1023) === 0) tick(PATHS, k, count);
    if ((k & 63) === 0 && isTooSlow(paths.scans, f64(k) / f64(count), workLimit)) return null;
    if (takeFreeSeat(paths, i)) continue;
    findChain(paths, i);
    raisePrices(paths, i);
    moveAlongChain(paths, i);
    if (paths.scans > workLimit) return null;
  }
  return paths;
}

/** Chains get longer as seats get scarce: the work grows about with the third power of the share done. */
function isTooSlow(scans: f64, share: f64, limit: f64): bool {
  return share >= TRIAL && scans > 2 * limit * share * share * share;
}

/** Sets the request's profit; seats it at once when its best offer has a seat free at today's price. */
function takeFreeSeat(paths: Paths, i: i32): bool {
  const market = paths.contest.market;
  const column = market.column;
  const price = paths.price;
  let best: f64 = 0;
  let bestOffer = -1;
  let bestFree = false;
  for (let e = market.rowStart[i], end = market.rowStart[i + 1]; e < end; e++) {
    const j = column[e];
    const value = f64(market.score[e]) + paths.bonus - price[j];
    if (value < best || (value === best && bestFree)) continue;
    const seats = paths.load[j];
    const free = seats < market.capacity[j] && price[j] === market.slotStep * f64(seats);
    if (value > best || free) {
      best = value;
      bestOffer = j;
      bestFree = free;
    }
  }
  paths.profit[i] = best;
  if (best === 0) return true;
  if (!bestFree) return false;
  seat(paths, i, bestOffer);
  return true;
}

function seat(paths: Paths, i: i32, j: i32): void {
  const head = paths.first[j];
  paths.mate[i] = j;
  paths.next[i] = head;
  paths.previous[i] = -1;
  if (head >= 0) paths.previous[head] = i;
  paths.first[j] = i;
  paths.load[j] += 1;
}

function unseat(paths: Paths, i: i32): void {
  const j = paths.mate[i];
  const before = paths.previous[i];
  const after = paths.next[i];
  if (before >= 0) paths.next[before] = after;
  else paths.first[j] = after;
  if (after >= 0) paths.previous[after] = before;
  paths.mate[i] = -1;
  paths.load[j] -= 1;
}

/** Dijkstra from request i; stops when no open offer is nearer than the best end found. */
function findChain(paths: Paths, i: i32): void {
  const heap = paths.heap;
  const next = paths.next;
  const profit = paths.profit;
  heap.clear();
  paths.settledCount = 0;
  paths.cost = profit[i];
  paths.endRequest = i;
  paths.endOffer = -1;
  scanRow(paths, i, 0);
  for (let j = heap.pop(); j >= 0; j = heap.pop()) {
    const distance = heap.key[j];
    if (distance >= paths.cost) return;
    paths.settled[paths.settledCount++] = j;
    for (let k = paths.first[j]; k >= 0; k = next[k]) {
      if (distance + profit[k] < paths.cost) {
        paths.cost = distance + profit[k];
        paths.endRequest = k;
        paths.endOffer = -1;
      }
      scanRow(paths, k, distance);
    }
  }
}

function scanRow(paths: Paths, i: i32, distance: f64): void {
  const market = paths.contest.market;
  const column = market.column;
  const score = market.score;
  const price = paths.price;
  const heap = paths.heap;
  const base = distance + paths.profit[i] - paths.bonus;
  let cost = paths.cost;
  paths.scans += 1;
  for (let e = market.rowStart[i], end = market.rowStart[i + 1]; e < end; e++) {
    const j = column[e];
    const reached = base - f64(score[e]) + price[j];
    if (reached >= cost) continue;
    if (heap.mark[j] === heap.round && reached >= heap.key[j]) continue;
    paths.via[j] = i;
    heap.lower(j, reached);
    if (paths.load[j] >= market.capacity[j]) continue;
    const whole = reached + market.slotStep * f64(paths.load[j]) - price[j];
    if (whole < cost) {
      cost = whole;
      paths.endOffer = j;
      paths.endRequest = -1;
    }
  }
  paths.cost = cost;
}

/** Keeps reduced costs at 0 or more and makes the whole chain tight. */
function raisePrices(paths: Paths, i: i32): void {
  const profit = paths.profit;
  const cost = paths.cost;
  profit[i] -= cost;
  for (let s = 0; s < paths.settledCount; s++) {
    const j = paths.settled[s];
    const rise = cost - paths.heap.key[j];
    paths.price[j] += rise;
    for (let k = paths.first[j]; k >= 0; k = paths.next[k]) profit[k] -= rise;
  }
}

function moveAlongChain(paths: Paths, i: i32): void {
  if (paths.endRequest === i) return;
  let j = paths.endOffer;
  if (j < 0) {
    j = paths.mate[paths.endRequest];
    unseat(paths, paths.endRequest);
  }
  for (;;) {
    const k = paths.via[j];
    const left = paths.mate[k];
    if (k !== i) unseat(paths, k);
    seat(paths, k, j);
    if (k === i) return;
    j = left;
  }
}
