/**
 * As many requests served as possible, scores aside, and the split of the market that follows from it.
 *
 * First a double push (a push-relabel method; Kaya, Langguth, Manne & Uçar 2013): a request takes the cheapest
 * seat of the offer with the lowest label and sends its holder on; labels estimate how far a free seat is.
 * Who meets only labels above a small limit is set aside. Then a search from each of those: either it finds a
 * chain to a free seat, or everything it saw is full for good and is never searched again (Dulmage & Mendelsohn
 * 1958): these are the contested offers.
 */
import { nobody } from './lists';
import { Market } from './market';
import { createSlots, Slots, takeCheapest } from './slots';

const LABEL_LIMIT: i32 = 6;

export class Served {
  slots: Slots;
  free: StaticArray<i32>;
  /** The offer of each request, or −1: a plan that serves the most. */
  mate: StaticArray<i32>;
  /** Number of the search that saw an offer last; −1 once it is known to be full for good. */
  seenBy: StaticArray<i32>;
  via: StaticArray<i32>;
  queue: StaticArray<i32>;

  constructor(public market: Market) {
    this.slots = createSlots(market, 0);
    this.free = new StaticArray<i32>(market.offers);
    this.mate = nobody(market.requests);
    this.seenBy = new StaticArray<i32>(market.offers);
    this.via = new StaticArray<i32>(market.offers);
    this.queue = new StaticArray<i32>(market.requests + 1);
  }
}

/** Solves maximum cardinality exactly. */
export function serveMost(market: Market): Served {
  const served = new Served(market);
  const aside = new StaticArray<i32>(market.requests);
  const count = pushAll(served, aside);
  countFree(served);
  for (let k = 0; k < count; k++) {
    if (served.mate[aside[k]] === -1) searchFrom(served, aside[k], k + 1);
  }
  return served;
}

/** The double push; writes the requests set aside and returns how many. */
function pushAll(served: Served, aside: StaticArray<i32>): i32 {
  const market = served.market;
  const requests = market.requests;
  const rowStart = market.rowStart;
  const column = market.column;
  const slots = served.slots;
  const mate = served.mate;
  const queue = served.queue;
  const price = seatLabels(served);
  for (let i = 0; i < requests; i++) queue[i] = i;
  let asideCount = 0;
  let head = 0;
  let waiting = requests;
  while (waiting > 0) {
    const i = queue[head];
    head = head + 1 === requests ? 0 : head + 1;
    waiting--;
    let lowest = LABEL_LIMIT;
    let second = LABEL_LIMIT;
    let pair = -1;
    for (let e = rowStart[i], end = rowStart[i + 1]; e < end; e++) {
      const label = price[column[e]];
      if (label >= second) continue;
      if (label >= lowest) {
        second = label;
        continue;
      }
      second = lowest;
      lowest = label;
      pair = e;
      // No label is lower, and what the second lowest is makes no difference.
      if (lowest === 0) {
        second = 0;
        break;
      }
    }
    if (pair < 0) {
      aside[asideCount++] = i;
      continue;
    }
    const j = column[pair];
    const evicted = takeCheapest(slots, j, i, second + 1);
    price[j] = i32(slots.label[slots.start[j]]);
    mate[i] = j;
    if (evicted < 0) continue;
    mate[evicted] = -1;
    let tail = head + waiting;
    if (tail >= requests) tail -= requests;
    queue[tail] = evicted;
    waiting++;
  }
  return asideCount;
}

function seatLabels(served: Served): StaticArray<i32> {
  const offers = served.market.offers;
  const start = served.slots.start;
  const price = new StaticArray<i32>(offers);
  for (let j = 0; j < offers; j++) if (start[j] === start[j + 1]) price[j] = LABEL_LIMIT;
  return price;
}

function countFree(served: Served): void {
  const start = served.slots.start;
  const holder = served.slots.holder;
  for (let j = 0; j < served.market.offers; j++) {
    for (let k = start[j]; k < start[j + 1]; k++) if (holder[k] === -1) served.free[j] += 1;
  }
}

/** Breadth first from an unserved request over offers not yet known to be full for good. */
function searchFrom(served: Served, from: i32, round: i32): void {
  const market = served.market;
  const rowStart = market.rowStart;
  const column = market.column;
  const start = served.slots.start;
  const holder = served.slots.holder;
  const seenBy = served.seenBy;
  const queue = served.queue;
  queue[0] = from;
  let tail = 1;
  for (let head = 0; head < tail; head++) {
    const i = queue[head];
    for (let e = rowStart[i], end = rowStart[i + 1]; e < end; e++) {
      const j = column[e];
      if (seenBy[j] === round || seenBy[j] === -1) continue;
      seenBy[j] = round;
      served.via[j] = i;
      if (served.free[j] > 0) {
        moveAlong(served, from, j);
        return;
      }
      for (let k = start[j]; k < start[j + 1]; k++) queue[tail++] = holder[k];
    }
  }
  for (let k = 0; k < tail; k++) {
    const i = queue[k];
    for (let e = rowStart[i], end = rowStart[i + 1]; e < end; e++) seenBy[column[e]] = -1;
  }
}

function moveAlong(served: Served, from: i32, last: i32): void {
  const start = served.slots.start;
  const holder = served.slots.holder;
  served.free[last] -= 1;
  let j = last;
  let leaves = -1;
  for (;;) {
    const i = served.via[j];
    const previous = served.mate[i];
    let k = start[j];
    while (holder[k] !== leaves) k++;
    holder[k] = i;
    served.mate[i] = j;
    if (i === from) return;
    leaves = i;
    j = previous;
  }
}
