import type { SparseMarket } from '../sparse-market.ts';
import { createSlots, type Slots } from './slots.ts';

/**
 * What a request may do instead of taking an offer:
 * `never` – it must be served (and can be); `free` – stay out, worth 0, always possible;
 * a number – that many requests must stay out, worth 0 each, and every seat is filled.
 */
export type StayingOut = 'never' | 'free' | number;

/** A part of a market to be auctioned: the requests that take part and the offers open to them. */
export interface Contest {
  readonly market: SparseMarket;
  readonly requests: Int32Array;
  /** 1 for offers that take no part. */
  readonly closed: Uint8Array;
  readonly stayingOut: StayingOut;
}

/** Pairs of a request remembered between two readings of its whole row. */
export const CACHED_PAIRS = 4;

/** Everything the auction works on. Prices are exact multiples of the smallest ε used, far below 2^53 of them. */
export interface AuctionState {
  readonly market: SparseMarket;
  readonly requests: Int32Array;
  /** Index of staying out among prices and mates: one past the last offer. */
  readonly out: number;
  readonly stayingOut: StayingOut;
  readonly slots: Slots;
  /** Price of each offer, Infinity when closed; at `out` the price of staying out. */
  readonly price: Float64Array;
  /** Offer of each request, `out`, or −1 while it waits for its turn. */
  readonly mate: Int32Array;
  /** Score of the pair that a request sits on. */
  readonly mateScore: Float64Array;
  /** The best pairs of each request when its row was last read (−1: none), and a bound on all the others. */
  readonly cachedPair: Int32Array;
  readonly cachedBound: Float64Array;
  /** Requests that wait, a ring: `waiting` of them from `head` on. */
  readonly queue: Int32Array;
  head: number;
  waiting: number;
  /** Largest difference between two values; gcd of all scores and of the slot costs. */
  readonly range: number;
  readonly unit: number;
  /** The least of all scores. */
  readonly least: number;
  /** What each further seat of an offer costs; 0 where every seat is filled anyway. */
  readonly slotStep: number;
  /** Pairs read so far. */
  work: number;
}

export function createAuction(contest: Contest): AuctionState {
  const { market, closed, stayingOut } = contest;
  const slots = createSlots(market, typeof stayingOut === 'number' ? stayingOut : 0);
  const price = new Float64Array(market.offers + 1);
  for (let j = 0; j < market.offers; j++) {
    if (closed[j] === 1 || slots.start[j] === slots.start[j + 1]) price[j] = Number.POSITIVE_INFINITY;
  }
  const { least, most, unit } = measureScores(market.score);
  const slotStep = typeof stayingOut === 'number' ? 0 : market.slotStep;
  labelSeats(slots, market.offers, slotStep);
  price[market.offers] = firstPriceOfStayingOut(stayingOut, least);
  return {
    market,
    requests: contest.requests,
    out: market.offers,
    stayingOut,
    slots: labelOut(slots, market.offers, price[market.offers]!),
    price,
    mate: new Int32Array(market.requests).fill(-1),
    mateScore: new Float64Array(market.requests),
    cachedPair: new Int32Array(market.requests * CACHED_PAIRS).fill(-1),
    cachedBound: new Float64Array(market.requests),
    queue: new Int32Array(contest.requests.length),
    head: 0,
    waiting: 0,
    range: stayingOut === 'free' ? Math.max(most, 0) - Math.min(least, 0) : most - least,
    unit: Math.max(1, greatestDivisor(unit, slotStep)),
    least,
    slotStep,
    work: 0,
  };
}

/** The k-th seat cannot be had below its cost. */
function labelSeats(slots: Slots, offers: number, slotStep: number): void {
  for (let j = 0; j < offers; j++) {
    const start = slots.start[j]!;
    for (let k = start; k < slots.start[j + 1]!; k++) slots.label[k] = slotStep * (k - start);
  }
}

function labelOut(slots: Slots, out: number, price: number): Slots {
  slots.label.fill(price, slots.start[out]!, slots.start[out + 1]!);
  return slots;
}

/**
 * Where a fixed number stays out, only differences of prices count. Starting at the least score instead of 0
 * saves raising every price from far below.
 */
function firstPriceOfStayingOut(stayingOut: StayingOut, leastScore: number): number {
  if (stayingOut === 'never') return Number.POSITIVE_INFINITY;
  return stayingOut === 'free' ? 0 : -leastScore;
}

function measureScores(score: Int32Array): { least: number; most: number; unit: number } {
  let least = score.length === 0 ? 0 : score[0]!;
  let most = least;
  let unit = 0;
  for (let e = 0; e < score.length; e++) {
    const value = score[e]!;
    if (value < least) least = value;
    if (value > most) most = value;
    if (unit !== 1) unit = greatestDivisor(unit, Math.abs(value));
  }
  return { least, most, unit };
}

function greatestDivisor(a: number, b: number): number {
  let larger = a;
  let smaller = b;
  while (smaller !== 0) {
    const rest = larger % smaller;
    larger = smaller;
    smaller = rest;
  }
  return larger;
}
