/**
 * The two ways in: most served first, or best total. Both exact, both with prices that prove it.
 *
 * "Most served, then best score" falls apart without remainder (Dulmage & Mendelsohn 1958): the contested part,
 * where every seat is filled and some requests stay out, and the rest, where every request is served.
 * `splitMarket`, `solveContested` and `solveRest` may run on different threads.
 */
import type { Assignment, SolveProgress } from './assignment.ts';
import { runAuction } from './auction/run-auction.ts';
import type { Contest } from './auction/state.ts';
import { serveMost } from './cardinality/serve-most.ts';
import { solveDense } from './dense/solve-dense.ts';
import { solveByPaths } from './paths/augment.ts';
import { requireValidMarket, type SparseMarket, servedBonus } from './sparse-market.ts';

export interface AssignOptions {
  /** Called now and then on the solving thread. */
  readonly onProgress?: ((progress: SolveProgress) => void) | undefined;
  /** Asked now and then; answer true to give up with `SolveCancelled`. */
  readonly isCancelled?: (() => boolean) | undefined;
  /** Uses only this kernel for the scores; for tests and benchmarks. Chosen by the market when left out. */
  readonly kernel?: 'paths' | 'auction' | 'dense' | undefined;
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
  readonly kernel: 'paths' | 'auction' | 'dense' | 'none';
}

/** Row readings after which shortest paths are no longer worth it: so many per request, and so many more. */
const PATHS_SCANS = 4;
const PATHS_SCANS_MORE = { small: 250_000, large: 60_000 };
/** Up to so many requests a part is small: paths may take longer, and are tried on contests too. */
const SMALL_PART = 2500;
/** Readings of the whole market after which the auction gives up. */
const AUCTION_PASSES = 250;

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
  if (market.column.length === market.requests * market.offers) return splitComplete(market);
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

/** Where every pair is allowed it is a matter of counting: all compete, or nobody does. */
function splitComplete(market: SparseMarket): MarketSplit {
  let seats = 0;
  for (let j = 0; j < market.offers; j++) seats += market.capacity[j]!;
  const everybody = Int32Array.from({ length: market.requests }, (_, i) => i);
  const nobody = new Int32Array(0);
  const surplus = Math.max(0, market.requests - seats);
  return {
    contestedOffer: Uint8Array.from(market.capacity, (count) => (surplus > 0 || count === 0 ? 1 : 0)),
    contestedRequests: surplus > 0 ? everybody : nobody,
    restRequests: surplus > 0 ? nobody : everybody,
    surplus,
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
  const { price, ...solution } = solvePart({ market, requests, closed, stayingOut: split.surplus }, options);
  if (solution.kernel !== 'paths') return { price, ...solution };
  const bonus = servedBonus(market);
  return { ...solution, price: price.map((whole) => whole - bonus) };
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
  if (contest.requests.length === 0) return emptyPart(market);
  return solvePart(contest, options);
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
  const solution = solvePart({ market, requests, closed, stayingOut: 'free' }, options);
  const { mate, price } = solution;
  priceSeatless(market, price);
  const duals = { dead: new Uint8Array(market.offers), price };
  return { objective: 'total', mate, ...addUp(market, mate), duals, kernels: [solution.kernel] };
}

/**
 * Each kernel where it is best, each exact: a table where most pairs are allowed; shortest paths while they are
 * short, which they are not in a large contest; then the auction; and paths again for what defeats the auction.
 */
function solvePart(contest: Contest, options: AssignOptions): PartSolution {
  const { market, requests, closed, stayingOut } = contest;
  const { kernel } = options;
  const tabled = kernel === undefined || kernel === 'dense' ? solveDense(contest, options) : 'no table';
  if (typeof tabled === 'object') return { ...tabled, kernel: 'dense' };
  const byPaths = (workLimit?: number) =>
    solveByPaths(market, {
      ...options,
      requests,
      closed,
      bonus: stayingOut === 'free' ? 0 : servedBonus(market),
      workLimit,
    });
  const size = requests.length <= SMALL_PART ? 'small' : 'large';
  // In a contest of equal scores bids would creep until the last free seat is found.
  const creeps = typeof stayingOut === 'number' && allEqual(market.score);
  const suitsPaths = tabled === 'no table' && (size === 'small' || typeof stayingOut !== 'number' || creeps);
  if (kernel === 'paths' || (kernel === undefined && suitsPaths)) {
    const most = PATHS_SCANS * requests.length + PATHS_SCANS_MORE[size];
    const result = byPaths(kernel === undefined && !creeps ? most : undefined);
    if (result !== null) return { ...result, kernel: 'paths' };
  }
  const auctioned = runAuction(contest, { ...options, passLimit: AUCTION_PASSES });
  if (auctioned !== null) return { ...auctioned, kernel: 'auction' };
  const result = byPaths();
  if (result === null) throw new Error('no work limit was set');
  return { ...result, kernel: 'paths' };
}

function allEqual(values: Int32Array): boolean {
  for (let e = 1; e < values.length; e++) if (values[e] !== values[0]) return false;
  return true;
}

/** Offers without seats get a price at which nobody wants them, so that the proof covers their pairs too. */
function priceSeatless(market: SparseMarket, price: Float64Array): void {
  if (!market.capacity.includes(0)) return;
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
    score += market.score[pairOf(market, i, j)]! - market.slotStep * load[j]!;
    load[j] = load[j]! + 1;
    served++;
  }
  return { served, score };
}

/** Where a pair is listed; rows ascend. */
function pairOf({ rowStart, column }: SparseMarket, i: number, j: number): number {
  let from = rowStart[i]!;
  let to = rowStart[i + 1]! - 1;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (column[middle]! < j) from = middle + 1;
    else to = middle;
  }
  return from;
}
