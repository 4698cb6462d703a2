import { nobody } from './lists';
import { Market } from './market';

/**
 * The seats of all offers, each with a label (what its holder would have to be outbid by) and a holder or −1.
 * The seats of one offer lie together as a binary heap by label, cheapest first: an offer's price is the label
 * of its first seat.
 */
export class Slots {
  constructor(
    /** Seats of offer j: `start[j]` … `start[j + 1] - 1`. */
    public start: StaticArray<i32>,
    public label: StaticArray<f64>,
    public holder: StaticArray<i32>,
  ) {}
}

/**
 * Seats for every offer, and for one more offer of `extraSeats` at the end. Of seats beyond what the offer's
 * pairs could fill only one is kept: it stays free, which is what matters for the price.
 */
export function createSlots(market: Market, extraSeats: i32): Slots {
  const offers = market.offers;
  const capacity = market.capacity;
  const column = market.column;
  const start = new StaticArray<i32>(offers + 2);
  for (let e = 0; e < market.pairs; e++) start[column[e] + 1] += 1;
  for (let j = 0; j < offers; j++) {
    const wanted = start[j + 1] + 1;
    start[j + 1] = start[j] + (capacity[j] < wanted ? capacity[j] : wanted);
  }
  const seats = start[offers] + extraSeats;
  start[offers + 1] = seats;
  return new Slots(start, new StaticArray<f64>(seats), nobody(seats));
}

/** Puts request i on the cheapest seat of offer j under a new, higher label; returns who sat there, or −1. */
export function takeCheapest(slots: Slots, j: i32, i: i32, newLabel: f64): i32 {
  const root = slots.start[j];
  const evicted = slots.holder[root];
  siftDown(slots, root, slots.start[j + 1] - root, 0, newLabel, i);
  return evicted;
}

/** Restores the heap of an offer after arbitrary changes of its labels. */
export function orderSeats(slots: Slots, j: i32): void {
  const root = slots.start[j];
  const count = slots.start[j + 1] - root;
  for (let at = (count >> 1) - 1; at >= 0; at--) {
    siftDown(slots, root, count, at, slots.label[root + at], slots.holder[root + at]);
  }
}

function siftDown(slots: Slots, root: i32, count: i32, from: i32, newLabel: f64, newHolder: i32): void {
  const label = slots.label;
  const holder = slots.holder;
  let at = from;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= count) break;
    if (child + 1 < count && label[root + child + 1] < label[root + child]) child++;
    if (label[root + child] >= newLabel) break;
    label[root + at] = label[root + child];
    holder[root + at] = holder[root + child];
    at = child;
  }
  label[root + at] = newLabel;
  holder[root + at] = newHolder;
}
