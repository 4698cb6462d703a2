/** The forward half of the auction, where the time goes. Small functions over typed arrays, nothing allocated. */
import { takeCheapest } from './slots.ts';
import { type AuctionState, CACHED_PAIRS } from './state.ts';

/**
 * Reads a whole row: remembers its best pairs at today's prices and bounds the rest.
 * Prices only rise while bids are made, so the bound stays true until the next phase.
 */
export function readRow(auction: AuctionState, i: number): void {
  const { rowStart, column, score } = auction.market;
  const { price, cachedPair, cachedBound } = auction;
  let v1 = Number.NEGATIVE_INFINITY;
  let v2 = Number.NEGATIVE_INFINITY;
  let v3 = Number.NEGATIVE_INFINITY;
  let v4 = Number.NEGATIVE_INFINITY;
  let v5 = Number.NEGATIVE_INFINITY;
  let e1 = -1;
  let e2 = -1;
  let e3 = -1;
  let e4 = -1;
  const start = rowStart[i]!;
  const end = rowStart[i + 1]!;
  for (let e = start; e < end; e++) {
    const value = score[e]! - price[column[e]!]!;
    if (value <= v5) continue;
    if (value > v2) {
      v5 = v4;
      v4 = v3;
      e4 = e3;
      v3 = v2;
      e3 = e2;
      if (value > v1) {
        v2 = v1;
        e2 = e1;
        v1 = value;
        e1 = e;
      } else {
        v2 = value;
        e2 = e;
      }
    } else if (value > v3) {
      v5 = v4;
      v4 = v3;
      e4 = e3;
      v3 = value;
      e3 = e;
    } else if (value > v4) {
      v5 = v4;
      v4 = value;
      e4 = e;
    } else {
      v5 = value;
    }
  }
  const at = i * CACHED_PAIRS;
  cachedPair[at] = e1;
  cachedPair[at + 1] = e2;
  cachedPair[at + 2] = e3;
  cachedPair[at + 3] = e4;
  cachedBound[i] = v5;
  auction.work += end - start;
}

/**
 * A bound on what a request can get at today's prices, one offer left out of account: the best remembered pair,
 * staying out, or the bound on all others. −Infinity when there is nothing.
 */
export function bestValue(auction: AuctionState, i: number, except: number): number {
  const { column, score } = auction.market;
  const { price, cachedPair } = auction;
  const at = i * CACHED_PAIRS;
  let best = auction.cachedBound[i]!;
  if (except !== auction.out && -price[auction.out]! > best) best = -price[auction.out]!;
  for (let k = at; k < at + CACHED_PAIRS; k++) {
    const e = cachedPair[k]!;
    if (e < 0) break;
    const j = column[e]!;
    const value = score[e]! - price[j]!;
    if (value > best && j !== except) best = value;
  }
  return best;
}

/**
 * Lets the waiting requests bid until all are seated (or stay out) within ε of their best: 'seated'. Or until
 * `auction.work` passes the limit: 'paused', to be called again; or an exact number would be passed: 'refused'.
 */
export function bidUntilSeated(
  auction: AuctionState,
  epsilon: number,
  workLimit: number,
): 'seated' | 'paused' | 'refused' {
  const { queue } = auction;
  const ring = queue.length;
  let head = auction.head;
  let waiting = auction.waiting;
  let refused = false;
  while (waiting > 0 && auction.work <= workLimit) {
    const i = queue[head]!;
    const evicted = bid(auction, i, epsilon);
    if (evicted === REFUSED) {
      refused = true;
      break;
    }
    head = head + 1 === ring ? 0 : head + 1;
    waiting--;
    if (evicted < 0) continue;
    auction.mate[evicted] = -1;
    const tail = head + waiting;
    queue[tail >= ring ? tail - ring : tail] = evicted;
    waiting++;
  }
  auction.head = head;
  auction.waiting = waiting;
  if (refused) return 'refused';
  return waiting === 0 ? 'seated' : 'paused';
}

const NOBODY = -1;
const REFUSED = -2;
const LARGEST_PRICE = 2 ** 36;

/** One bid; returns the request it drives out, NOBODY or REFUSED. */
function bid(auction: AuctionState, i: number, epsilon: number): number {
  const { column, score } = auction.market;
  const { price, cachedPair, cachedBound } = auction;
  const at = i * CACHED_PAIRS;
  const out = -price[auction.out]!;
  for (let fresh = 0; ; fresh++) {
    let best = Number.NEGATIVE_INFINITY;
    let second = out;
    let bestPair = -1;
    for (let k = at; k < at + CACHED_PAIRS; k++) {
      const e = cachedPair[k]!;
      if (e < 0) break;
      const value = score[e]! - price[column[e]!]!;
      if (value > best) {
        if (best > second) second = best;
        best = value;
        bestPair = e;
      } else if (value > second) second = value;
    }
    const staysOut = out >= best;
    const runnerUp = staysOut ? best : second;
    if (fresh === 0 && (runnerUp < cachedBound[i]! || bestPair < 0)) {
      readRow(auction, i);
      continue;
    }
    auction.work += CACHED_PAIRS;
    if (staysOut) return stayOut(auction, i, best, epsilon);
    const gap = runnerUp === Number.NEGATIVE_INFINITY ? auction.range : best - runnerUp;
    return sit(auction, i, bestPair, gap + epsilon);
  }
}

function sit(auction: AuctionState, i: number, pair: number, rise: number): number {
  const j = auction.market.column[pair]!;
  const { slots, price } = auction;
  const label = price[j]! + rise;
  if (!(label < LARGEST_PRICE)) return REFUSED;
  const evicted = takeCheapest(slots, j, i, label);
  price[j] = slots.label[slots.start[j]!]!;
  auction.mate[i] = j;
  auction.mateScore[i] = auction.market.score[pair]!;
  return evicted;
}

function stayOut(auction: AuctionState, i: number, best: number, epsilon: number): number {
  const { out, price, slots } = auction;
  if (!(price[out]! < LARGEST_PRICE)) return REFUSED;
  auction.mate[i] = out;
  auction.mateScore[i] = 0;
  if (auction.stayingOut === 'free') return NOBODY;
  const gap = best === Number.NEGATIVE_INFINITY ? auction.range : -price[out]! - best;
  const evicted = takeCheapest(slots, out, i, price[out]! + gap + epsilon);
  price[out] = slots.label[slots.start[out]!]!;
  return evicted;
}
