/**
 * The kernels that solve markets, compiled from AssemblyScript (packages/matching/kernels/solver): they run at nearly full
 * speed from the first call, which matters for a solver that is mostly called once. All lists are copied in and out.
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

/** The exports of the compiled kernels; what ends in `At` is an address. */
interface Exports {
  readonly memory: WasmMemory;
  openMarket(requests: number, offers: number, pairs: number, slotStep: number): void;
  rowStartAt(): number;
  columnAt(): number;
  scoreAt(): number;
  capacityAt(): number;
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

  /** @throws RangeError for a malformed market */
  constructor(running: Running, market: SparseMarket) {
    refuse(findShapeFault(market));
    const { requests, offers, rowStart, column, score, capacity, slotStep } = market;
    this.exports = running.exports;
    this.market = market;
    this.exports.openMarket(requests, offers, column.length, slotStep);
    const { buffer } = this.exports.memory;
    new Int32Array(buffer, this.exports.rowStartAt(), requests + 1).set(rowStart);
    new Int32Array(buffer, this.exports.columnAt(), column.length).set(column);
    new Int32Array(buffer, this.exports.scoreAt(), score.length).set(score);
    new Int32Array(buffer, this.exports.capacityAt(), offers).set(capacity);
    // The pairs are looked through by the kernel, which is many times faster; what is wrong is said here.
    if (this.exports.hasRowFault() === 1) refuse(findMarketFault(market));
    this.largestScore = this.exports.largestScore();
    refuse(findRangeFault(market, this.largestScore));
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
    const { requests, offers } = this.market;
    const at = this.exports.priceAt();
    const price = new Float64Array(this.exports.memory.buffer.slice(at, at + 8 * offers));
    return { mate: this.ints(this.exports.mateAt(), requests), price };
  }

  private ints(at: number, length: number): Int32Array {
    return new Int32Array(this.exports.memory.buffer.slice(at, at + 4 * length));
  }
}

/** Solves something about one market with the kernels. @throws RangeError for a malformed market */
export function withKernel<T>(market: SparseMarket, watch: SolveWatch, solve: (kernel: Kernel) => T): T {
  const running = idle ?? start();
  // Whoever asks from within gets one of their own; one that threw is not used again.
  idle = null;
  running.watch = watch;
  const result = solve(new Kernel(running, market));
  running.watch = {};
  if (running.exports.memory.buffer.byteLength <= KEPT) idle = running;
  return result;
}
