import type { RequestSide } from '@trellis/domain/fit/sides';
import type { Search } from './search.ts';
import { mostLeftOut } from './violators.ts';

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
  /** Counts up when other lists are written. */
  readonly lists: Int32Array;
  /** Places from the cheapest up, by prices of a turn before: all, and those that became cheaper. */
  readonly all: Int32Array;
  readonly cheaper: Int32Array;
  /** By place, by how much it had become cheaper then. */
  readonly fall: Float64Array;
  /**
   * By request: among which places it is asked, among how many of their list, of these only about those that became cheaper by
   * more than a limit, and what it is worth in the plan.
   */
  readonly among: Uint8Array;
  readonly count: Int32Array;
  readonly fallen: Float64Array;
  readonly worth: Float64Array;
  /** Above which fit it has every pair there is. */
  readonly beyond: Int32Array;
  /** By request: the turn it was asked last, and what a left-out pair was worth at most among the places it was asked about. */
  readonly answered: Int32Array;
  readonly leftOut: Float64Array;
}

const CLOSED = -1;
/** Requests that one thread takes together. */
export const BLOCK = 64;
/** What a left-out pair is worth is told down to so far below the request's worth. */
export const NEARLY = 300;

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
  lists: new Int32Array(memory(4)),
  all: new Int32Array(memory(4 * offers)),
  cheaper: new Int32Array(memory(4 * offers)),
  fall: new Float64Array(memory(8 * offers)),
  among: new Uint8Array(memory(requests)),
  count: new Int32Array(memory(4 * requests)),
  fallen: new Float64Array(memory(8 * requests)),
  worth: new Float64Array(memory(8 * requests)),
  beyond: new Int32Array(memory(4 * requests)),
  answered: new Int32Array(memory(4 * requests)),
  leftOut: new Float64Array(memory(8 * requests)),
});

/** Before a turn is written: nobody starts on it. */
export const closeTurn = ({ turn }: PriceSlots): void => {
  Atomics.store(turn, 0, 0);
};

/** The prices, and the offers each request began with, by position in the pool: they are left out of what is asked. */
export interface AskedSlots {
  readonly prices: PriceSlots;
  readonly rowOf: (request: number) => Int32Array;
  /** The number of the lists that this thread has in its kernel's memory; −1 for none. */
  listsTaken: number;
}

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
  slots: AskedSlots,
  { turn, from, to }: Turn,
): void => {
  const { prices } = slots;
  const { blocks, taken, done, answered } = prices;
  blocks[0] = from / BLOCK;
  blocks[1] = Math.ceil(to / BLOCK);
  Atomics.store(taken, 0, blocks[0]);
  Atomics.store(prices.turn, 0, turn);
  Atomics.notify(prices.turn, 0);
  takePrices(search, slots);
  askBlocks(search, requests, slots, turn, blocks[1]);
  for (let i = from; i < to; i++) {
    const isDone = Atomics.load(done, Math.floor(i / BLOCK)) === turn && answered[i] === turn;
    if (!isDone) ask(search, requests, slots, turn, i);
  }
};

/** What a left-out pair is worth at most, after the turn; infinite where a thread that came late has written over the answer. */
export const leftOutOf = (slots: PriceSlots, turn: number, request: number): number =>
  slots.answered[request] === turn ? slots.leftOut[request]! : Number.POSITIVE_INFINITY;

/** After the last turn: those who wait go. */
export const endTurns = ({ turn }: PriceSlots): void => {
  Atomics.store(turn, 0, CLOSED);
  Atomics.notify(turn, 0);
};

/** Helps in one turn after the other until the last; waits in between, so this is for a thread that has nothing else to do. */
export const helpTurns = (search: Search, requests: readonly RequestSide[], slots: AskedSlots): void => {
  const { prices } = slots;
  for (let last = 0; ; ) {
    const turn = Atomics.load(prices.turn, 0);
    if (turn === CLOSED) return;
    if (turn === 0 || turn === last) {
      Atomics.wait(prices.turn, 0, turn);
      continue;
    }
    takePrices(search, slots);
    const end = prices.blocks[1]!;
    // Written anew meanwhile: what was taken may be half of each.
    if (Atomics.load(prices.turn, 0) !== turn) {
      slots.listsTaken = -1;
      continue;
    }
    askBlocks(search, requests, slots, turn, end);
    last = turn;
  }
};

/** Into the kernel's memory: the prices of the turn, and its lists where they are others than those taken last. */
const takePrices = ({ views }: Search, slots: AskedSlots): void => {
  const { price, all, cheaper, fall, lists } = slots.prices;
  views.price.set(price);
  const number = Atomics.load(lists, 0);
  if (number === slots.listsTaken) return;
  views.all.set(all);
  views.cheaper.set(cheaper);
  views.fall.set(fall);
  slots.listsTaken = number;
};

const askBlocks = (
  search: Search,
  requests: readonly RequestSide[],
  slots: AskedSlots,
  turn: number,
  end: number,
): void => {
  for (
    let block = Atomics.add(slots.prices.taken, 0, 1);
    block < end;
    block = Atomics.add(slots.prices.taken, 0, 1)
  ) {
    const to = Math.min((block + 1) * BLOCK, requests.length);
    for (let i = block * BLOCK; i < to; i++) ask(search, requests, slots, turn, i);
    // The planning thread did not wait, and this block was another turn's.
    if (Atomics.load(slots.prices.turn, 0) !== turn) return;
    Atomics.store(slots.prices.done, block, turn);
  }
};

const ask = (
  search: Search,
  requests: readonly RequestSide[],
  slots: AskedSlots,
  turn: number,
  i: number,
): void => {
  const { prices } = slots;
  const leftOut = mostOf(search, requests[i]!, slots, i);
  prices.leftOut[i] = leftOut;
  prices.answered[i] = turn;
};

const mostOf = (search: Search, request: RequestSide, slots: AskedSlots, i: number): number => {
  const { among, count, fallen, worth, beyond } = slots.prices;
  if (among[i] === NOWHERE) return Number.NEGATIVE_INFINITY;
  const places = {
    list: among[i] === AMONG_ALL ? ('all' as const) : ('cheaper' as const),
    count: count[i]!,
    fallen: fallen[i]!,
  };
  const leftOut = { worth: worth[i]!, nearly: NEARLY, row: slots.rowOf(i), beyond: beyond[i]! };
  return mostLeftOut(search, request, places, leftOut);
};
