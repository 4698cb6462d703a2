import { unrankedRank } from './level-costs.ts';
import type { FlowObjective } from './plan-value.ts';
import type { RichMarket } from './rich-market.ts';
import { type FreeSeats, seatsToFill } from './seat-network.ts';

/**
 * What a place in a plan is worth to each request, in 1/scale of a gain. Any numbers prove a bound: every
 * offer takes the set of requests, within its capacity and from its minimum on, that is worth most beyond
 * their prices; the prices themselves are paid at most by the dearest requests that can be served
 * (Lagrangian relaxation of the requests\' seats; Geoffrion 1974).
 */
export interface CirclePrices {
  readonly scale: number;
  readonly request: Float64Array;
}

/** A market with minima as the bound sees it: pairs by offer, fixed ones and their seats taken out. */
export interface Circles {
  readonly market: RichMarket;
  readonly free: FreeSeats;
  readonly scale: number;
  /** Gain of each pair, and cost of one step of load, times `scale`. */
  readonly gain: Float64Array;
  readonly step: number;
  readonly columnStart: Int32Array;
  readonly columnPair: Int32Array;
  /** Whether every plan serves as many as counted beforehand; else nobody need be served. */
  readonly isCounted: boolean;
  /** Requests of each priority, highest first. */
  readonly groups: readonly Int32Array[];
}

/** Scaled gains beyond this would not add up exactly. */
const LARGEST = 2 ** 36;

/** Prepares a market for bounds, or null where minima play no part or numbers are too large. */
export function circlesOf(market: RichMarket, free: FreeSeats, objective: FlowObjective): Circles | null {
  const gains = gainsFor(market, objective);
  if (gains === null) return null;
  let isAsked = false;
  for (let j = 0; j < market.offers; j++) if (seatsToFill(market, j) > 1) isAsked = true;
  const seats = market.seats.reduce((sum, wanted) => sum + wanted, 0);
  const scale = 2 ** Math.ceil(Math.log2(4 * seats + 4));
  const most = gains.gain.reduce((size, gain) => Math.max(size, Math.abs(gain)), gains.step * seats);
  if (!isAsked || most * scale > LARGEST) return null;
  const columnStart = new Int32Array(market.offers + 1);
  for (let pair = 0; pair < free.isFixed.length; pair++) {
    if (isOpen(market, free, pair)) columnStart[market.pairOffer[pair]! + 1]!++;
  }
  for (let j = 0; j < market.offers; j++) columnStart[j + 1]! += columnStart[j]!;
  const columnPair = new Int32Array(columnStart[market.offers]!);
  const at = columnStart.slice();
  for (let pair = 0; pair < free.isFixed.length; pair++) {
    if (isOpen(market, free, pair)) columnPair[at[market.pairOffer[pair]!]!++] = pair;
  }
  return {
    market,
    free,
    scale,
    gain: gains.gain.map((gain) => gain * scale),
    step: gains.step * scale,
    columnStart,
    columnPair,
    isCounted: objective !== 'total',
    groups: groupsOf(market, free),
  };
}

const isOpen = (market: RichMarket, free: FreeSeats, pair: number): boolean =>
  free.isFixed[pair] === 0 && free.request[market.pairRequest[pair]!]! > 0;

function gainsFor(market: RichMarket, objective: FlowObjective): { gain: Float64Array; step: number } | null {
  if (objective === 'rank-sum') {
    const last = unrankedRank(market);
    return { gain: Float64Array.from(market.requestRank, (rank) => -(rank || last)), step: 0 };
  }
  if (objective !== 'served' && objective !== 'total') return null;
  if (!(market.gain instanceof Float64Array) || typeof market.loadStep !== 'number') return null;
  return { gain: market.gain, step: market.loadStep };
}

function groupsOf(market: RichMarket, free: FreeSeats): Int32Array[] {
  const all = Array.from({ length: market.requests }, (_, i) => i).filter((i) => free.request[i]! > 0);
  const steps = [...new Set(market.priority)].sort((a, b) => b - a);
  return steps.map((priority) => Int32Array.from(all.filter((i) => market.priority[i] === priority)));
}

/** A bound under some prices, and how to improve them. */
export interface Evaluation {
  /** Times `scale`; without the fixed pairs. */
  readonly bound: number;
  /** Of each request: times its price is counted, minus times an offer takes it. */
  readonly slope: Int32Array;
  /** 1 for offers that take somebody. */
  readonly isUsed: Uint8Array;
}

/** Evaluates prices. `counts` are the new seats filled of each priority, highest first. */
export function evaluate(
  circles: Circles,
  choice: Int8Array,
  counts: readonly number[],
  price: Float64Array,
): Evaluation {
  const { market, free, groups, isCounted } = circles;
  const slope = new Int32Array(market.requests);
  const isUsed = new Uint8Array(market.offers);
  let bound = 0;
  groups.forEach((group, k) => {
    const dearest = isCounted
      ? group.slice().sort((a, b) => price[b]! - price[a]! || a - b)
      : group.filter((i) => price[i]! > 0);
    let left = isCounted ? counts[k]! : Number.POSITIVE_INFINITY;
    for (const i of dearest) {
      const seats = Math.min(left, free.request[i]!);
      if (seats <= 0) break;
      bound += seats * price[i]!;
      slope[i]! += seats;
      left -= seats;
    }
  });
  const best = new Int32Array(market.requests);
  for (let j = 0; j < market.offers; j++) {
    if (choice[j]! < 0) continue;
    const size = takeBest(circles, choice, j, price, best);
    if (size.count > 0) isUsed[j] = 1;
    for (let k = 0; k < size.count; k++) slope[market.pairRequest[best[k]!]!]!--;
    bound += size.worth;
  }
  return { bound, slope, isUsed };
}

/** The best set an offer may take; its pairs go to the front of `best`. */
function takeBest(
  { market, free, gain, step, columnStart, columnPair }: Circles,
  choice: Int8Array,
  j: number,
  price: Float64Array,
  best: Int32Array,
): { count: number; worth: number } {
  const room = Math.min(free.offer[j]!, columnStart[j + 1]! - columnStart[j]!);
  const fixed = free.fixedAtOffer[j]!;
  const least = Math.max(0, seatsToFill(market, j) - fixed);
  const worthOf = (pair: number) => gain[pair]! - price[market.pairRequest[pair]!]!;
  let size = 0;
  for (let e = columnStart[j]!; e < columnStart[j + 1]!; e++) {
    const pair = columnPair[e]!;
    const worth = worthOf(pair);
    if (size === room && (room === 0 || worth <= worthOf(best[size - 1]!))) continue;
    let at = size < room ? size++ : size - 1;
    for (; at > 0 && worthOf(best[at - 1]!) < worth; at--) best[at] = best[at - 1]!;
    best[at] = pair;
  }
  const mayBeEmpty = choice[j]! <= 0 && fixed === 0;
  let count = 0;
  let worth = mayBeEmpty || least === 0 ? 0 : Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (let k = 1; k <= size; k++) {
    sum += worthOf(best[k - 1]!) - step * (fixed + k - 1);
    if (k < least || sum <= worth) continue;
    worth = sum;
    count = k;
  }
  return worth === Number.NEGATIVE_INFINITY ? { count: 0, worth: -LARGEST * 4 } : { count, worth };
}

const PATIENCE = 12;

/** A tightened bound: the best prices found and what they prove. */
export interface Tightened {
  readonly prices: CirclePrices;
  /** No plan of the choice has more, fixed pairs apart; in gains. */
  readonly bound: number;
  readonly last: Evaluation;
  /** How often each offer took somebody, 0…1. */
  readonly usage: Float64Array;
  readonly rounds: number;
}

/**
 * Improves prices by subgradient steps (Polyak 1969) towards `goal`, at most `rounds` of them; stops once no
 * plan can have more than `goal`. Prices are integers throughout, so each bound is exact.
 */
export function tighten(
  circles: Circles,
  choice: Int8Array,
  counts: readonly number[],
  start: Float64Array,
  goal: number,
  rounds: number,
): Tightened {
  const { scale, market } = circles;
  const price = start.slice();
  let best = start.slice();
  let bestAt = evaluate(circles, choice, counts, price);
  let at = bestAt;
  let pace = 1;
  let idle = 0;
  let round = 0;
  const usage = new Float64Array(market.offers);
  for (; round < rounds && Math.floor(bestAt.bound / scale) > goal; round++) {
    let size = 0;
    for (let i = 0; i < price.length; i++) size += at.slope[i]! ** 2;
    if (size === 0) break;
    const stride = (pace * Math.max(scale / 2, at.bound - (goal + 0.5) * scale)) / size;
    for (let i = 0; i < price.length; i++) price[i] = Math.round(price[i]! - stride * at.slope[i]!);
    at = evaluate(circles, choice, counts, price);
    for (let j = 0; j < usage.length; j++) usage[j]! += at.isUsed[j]!;
    if (at.bound < bestAt.bound) {
      bestAt = at;
      best = price.slice();
      idle = 0;
    } else if (++idle === PATIENCE) {
      idle = 0;
      pace /= 2;
      price.set(best);
      at = bestAt;
    }
  }
  for (let j = 0; j < usage.length; j++) usage[j]! /= Math.max(1, round);
  return {
    prices: { scale, request: best },
    bound: Math.floor(bestAt.bound / scale),
    last: bestAt,
    usage,
    rounds: round,
  };
}
