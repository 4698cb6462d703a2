/**
 * The door to the solver's kernels. Lists are handed over by their addresses: the caller opens a market, writes its lists,
 * calls a kernel and reads the plan it left. Everything is forgotten with the next market.
 */
import { runAuction } from './auction/run-auction';
import { mateOf, pricesOf, solveDense } from './dense/solve-dense';
import { denseTableOf } from './dense/table';
import { Contest, hasRowFault as hasFault, Ints, largestScore as largest, Market } from './market';
import { solveByPaths } from './paths/augment';
import { Served, serveMost as serve } from './serve-most';

let market = changetype<Market>(0);
let contest = changetype<Contest>(0);
let served = changetype<Served>(0);
let mate = changetype<StaticArray<i32>>(0);
let price = changetype<StaticArray<f64>>(0);

/** Forgets everything. */
export function clear(): void {
  heap.reset();
}

/** Where memory for lists begins. */
export function heapAt(): usize {
  return __heap_base;
}

/** Room for so many bytes, holding whatever was there. */
export function room(bytes: i32): usize {
  return heap.alloc(bytes);
}

/** Opens a market whose lists were written to these addresses. */
export function openMarket(
  requests: i32,
  offers: i32,
  pairs: i32,
  slotStep: f64,
  rowStart: usize,
  column: usize,
  score: usize,
  capacity: usize,
): void {
  market = new Market(
    requests,
    offers,
    pairs,
    slotStep,
    changetype<Ints>(rowStart),
    changetype<Ints>(column),
    changetype<Ints>(score),
    changetype<Ints>(capacity),
  );
}

/** 1 where the rows of the market are malformed. */
export function hasRowFault(): i32 {
  return hasFault(market) ? 1 : 0;
}
export function largestScore(): f64 {
  return largest(market);
}

/** Serves the most, scores aside; leaves a mate for each request and what the last searches saw of each offer. */
export function serveMost(): void {
  served = serve(market);
}
export function servedMateAt(): usize {
  return changetype<usize>(served.mate);
}
export function seenByAt(): usize {
  return changetype<usize>(served.seenBy);
}

/** Makes room for a contest: how many requests take part, and NEVER, FREE or how many stay out. */
export function openContest(requests: i32, stayingOut: i32): void {
  contest = new Contest(market, requests, stayingOut);
}
export function contestRequestsAt(): usize {
  return changetype<usize>(contest.requests);
}
export function closedAt(): usize {
  return changetype<usize>(contest.closed);
}

export const SOLVED: i32 = 1;
export const GAVE_UP: i32 = 0;
export const NO_TABLE: i32 = -1;

export function auction(passLimit: f64): i32 {
  const result = runAuction(contest, passLimit);
  if (result === null) return GAVE_UP;
  mate = result.mate;
  price = result.price;
  return SOLVED;
}

export function paths(bonus: f64, workLimit: f64): i32 {
  const result = solveByPaths(contest, bonus, workLimit);
  if (result === null) return GAVE_UP;
  mate = result.mate;
  price = result.price;
  return SOLVED;
}

export function dense(): i32 {
  const table = denseTableOf(contest);
  if (table === null) return NO_TABLE;
  const plan = solveDense(table);
  if (plan === null) return GAVE_UP;
  mate = mateOf(plan);
  price = pricesOf(plan);
  return SOLVED;
}

/** The plan of the last kernel that solved the contest. */
export function mateAt(): usize {
  return changetype<usize>(mate);
}
export function priceAt(): usize {
  return changetype<usize>(price);
}
