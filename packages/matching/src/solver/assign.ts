/**
 * The two ways in: most served first, or best total. Both exact, both with prices that prove it.
 *
 * "Most served, then best score" falls apart without remainder (Dulmage & Mendelsohn 1958): the contested part,
 * where every seat is filled and some requests stay out, and the rest, where every request is served.
 * `splitMarket`, `solveContested` and `solveRest` may run on different threads.
 */
import type { Assignment, SolveProgress } from './assignment.ts';
import { runAuction } from './auction/run-auction.ts';
import { serveMost } from './cardinality/serve-most.ts';
import { solveByPaths } from './paths/augment.ts';
import { requireValidMarket, type SparseMarket, servedBonus } from './sparse-market.ts';

export interface AssignOptions {
  /** Called now and then on the solving thread. */
  readonly onProgress?: ((progress: SolveProgress) => void) | undefined;
  /** Asked now and then; answer true to give up with `SolveCancelled`. */
  readonly isCancelled?: (() => boolean) | undefined;
  /** Uses only this kernel for the scores; for tests and benchmarks. Chosen by the market when left out. */
  readonly kernel?: 'paths' | 'auction' | undefined;
}

/** The two independent parts of "most served first". */
export interface MarketSplit {
  /** 1 for offers that are full in every plan that serves the most. */
  readonly contestedOffer: Uint8Array;
  readonly contestedRequests: Int32Array;
  readonly restRequests: Int32Array;
  /** How many of the contested requests stay out. */
  readonly surplus: number;
}

/** The solution of one part, or of a whole market: −1 and 0 outside it. */
export interface PartSolution {
  readonly mate: Int32Array;
  readonly price: Float64Array;
  readonly kernel: 'paths' | 'auction' | 'none';
}

/** Row readings after which shortest paths are no longer worth it: so many per request, and so many more. */
const PATHS_SCANS = 4;
const PATHS_SCANS_MORE = 20_000;
/** Readings of the whole market after which the auction gives up. */
const AUCTION_PASSES = 400;

/**
 * As many requests served as possible; among those plans the largest Σ score − Σ slot costs.
 * @throws RangeError for a malformed market; SolveCancelled.
 */
export function assignMostServed(market: SparseMarket, options: AssignOptions = {}): Assignment {
  requireValidMarket(market);
  const split = splitMarket(market);
  return joinParts(market, split, solveContested(market, split, options), solveRest(market, split, options));
}

/** Maximum cardinality and the split that follows. The market must be valid. */
export function splitMarket(market: SparseMarket): MarketSplit {
  const { contestedOffer, contestedRequest, served } = serveMost(market);
  const contestedRequests: number[] = [];
  const restRequests: number[] = [];
  for (let i = 0; i < market.requests; i++) {
    (contestedRequest[i] === 1 ? contestedRequests : restRequests).push(i);
  }
  return {
    contestedOffer,
    contestedRequests: Int32Array.from(contestedRequests),
    restRequests: Int32Array.from(restRequests),
    surplus: market.requests - served,
  };
}

/** Solves the contested part: every seat filled, `surplus` requests stay out. @throws SolveCancelled */
export function solveContested(
  market: SparseMarket,
  split: MarketSplit,
  options: AssignOptions = {},
): PartSolution {
  const closed = split.contestedOffer.map((contested) => 1 - contested);
  const requests = split.contestedRequests;
  if (requests.length === 0) return emptyPart(market);
  if (options.kernel !== 'paths') {
    const contest = { market, requests, closed, stayingOut: split.surplus };
    const result = runAuction(contest, { ...options, passLimit: AUCTION_PASSES });
    if (result !== null) return { ...result, kernel: 'auction' };
  }
  const bonus = servedBonus(market);
  const result = solveByPaths(market, { ...options, requests, closed, bonus });
  if (result === null) throw new Error('no work limit was set');
  return { mate: result.mate, price: result.price.map((price) => price - bonus), kernel: 'paths' };
}

/** Solves the rest: every request served, free seats cost nothing. @throws SolveCancelled */
export function solveRest(
  market: SparseMarket,
  split: MarketSplit,
  options: AssignOptions = {},
): PartSolution {
  const contest = {
    market,
    requests: split.restRequests,
    closed: split.contestedOffer,
    stayingOut: 'never',
  } as const;
  return solveOpen(contest, servedBonus(market), options);
}

function emptyPart(market: SparseMarket): PartSolution {
  const mate = new Int32Array(market.requests).fill(-1);
  return { mate, price: new Float64Array(market.offers), kernel: 'none' };
}

/** Joins the two parts into one plan with one proof. */
export function joinParts(
  market: SparseMarket,
  split: MarketSplit,
  contested: PartSolution,
  rest: PartSolution,
): Assignment {
  const dead = split.contestedOffer.slice();
  const mate = rest.mate.slice();
  for (const i of split.contestedRequests) mate[i] = contested.mate[i]!;
  const price = rest.price.slice();
  for (let j = 0; j < market.offers; j++) if (dead[j] === 1) price[j] = contested.price[j]!;
  priceSeatless(market, price);
  const kernels = ['cardinality', contested.kernel, rest.kernel].filter((kernel) => kernel !== 'none');
  return { objective: 'served', mate, ...addUp(market, mate), duals: { dead, price }, kernels };
}

/**
 * The largest Σ score − Σ slot costs, however many are served: staying out is worth 0.
 * @throws RangeError for a malformed market; SolveCancelled.
 */
export function assignBestTotal(market: SparseMarket, options: AssignOptions = {}): Assignment {
  requireValidMarket(market);
  const requests = Int32Array.from({ length: market.requests }, (_, i) => i);
  const closed = new Uint8Array(market.offers);
  const solution = solveOpen({ market, requests, closed, stayingOut: 'free' }, 0, options);
  const { mate, price } = solution;
  priceSeatless(market, price);
  const duals = { dead: new Uint8Array(market.offers), price };
  return { objective: 'total', mate, ...addUp(market, mate), duals, kernels: [solution.kernel] };
}

/** A market whose free seats cost nothing: paths while they are short, then the auction, then paths again. */
function solveOpen(
  contest: {
    readonly market: SparseMarket;
    readonly requests: Int32Array;
    readonly closed: Uint8Array;
    readonly stayingOut: 'never' | 'free';
  },
  bonus: number,
  options: AssignOptions,
): PartSolution {
  const { market, requests, closed } = contest;
  const paths = { ...options, requests, closed, bonus };
  if (options.kernel !== 'auction') {
    const workLimit =
      options.kernel === undefined ? PATHS_SCANS * requests.length + PATHS_SCANS_MORE : undefined;
    const result = solveByPaths(market, { ...paths, workLimit });
    if (result !== null) return { ...result, kernel: 'paths' };
  }
  const auctioned = runAuction(contest, { ...options, passLimit: AUCTION_PASSES });
  if (auctioned !== null) return { ...auctioned, kernel: 'auction' };
  const result = solveByPaths(market, paths);
  if (result === null) throw new Error('no work limit was set');
  return { ...result, kernel: 'paths' };
}

/** Offers without seats get a price at which nobody wants them, so that the proof covers their pairs too. */
function priceSeatless(market: SparseMarket, price: Float64Array): void {
  let highest = 0;
  for (let e = 0; e < market.score.length; e++) if (market.score[e]! > highest) highest = market.score[e]!;
  for (let j = 0; j < market.offers; j++) if (market.capacity[j] === 0) price[j] = highest;
}

function addUp(market: SparseMarket, mate: Int32Array): { served: number; score: number } {
  const load = new Int32Array(market.offers);
  let served = 0;
  let score = 0;
  for (let i = 0; i < market.requests; i++) {
    const j = mate[i]!;
    if (j < 0) continue;
    let e = market.rowStart[i]!;
    while (market.column[e] !== j) e++;
    score += market.score[e]! - market.slotStep * load[j]!;
    load[j] = load[j]! + 1;
    served++;
  }
  return { served, score };
}
