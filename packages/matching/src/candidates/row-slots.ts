import type { RequestSide } from '@trellis/domain/fit/sides';
import { type AskedSlots, type PriceSlots, priceSlots } from './price-slots.ts';
import type { Search } from './search.ts';
import { topPairs } from './top-pairs.ts';

/**
 * Room for every request's best few offers. Threads that share the memory fill it together: each takes the next block of
 * requests that nobody has taken yet.
 */
export interface RowSlots {
  readonly requests: number;
  /** Room to ask together, later, who would gain by a left-out pair. */
  readonly prices: PriceSlots;
  /** Offers wanted for each request. */
  readonly most: number;
  /** How many blocks are taken, in its one entry. */
  readonly taken: Int32Array;
  /** 1 for each block that is done. */
  readonly done: Uint8Array;
  /** Found for request i: its first `count[i]` of the entries from `i × most`, by ascending position in the pool. */
  readonly count: Int32Array;
  readonly offer: Int32Array;
  readonly fit: Uint16Array;
}

const BLOCK = 64;

/** How many people, and how many offers are wanted for each request. */
export interface SlotsWanted {
  readonly requests: number;
  readonly offers: number;
  readonly most: number;
}

/** @param memory gives zeroed memory of a number of bytes: `SharedArrayBuffer` where several threads work */
export const rowSlots = (
  { requests, offers, most }: SlotsWanted,
  memory: (bytes: number) => ArrayBuffer | SharedArrayBuffer = (bytes) => new ArrayBuffer(bytes),
): RowSlots => ({
  requests,
  most,
  prices: priceSlots(requests, offers, memory),
  taken: new Int32Array(memory(4)),
  done: new Uint8Array(memory(Math.ceil(requests / BLOCK))),
  count: new Int32Array(memory(4 * requests)),
  offer: new Int32Array(memory(4 * requests * most)),
  fit: new Uint16Array(memory(2 * requests * most)),
});

/**
 * Fills blocks until all are done. What another thread took last and has not finished is done here as well: the results are
 * the same, so it does no harm, and nobody waits for a thread that died. `look` is called before each block with its first request.
 */
export const fillSlots = (
  search: Search,
  requests: readonly RequestSide[],
  slots: RowSlots,
  look: (request: number) => void = () => {},
): void => {
  const { taken, done } = slots;
  const fill = (block: number): void => {
    look(block * BLOCK);
    fillBlock(search, requests, slots, block * BLOCK, Math.min((block + 1) * BLOCK, slots.requests));
    Atomics.store(done, block, 1);
  };
  for (let block = Atomics.add(taken, 0, 1); block < done.length; block = Atomics.add(taken, 0, 1))
    fill(block);
  for (let block = 0; block < done.length; block++) if (Atomics.load(done, block) === 0) fill(block);
};

const fillBlock = (
  search: Search,
  requests: readonly RequestSide[],
  { most, count, offer, fit }: RowSlots,
  from: number,
  to: number,
): void => {
  for (let i = from; i < to; i++) {
    const found = topPairs(search, requests[i]!, most);
    offer.set(found.offer, i * most);
    fit.set(found.fit, i * most);
    count[i] = found.offer.length;
  }
};

/** The slots as those who ask about prices need them. */
export const askedSlots = ({ prices, most, count, offer }: RowSlots): AskedSlots => ({
  prices,
  rowOf: (i) => offer.subarray(i * most, i * most + count[i]!),
  listsTaken: -1,
});
