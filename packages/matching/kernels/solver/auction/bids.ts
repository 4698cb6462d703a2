/** The forward half of the auction, where the time goes. Nothing is allocated. */
import { FREE } from '../market';
import { takeCheapest } from '../slots';
import { Auction, CACHED_PAIRS } from './state';

/**
 * Reads a whole row: remembers its best pairs at today's prices and bounds the rest.
 * Prices only rise while bids are made, so the bound stays true until the next phase.
 */
export function readRow(auction: Auction, i: i32): void {
  const market = auction.contest.market;
  const column = market.column;
  const score = market.score;
  const price = auction.price;
  let v1: f64 = -Infinity;
  let v2: f64 = -Infinity;
  let v3: f64 = -Infinity;
  let v4: f64 = -Infinity;
  let v5: f64 = -Infinity;
  let e1 = -1;
  let e2 = -1;
  let e3 = -1;
  let e4 = -1;
  const start = market.rowStart[i];
  const end = market.rowStart[i + 1];
  for (let e = start; e < end; e++) {
    const value = f64(score[e]) - price[column[e]];
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
  const cachedPair = auction.cachedPair;
  cachedPair[at] = e1;
  cachedPair[at + 1] = e2;
  cachedPair[at + 2] = e3;
  cachedPair[at + 3] = e4;
  auction.cachedBound[i] = v5;
  auction.work += f64(end - start);
}

/**
 * A bound on what a request can get at today's prices, one offer left out of account: the best remembered pair,
 * staying out, or the bound on all others. −Infinity when there is nothing.
 */
export function bestValue(auction: Auction, i: i32, except: i32): f64 {
  const market = auction.contest.market;
  const price = auction.price;
  const cachedPair = auction.cachedPair;
  const at = i * CACHED_PAIRS;
  let best = auction.cachedBound[i];
  if (except !== auction.out && -price[auction.out] > best) best = -price[auction.out];
  for (let k = at; k < at + CACHED_PAIRS; k++) {
    const e = cachedPair[k];
    if (e < 0) break;
    const j = market.column[e];
    const value = f64(market.score[e]) - price[j];
    if (value > best && j !== except) best = value;
  }
  return best;
}

export const SEATED: i32 = 0;
export const PAUSED: i32 = 1;
export const REFUSED: i32 = 2;

/**
 * Lets the waiting requests bid until all are seated (or stay out) within ε of their best: SEATED. Or until
 * `auction.work` passes the limit: PAUSED, to be called again; or an exact number would be passed: REFUSED.
 */
export function bidUntilSeated(auction: Auction, epsilon: f64, workLimit: f64): i32 {
  const queue = auction.queue;
  const ring = queue.length;
  let head = auction.head;
  let waiting = auction.waiting;
  let refused = false;
  while (waiting > 0 && auction.work <= workLimit) {
    const evicted = bid(auction, queue[head], epsilon);
    if (evicted === TOO_DEAR) {
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
  if (refused) return REFUSED;
  return waiting === 0 ? SEATED : PAUSED;
}

const NOBODY: i32 = -1;
const TOO_DEAR: i32 = -2;
/** 2^36 */
const LARGEST_PRICE: f64 = 68_719_476_736;

/** One bid; returns the request it drives out, NOBODY or TOO_DEAR. */
function bid(auction: Auction, i: i32, epsilon: f64): i32 {
  const market = auction.contest.market;
  const column = market.column;
  const score = market.score;
  const price = auction.price;
  const cachedPair = auction.cachedPair;
  const at = i * CACHED_PAIRS;
  const out = -price[auction.out];
  for (let fresh = 0; ; fresh++) {
    let best: f64 = -Infinity;
    let second = out;
    let bestPair = -1;
    for (let k = at; k < at + CACHED_PAIRS; k++) {
      const e = cachedPair[k];
      if (e < 0) break;
      const value = f64(score[e]) - price[column[e]];
      if (value > best) {
        if (best > second) second = best;
        best = value;
        bestPair = e;
      } else if (value > second) second = value;
    }
    const staysOut = out >= best;
    const runnerUp = staysOut ? best : second;
    if (fresh === 0 && (runnerUp < auction.cachedBound[i] || bestPair < 0)) {
      readRow(auction, i);
      continue;
    }
    auction.work += f64(CACHED_PAIRS);
    if (staysOut) return stayOut(auction, i, best, epsilon);
    const gap = runnerUp === -Infinity ? auction.range : best - runnerUp;
    return sit(auction, i, bestPair, gap + epsilon);
  }
}

function sit(auction: Auction, i: i32, pair: i32, rise: f64): i32 {
  const market = auction.contest.market;
  const slots = auction.slots;
  const j = market.column[pair];
  const label = auction.price[j] + rise;
  if (!(label < LARGEST_PRICE)) return TOO_DEAR;
  const evicted = takeCheapest(slots, j, i, label);
  auction.price[j] = slots.label[slots.start[j]];
  auction.mate[i] = j;
  auction.mateScore[i] = f64(market.score[pair]);
  return evicted;
}

function stayOut(auction: Auction, i: i32, best: f64, epsilon: f64): i32 {
  const out = auction.out;
  const price = auction.price;
  const slots = auction.slots;
  if (!(price[out] < LARGEST_PRICE)) return TOO_DEAR;
  auction.mate[i] = out;
  auction.mateScore[i] = 0;
  if (auction.contest.stayingOut === FREE) return NOBODY;
  const gap = best === -Infinity ? auction.range : -price[out] - best;
  const evicted = takeCheapest(slots, out, i, price[out] + gap + epsilon);
  price[out] = slots.label[slots.start[out]];
  return evicted;
}
