/**
 * As many requests served as possible, scores aside, and the split of the market that follows from it.
 *
 * First a double push (a push-relabel method; Kaya, Langguth, Manne & Uçar 2013): a request takes the cheapest
 * seat of the offer with the lowest label and sends its holder on; labels estimate how far a free seat is.
 * Who meets only labels above a small limit is set aside. Then a search from each of those: either it finds a
 * chain to a free seat, or everything it saw is full for good and is never searched again (Dulmage & Mendelsohn
 * 1958): these are the contested offers.
 */
import { createSlots, type Slots, takeCheapest } from '../auction/slots.ts';
import type { SparseMarket } from '../sparse-market.ts';

/** How the market falls apart. Contested requests have pairs with contested offers only. */
export interface ServedSplit {
  /** The offer of each request, or −1: a plan that serves the most. */
  readonly mate: Int32Array;
  readonly served: number;
  /** 1 for offers that are full in every plan that serves the most. */
  readonly contestedOffer: Uint8Array;
  /** 1 for requests that compete for them (some stay out); all others are served in every such plan. */
  readonly contestedRequest: Uint8Array;
}

const LABEL_LIMIT = 6;

interface Search {
  readonly market: SparseMarket;
  readonly slots: Slots;
  readonly free: Int32Array;
  readonly mate: Int32Array;
  /** Number of the search that saw an offer last; −1 once it is known to be full for good. */
  readonly seenBy: Int32Array;
  readonly via: Int32Array;
  readonly queue: Int32Array;
}

/** Solves maximum cardinality exactly. */
export function serveMost(market: SparseMarket): ServedSplit {
  const slots = createSlots(market, 0);
  const mate = new Int32Array(market.requests).fill(-1);
  const aside = pushAll(market, slots, mate);
  const search: Search = {
    market,
    slots,
    free: countFree(market, slots),
    mate,
    seenBy: new Int32Array(market.offers),
    via: new Int32Array(market.offers),
    queue: new Int32Array(market.requests),
  };
  for (let k = 0; k < aside.length; k++) {
    if (mate[aside[k]!] === -1) searchFrom(search, aside[k]!, k + 1);
  }
  return splitOf(search);
}

/** The double push; returns the requests set aside. */
function pushAll(market: SparseMarket, slots: Slots, mate: Int32Array): Int32Array {
  const { requests, rowStart, column } = market;
  const price = seatLabels(market, slots);
  const queue = new Int32Array(requests);
  for (let i = 0; i < requests; i++) queue[i] = i;
  const aside = new Int32Array(requests);
  let asideCount = 0;
  let head = 0;
  let waiting = requests;
  while (waiting > 0) {
    const i = queue[head]!;
    head = head + 1 === requests ? 0 : head + 1;
    waiting--;
    const found = lowestTwo(column, price, rowStart[i]!, rowStart[i + 1]!);
    const e = Math.floor(found / 16);
    if (found < 0) {
      aside[asideCount++] = i;
      continue;
    }
    const j = column[e]!;
    const evicted = takeCheapest(slots, j, i, found - 16 * e + 1);
    price[j] = slots.label[slots.start[j]!]!;
    mate[i] = j;
    if (evicted < 0) continue;
    mate[evicted] = -1;
    let tail = head + waiting;
    if (tail >= requests) tail -= requests;
    queue[tail] = evicted;
    waiting++;
  }
  return aside.subarray(0, asideCount);
}

function seatLabels(market: SparseMarket, slots: Slots): Int32Array {
  const price = new Int32Array(market.offers);
  for (let j = 0; j < market.offers; j++) {
    if (slots.start[j] === slots.start[j + 1]) price[j] = LABEL_LIMIT;
  }
  return price;
}

/** The pair with the lowest label times 16, plus the second lowest label; −1 when all labels reach the limit. */
function lowestTwo(column: Int32Array, price: Int32Array, start: number, end: number): number {
  let lowest = LABEL_LIMIT;
  let second = LABEL_LIMIT;
  let pair = -1;
  for (let e = start; e < end; e++) {
    const label = price[column[e]!]!;
    if (label >= second) continue;
    if (label >= lowest) {
      second = label;
      continue;
    }
    second = lowest;
    lowest = label;
    pair = e;
    if (lowest === 0) return pair * 16;
  }
  return pair < 0 ? -1 : pair * 16 + second;
}

function countFree(market: SparseMarket, slots: Slots): Int32Array {
  const free = new Int32Array(market.offers);
  for (let j = 0; j < market.offers; j++) {
    for (let k = slots.start[j]!; k < slots.start[j + 1]!; k++) {
      if (slots.holder[k] === -1) free[j] = free[j]! + 1;
    }
  }
  return free;
}

/** Breadth first from an unserved request over offers not yet known to be full for good. */
function searchFrom(search: Search, from: number, round: number): void {
  const { queue } = search;
  queue[0] = from;
  let tail = 1;
  for (let head = 0; head < tail; head++) {
    tail = askOffers(search, queue[head]!, round, tail);
    if (tail < 0) {
      moveAlong(search, from, -1 - tail);
      return;
    }
  }
  closeForGood(search, tail);
}

/**
 * Queues the holders of all offers of a request that were not seen in this round; returns the new tail, or −1 − j when offer j
 * has a free seat. A function of its own: V8 threw away its optimized code over and over while it was a loop of `searchFrom`.
 */
function askOffers(search: Search, i: number, round: number, from: number): number {
  const { market, slots, free, seenBy, via, queue } = search;
  const { rowStart, column } = market;
  let tail = from;
  for (let e = rowStart[i]!, end = rowStart[i + 1]!; e < end; e++) {
    const j = column[e]!;
    if (seenBy[j] === round || seenBy[j] === -1) continue;
    seenBy[j] = round;
    via[j] = i;
    if (free[j]! > 0) return -1 - j;
    for (let k = slots.start[j]!; k < slots.start[j + 1]!; k++) queue[tail++] = slots.holder[k]!;
  }
  return tail;
}

/** Whoever was reached can reach no free seat: their offers are full in every plan that serves the most. */
function closeForGood({ market, seenBy, queue }: Search, reached: number): void {
  const { rowStart, column } = market;
  for (let k = 0; k < reached; k++) {
    const i = queue[k]!;
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) seenBy[column[e]!] = -1;
  }
}

function moveAlong(search: Search, from: number, last: number): void {
  const { slots, free, mate, via } = search;
  free[last] = free[last]! - 1;
  let j = last;
  let leaves = -1;
  for (;;) {
    const i = via[j]!;
    const previous = mate[i]!;
    let k = slots.start[j]!;
    while (slots.holder[k] !== leaves) k++;
    slots.holder[k] = i;
    mate[i] = j;
    if (i === from) return;
    leaves = i;
    j = previous;
  }
}

function splitOf(search: Search): ServedSplit {
  const { market, mate, seenBy } = search;
  const contestedOffer = new Uint8Array(market.offers);
  const contestedRequest = new Uint8Array(market.requests);
  for (let j = 0; j < market.offers; j++) {
    if (seenBy[j] === -1 || market.capacity[j] === 0) contestedOffer[j] = 1;
  }
  let served = 0;
  for (let i = 0; i < market.requests; i++) {
    const j = mate[i]!;
    if (j >= 0) served++;
    if (j < 0 || contestedOffer[j] === 1) contestedRequest[i] = 1;
  }
  return { mate, served, contestedOffer, contestedRequest };
}
