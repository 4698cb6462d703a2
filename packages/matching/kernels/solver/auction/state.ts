import { nobody } from '../lists';
import { Contest, FREE, NEVER } from '../market';
import { createSlots, Slots } from '../slots';

/** Pairs of a request remembered between two readings of its whole row. */
export const CACHED_PAIRS: i32 = 4;

/** Everything the auction works on. Prices are exact multiples of the smallest ε used, far below 2^53 of them. */
export class Auction {
  /** Index of staying out among prices and mates: one past the last offer. */
  out: i32;
  slots: Slots;
  /** Price of each offer, Infinity when closed; at `out` the price of staying out. */
  price: StaticArray<f64>;
  /** Offer of each request, `out`, or −1 while it waits for its turn. */
  mate: StaticArray<i32>;
  /** Score of the pair that a request sits on. */
  mateScore: StaticArray<f64>;
  /** The best pairs of each request when its row was last read (−1: none), and a bound on all the others. */
  cachedPair: StaticArray<i32>;
  cachedBound: StaticArray<f64>;
  /** Requests that wait, a ring: `waiting` of them from `head` on. */
  queue: StaticArray<i32>;
  head: i32 = 0;
  waiting: i32 = 0;
  /** Largest difference between two values; gcd of all scores and of the slot costs. */
  range: f64 = 0;
  unit: f64 = 1;
  /** The least of all scores. */
  least: f64 = 0;
  /** What each further seat of an offer costs; 0 where every seat is filled anyway. */
  slotStep: f64;
  /** Whether a fixed number stays out. */
  isFull: bool;
  /** Pairs read so far. */
  work: f64 = 0;

  constructor(public contest: Contest) {
    const market = contest.market;
    const isFull = contest.stayingOut >= 0;
    this.isFull = isFull;
    this.out = market.offers;
    this.slots = createSlots(market, isFull ? contest.stayingOut : 0);
    this.price = new StaticArray<f64>(market.offers + 1);
    this.mate = nobody(market.requests);
    this.mateScore = new StaticArray<f64>(market.requests);
    this.cachedPair = nobody(market.requests * CACHED_PAIRS);
    this.cachedBound = new StaticArray<f64>(market.requests);
    this.queue = new StaticArray<i32>(contest.requests.length);
    this.slotStep = isFull ? 0 : market.slotStep;
    closeOffers(this);
    measureScores(this);
    labelSeats(this);
  }
}

function closeOffers(auction: Auction): void {
  const start = auction.slots.start;
  const closed = auction.contest.closed;
  for (let j = 0; j < auction.out; j++) {
    if (closed[j] === 1 || start[j] === start[j + 1]) auction.price[j] = Infinity;
  }
}

function measureScores(auction: Auction): void {
  const score = auction.contest.market.score;
  const pairs = auction.contest.market.pairs;
  let least = pairs === 0 ? 0 : score[0];
  let most = least;
  let unit: i64 = 0;
  for (let e = 0; e < pairs; e++) {
    const value = score[e];
    if (value < least) least = value;
    if (value > most) most = value;
    if (unit !== 1) unit = greatestDivisor(unit, abs(<i64>value));
  }
  auction.least = least;
  auction.range =
    auction.contest.stayingOut === FREE ? max<f64>(most, 0) - min<f64>(least, 0) : f64(most) - f64(least);
  auction.unit = max<f64>(1, f64(greatestDivisor(unit, i64(auction.slotStep))));
}

function greatestDivisor(a: i64, b: i64): i64 {
  let larger = a;
  let smaller = b;
  while (smaller !== 0) {
    const rest = larger % smaller;
    larger = smaller;
    smaller = rest;
  }
  return larger;
}

/** The k-th seat cannot be had below its cost. */
function labelSeats(auction: Auction): void {
  const start = auction.slots.start;
  const label = auction.slots.label;
  const out = auction.out;
  for (let j = 0; j < out; j++) {
    const first = start[j];
    for (let k = first; k < start[j + 1]; k++) label[k] = auction.slotStep * f64(k - first);
  }
  auction.price[out] = firstPriceOfStayingOut(auction);
  for (let k = start[out]; k < start[out + 1]; k++) label[k] = auction.price[out];
}

/**
 * Where a fixed number stays out, only differences of prices count. Starting at the least score instead of 0
 * saves raising every price from far below.
 */
function firstPriceOfStayingOut(auction: Auction): f64 {
  const stayingOut = auction.contest.stayingOut;
  if (stayingOut === NEVER) return Infinity;
  return stayingOut === FREE ? 0 : -auction.least;
}
