import type { RequestSide } from '@trellis/domain/fit/sides';
import type { Search } from './search.ts';
import { gainsAmong, gainsAnywhere } from './violators.ts';

/** Which places a request is asked about. */
export const NOWHERE = 0;
export const AMONG_ALL = 1;
export const AMONG_CHEAPER = 2;

/**
 * A turn: prices at which some requests are asked whether a left-out pair would improve the plan. Threads that share the memory
 * ask together: each takes the next block of requests that nobody has taken yet. Turns are numbered from 1; what is said of an
 * older one is not taken for an answer.
 */
export interface PriceSlots {
  /** The turn that is asked about; 0 before the first and between two, −1 after the last. */
  readonly turn: Int32Array;
  /** Blocks from the first up to but without the second entry. */
  readonly blocks: Int32Array;
  /** The next block to take, in its one entry. */
  readonly taken: Int32Array;
  /** By block, the last turn in which it was done. */
  readonly done: Int32Array;
  /** What a fit has to be worth at each offer, by place. */
  readonly price: Float64Array;
  /** Places from the cheapest up, by prices of a turn before: all, and those that became cheaper. */
  readonly all: Int32Array;
  readonly cheaper: Int32Array;
  /** By request: among which places it is asked, among how many of their list, and what it is worth in the plan. */
  readonly among: Uint8Array;
  readonly count: Int32Array;
  readonly worth: Float64Array;
  /** By request: twice the turn, and one more if it would gain. */
  readonly answer: Int32Array;
}

const CLOSED = -1;
/** Requests that one thread takes together. */
export const BLOCK = 64;
/** With one in so many of the offers to ask about it is faster to look each up than to bound all. */
const LOOKED_UP = 60;

export const priceSlots = (
  requests: number,
  offers: number,
  memory: (bytes: number) => ArrayBuffer | SharedArrayBuffer,
): PriceSlots => ({
  turn: new Int32Array(memory(4)),
  blocks: new Int32Array(memory(8)),
  taken: new Int32Array(memory(4)),
  done: new Int32Array(memory(4 * Math.ceil(requests / BLOCK))),
  price: new Float64Array(memory(8 * offers)),
  all: new Int32Array(memory(4 * offers)),
  cheaper: new Int32Array(memory(4 * offers)),
  among: new Uint8Array(memory(requests)),
  count: new Int32Array(memory(4 * requests)),
  worth: new Float64Array(memory(8 * requests)),
  answer: new Int32Array(memory(4 * requests)),
});

/** Before a turn is written: nobody starts on it. */
export const closeTurn = ({ turn }: PriceSlots): void => {
  Atomics.store(turn, 0, 0);
};

/** A turn that is written: its number and its requests, which make up blocks. */
export interface Turn {
  readonly turn: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Asks in a turn that is written, together with those who wait for one. What another thread has not finished is done here as
 * well: the answers are the same.
 */
export const askTurn = (
  search: Search,
  requests: readonly RequestSide[],
  slots: PriceSlots,
  { turn, from, to }: Turn,
): void => {
  const { blocks, taken, done, answer } = slots;
  blocks[0] = from / BLOCK;
  blocks[1] = Math.ceil(to / BLOCK);
  Atomics.store(taken, 0, blocks[0]);
  Atomics.store(slots.turn, 0, turn);
  Atomics.notify(slots.turn, 0);
  takePrices(search, slots);
  askBlocks(search, requests, slots, turn, blocks[1]);
  for (let i = from; i < to; i++) {
    const isDone = Atomics.load(done, Math.floor(i / BLOCK)) === turn && answer[i]! >> 1 === turn;
    if (!isDone) ask(search, requests, slots, turn, i);
  }
};

/** Whether a request may gain, after the turn; also where a thread that came late has written over the answer. */
export const mayGain = ({ answer }: PriceSlots, turn: number, request: number): boolean =>
  answer[request] !== 2 * turn;

/** After the last turn: those who wait go. */
export const endTurns = ({ turn }: PriceSlots): void => {
  Atomics.store(turn, 0, CLOSED);
  Atomics.notify(turn, 0);
};

/** Helps in one turn after the other until the last; waits in between, so this is for a thread that has nothing else to do. */
export const helpTurns = (search: Search, requests: readonly RequestSide[], slots: PriceSlots): void => {
  for (let last = 0; ; ) {
    const turn = Atomics.load(slots.turn, 0);
    if (turn === CLOSED) return;
    if (turn === 0 || turn === last) {
      Atomics.wait(slots.turn, 0, turn);
      continue;
    }
    takePrices(search, slots);
    const end = slots.blocks[1]!;
    // Written anew meanwhile: what was taken may be half of each.
    if (Atomics.load(slots.turn, 0) !== turn) continue;
    askBlocks(search, requests, slots, turn, end);
    last = turn;
  }
};

const takePrices = ({ views }: Search, { price, all, cheaper }: PriceSlots): void => {
  const view = views();
  view.price.set(price);
  view.all.set(all);
  view.cheaper.set(cheaper);
};

const askBlocks = (
  search: Search,
  requests: readonly RequestSide[],
  slots: PriceSlots,
  turn: number,
  end: number,
): void => {
  for (let block = Atomics.add(slots.taken, 0, 1); block < end; block = Atomics.add(slots.taken, 0, 1)) {
    const to = Math.min((block + 1) * BLOCK, requests.length);
    for (let i = block * BLOCK; i < to; i++) ask(search, requests, slots, turn, i);
    // The planning thread did not wait, and this block was another turn's.
    if (Atomics.load(slots.turn, 0) !== turn) return;
    Atomics.store(slots.done, block, turn);
  }
};

const ask = (
  search: Search,
  requests: readonly RequestSide[],
  { among, count, worth, answer }: PriceSlots,
  turn: number,
  i: number,
): void => {
  answer[i] = 2 * turn + (gains(search, requests[i]!, among[i]!, count[i]!, worth[i]!) ? 1 : 0);
};

const gains = (
  search: Search,
  request: RequestSide,
  among: number,
  count: number,
  worth: number,
): boolean => {
  if (among === NOWHERE) return false;
  return count <= search.index.offers.length / LOOKED_UP
    ? gainsAmong(search, request, among === AMONG_ALL ? 'all' : 'cheaper', count, worth)
    : gainsAnywhere(search, request, worth);
};
