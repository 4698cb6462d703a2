import type { OfferHeap } from './offer-heap.ts';
import { createOfferHeap } from './offer-heap.ts';
import { extendLists, grownInt32, type PairLists } from './pair-lists.ts';

/**
 * A solved market that stays solved while people come and go. Between two changes:
 *   profit(i) = max(0, best of bonus + score − price), reached by i's own offer; 0 when it stays out;
 *   price(j) ≥ slotStep × (load − 1), and price(j) ≤ slotStep × load while a seat is free.
 * Offers without seats and requests that have left (profit Infinity) are left out of account. Arrays grow by doubling; ids are never used twice.
 */
export interface LiveMarket {
  readonly objective: 'served' | 'total';
  readonly bonus: number;
  readonly slotStep: number;
  requests: number;
  offers: number;
  /** The row of each request, ascending. */
  readonly rows: PairLists;
  /** The column of each offer, in any order. */
  readonly columns: PairLists;
  capacity: Int32Array;
  load: Int32Array;
  price: Float64Array;
  profit: Float64Array;
  mate: Int32Array;
  /** The requests of each offer. */
  readonly seated: number[][];
  search: LiveSearch;
  /** Offers that were given another price, some more than once, for somebody who follows prices; null when nobody does. */
  repriced: number[] | null;
  /** All 0: room to mark requests while a column is replaced. */
  wanted: Int32Array;
}

/** Room for one search. */
export interface LiveSearch {
  readonly heap: OfferHeap;
  readonly viaRequest: Int32Array;
  readonly viaOffer: Int32Array;
  readonly settled: Int32Array;
}

export function createLiveSearch(offers: number): LiveSearch {
  return {
    heap: createOfferHeap(offers),
    viaRequest: new Int32Array(offers),
    viaOffer: new Int32Array(offers),
    settled: new Int32Array(offers),
  };
}

/** Makes room for one more request and one more offer. */
export function makeRoom(live: LiveMarket): void {
  if (live.requests === live.mate.length) {
    const size = 2 * live.requests + 16;
    live.mate = grownInt32(live.mate, size);
    live.profit = grownFloat64(live.profit, size);
    live.wanted = new Int32Array(size);
    extendLists(live.rows, size);
  }
  if (live.offers === live.price.length) {
    const size = 2 * live.offers + 16;
    live.capacity = grownInt32(live.capacity, size);
    live.load = grownInt32(live.load, size);
    live.price = grownFloat64(live.price, size);
    live.search = createLiveSearch(size);
    extendLists(live.columns, size);
  }
}

function grownFloat64(array: Float64Array, size: number): Float64Array {
  const grown = new Float64Array(size);
  grown.set(array);
  return grown;
}

export function seatLive(live: LiveMarket, i: number, j: number): void {
  live.mate[i] = j;
  live.load[j] = live.load[j]! + 1;
  live.seated[j]!.push(i);
}

export function unseatLive(live: LiveMarket, i: number): void {
  const j = live.mate[i]!;
  const seated = live.seated[j]!;
  seated[seated.indexOf(i)] = seated[seated.length - 1]!;
  seated.pop();
  live.mate[i] = -1;
  live.load[j] = live.load[j]! - 1;
}
