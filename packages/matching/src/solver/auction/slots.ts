import type { SparseMarket } from '../sparse-market.ts';

/**
 * The seats of all offers, each with a label (what its holder would have to be outbid by) and a holder or −1.
 * The seats of one offer lie together as a binary heap by label, cheapest first: an offer's price is the label
 * of its first seat.
 */
export interface Slots {
  /** Seats of offer j: `start[j]` … `start[j + 1] - 1`. */
  readonly start: Int32Array;
  readonly label: Float64Array;
  readonly holder: Int32Array;
}

/**
 * Seats for every offer, and for one more offer of `extraSeats` at the end. Of seats beyond what the offer's
 * pairs could fill only one is kept: it stays free, which is what matters for the price.
 */
export function createSlots(market: SparseMarket, extraSeats: number): Slots {
  const { offers, capacity, column } = market;
  const start = new Int32Array(offers + 2);
  for (let e = 0; e < column.length; e++) start[column[e]! + 1] = start[column[e]! + 1]! + 1;
  for (let j = 0; j < offers; j++) {
    start[j + 1] = start[j]! + Math.min(capacity[j]!, start[j + 1]! + 1);
  }
  const seats = start[offers]! + extraSeats;
  start[offers + 1] = seats;
  return { start, label: new Float64Array(seats), holder: new Int32Array(seats).fill(-1) };
}

/** Puts request i on the cheapest seat of offer j under a new, higher label; returns who sat there, or −1. */
export function takeCheapest(slots: Slots, j: number, i: number, newLabel: number): number {
  const { start, label, holder } = slots;
  const root = start[j]!;
  const evicted = holder[root]!;
  siftDown(label, holder, root, start[j + 1]! - root, 0, newLabel, i);
  return evicted;
}

/** Restores the heap of an offer after arbitrary changes of its labels. */
export function orderSeats(slots: Slots, j: number): void {
  const { start, label, holder } = slots;
  const root = start[j]!;
  const count = start[j + 1]! - root;
  for (let at = (count >> 1) - 1; at >= 0; at--) {
    siftDown(label, holder, root, count, at, label[root + at]!, holder[root + at]!);
  }
}

function siftDown(
  label: Float64Array,
  holder: Int32Array,
  root: number,
  count: number,
  from: number,
  newLabel: number,
  newHolder: number,
): void {
  let at = from;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= count) break;
    if (child + 1 < count && label[root + child + 1]! < label[root + child]!) child++;
    if (label[root + child]! >= newLabel) break;
    label[root + at] = label[root + child]!;
    holder[root + at] = holder[root + child]!;
    at = child;
  }
  label[root + at] = newLabel;
  holder[root + at] = newHolder;
}
