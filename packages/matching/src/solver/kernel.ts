/**
 * The kernels that solve markets, compiled from AssemblyScript (packages/matching/kernels/solver): they run at nearly full
 * speed from the first call, which matters for a solver that is mostly called once. Lists are copied in and out.
 */
import type { SolveProgress } from './assignment.ts';
import { SolveCancelled } from './assignment.ts';
import { wasm } from './kernel.gen.ts';
import {
  findMarketFault,
  findRangeFault,
  findShapeFault,
  refuse,
  type SparseMarket,
} from './sparse-market.ts';
import { compileKernel, type WasmMemory } from './web-assembly.ts';

/** Told how far a solve is and asked whether to go on, now and then, on the solving thread. */
export interface SolveWatch {
  readonly onProgress?: ((progress: SolveProgress) => void) | undefined;
  /** Answer true to give up with `SolveCancelled`. */
  readonly isCancelled?: (() => boolean) | undefined;
}

/**
 * What a request may do instead of taking an offer:
 * `never` – it must be served (and can be); `free` – stay out, worth 0, always possible;
 * a number – that many requests must stay out, worth 0 each, and every seat is filled.
 */
export type StayingOut = 'never' | 'free' | number;

/** A part of a market: the requests that take part and the offers open to them. */
export interface Contest {
  readonly requests: Int32Array;
  /** 1 for offers that take no part. */
  readonly closed: Uint8Array;
  readonly stayingOut: StayingOut;
}

/** Offer of each request, −1 for those that stay out or take no part; whole prices, meaningless at closed offers. */
export interface Solved {
  readonly mate: Int32Array;
  readonly price: Float64Array;
}

/** Requests served as well as possible, scores aside. */
export interface Served {
  readonly mate: Int32Array;
  /** −1 for offers that are full in every plan that serves the most, where the last searches came. */
  readonly seenBy: Int32Array;
}

/** The exports of the compiled kernels; what ends in `At` is an address, as is what `room` answers. */
interface Exports {
  readonly memory: WasmMemory;
  clear(): void;
  heapAt(): number;
  room(bytes: number): number;
  openMarket(
    requests: number,
    offers: number,
    pairs: number,
    slotStep: number,
    rowStartAt: number,
    columnAt: number,
    scoreAt: number,
    capacityAt: number,
  ): void;
  hasRowFault(): number;
  largestScore(): number;
  serveMost(): void;
  servedMateAt(): number;
  seenByAt(): number;
  openContest(requests: number, stayingOut: number): void;
  contestRequestsAt(): number;
  closedAt(): number;
  auction(passLimit: number): number;
  paths(bonus: number, workLimit: number): number;
  dense(): number;
  mateAt(): number;
  priceAt(): number;
}

interface Running {
  readonly exports: Exports;
  watch: SolveWatch;
}

const STAGES = ['auction', 'paths'] as const;
const [NEVER, FREE] = [-1, -2];
const [SOLVED, NO_TABLE] = [1, -1];
/** Memory never shrinks: what grew larger than this, in bytes, is left to the garbage collector. */
const KEPT = 2 ** 24;

let compiled: ReturnType<typeof compileKernel<Exports>> | null = null;
let idle: Running | null = null;

function start(): Running {
  compiled ??= compileKernel<Exports>(wasm);
  const running: Running = {
    watch: {},
    exports: compiled({
      host: {
        tick: (stage, done, total) => {
          if (running.watch.isCancelled?.() === true) throw new SolveCancelled();
          running.watch.onProgress?.({ stage: STAGES[stage!]!, done: done!, total: total! });
        },
      },
    }),
  };
  return running;
}

/** One market in the kernels' memory. Made by `withKernel`. */
export class Kernel {
  private readonly exports: Exports;
  readonly market: SparseMarket;
  /** The largest size of a score, signs aside; at least 1. */
  readonly largestScore: number;
  /** Where the market's lists lie, and the first byte behind them. */
  private readonly addresses: readonly number[];
  private readonly end: number;

  /**
   * @param room the memory of these kernels if the market may lie there already
   * @throws RangeError for a malformed market
   */
  constructor({ exports }: Running, market: SparseMarket, room: ArrayBufferLike | null) {
    refuse(findShapeFault(market));
    this.exports = exports;
    this.market = market;
    const lists = [market.rowStart, market.column, market.score, market.capacity];
    this.addresses = lists.map((list) => {
      if (list.buffer === room) return list.byteOffset;
      const at = exports.room(4 * list.length);
      new Int32Array(exports.memory.buffer, at, list.length).set(list);
      return at;
    });
    this.end = Math.max(...lists.map((list, k) => this.addresses[k]! + 4 * list.length));
    this.openMarket();
    // The pairs are looked through by the kernel, which is many times faster; what is wrong is said here.
    if (exports.hasRowFault() === 1) refuse(findMarketFault(market));
    this.largestScore = exports.largestScore();
    refuse(findRangeFault(market, this.largestScore));
  }

  private openMarket(): void {
    const { requests, offers, column, slotStep } = this.market;
    const [rowStartAt, columnAt, scoreAt, capacityAt] = this.addresses as [number, number, number, number];
    this.exports.openMarket(
      requests,
      offers,
      column.length,
      slotStep,
      rowStartAt,
      columnAt,
      scoreAt,
      capacityAt,
    );
  }

  /** Forgets all but the market: its lists stay where they are, the memory behind them is used again. */
  private forgetPlans(): void {
    this.exports.clear();
    this.exports.room(this.end - this.exports.heapAt());
    this.openMarket();
  }

  /** Solves maximum cardinality exactly. */
  serveMost(): Served {
    this.exports.serveMost();
    return {
      mate: this.ints(this.exports.servedMateAt(), this.market.requests),
      seenBy: this.ints(this.exports.seenByAt(), this.market.offers),
    };
  }

  /** Opens the contest that the next solves are about. */
  openContest({ requests, closed, stayingOut }: Contest): void {
    const code = typeof stayingOut === 'number' ? stayingOut : stayingOut === 'never' ? NEVER : FREE;
    this.forgetPlans();
    this.exports.openContest(requests.length, code);
    const { buffer } = this.exports.memory;
    new Int32Array(buffer, this.exports.contestRequestsAt(), requests.length).set(requests);
    new Uint8Array(buffer, this.exports.closedAt(), closed.length).set(closed);
  }

  /**
   * By ε-scaling auction; null when it takes too long.
   * @param passLimit pairs to be read at most, as a multiple of all pairs
   * @throws SolveCancelled
   */
  auction(passLimit: number): Solved | null {
    return this.exports.auction(passLimit) === SOLVED ? this.solved() : null;
  }

  /**
   * By shortest augmenting paths; null when more than `workLimit` rows were read.
   * @param bonus what it is worth to serve one more request, part of the prices
   * @throws SolveCancelled
   */
  paths(bonus: number, workLimit = Number.POSITIVE_INFINITY): Solved | null {
    return this.exports.paths(bonus, workLimit) === SOLVED ? this.solved() : null;
  }

  /**
   * Over a full table; `no table` where the market is not one for it, `gave up` where an auction gets there sooner.
   * @throws SolveCancelled
   */
  dense(): Solved | 'no table' | 'gave up' {
    const outcome = this.exports.dense();
    if (outcome === SOLVED) return this.solved();
    return outcome === NO_TABLE ? 'no table' : 'gave up';
  }

  private solved(): Solved {
    const price = new Float64Array(this.market.offers);
    price.set(new Float64Array(this.exports.memory.buffer, this.exports.priceAt(), price.length));
    return { mate: this.ints(this.exports.mateAt(), this.market.requests), price };
  }

  private ints(at: number, length: number): Int32Array {
    const list = new Int32Array(length);
    list.set(new Int32Array(this.exports.memory.buffer, at, length));
    return list;
  }
}

/** Kernels in whose memory a caller keeps a market, by that memory. */
const rooms = new WeakMap<ArrayBufferLike, Running>();

/**
 * Zeroed memory, aligned to 16 bytes, into which a market's lists may be read: that market is solved where it lies, without a
 * second copy of its pairs, the first time it is solved.
 */
export function marketRoom(bytes: number): Uint8Array {
  const running = start();
  const at = running.exports.room(bytes);
  const { buffer } = running.exports.memory;
  rooms.set(buffer, running);
  return new Uint8Array(buffer, at, bytes);
}

/** Solves something about one market with the kernels. @throws RangeError for a malformed market */
export function withKernel<T>(market: SparseMarket, watch: SolveWatch, solve: (kernel: Kernel) => T): T {
  const { buffer } = market.column;
  const home = rooms.get(buffer);
  const running = home ?? idle ?? start();
  // Whoever asks from within gets kernels of their own; those that threw are not used again.
  if (home === undefined) {
    idle = null;
    running.exports.clear();
  } else rooms.delete(buffer);
  running.watch = watch;
  const result = solve(new Kernel(running, market, home === undefined ? null : buffer));
  running.watch = {};
  if (home === undefined && running.exports.memory.buffer.byteLength <= KEPT) idle = running;
  return result;
}
