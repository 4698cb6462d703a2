/**
 * The two ways in: most served first, or best total. Both exact, both with prices that prove it.
 *
 * "Most served, then best score" falls apart without remainder (Dulmage & Mendelsohn 1958): the contested part,
 * where every seat is filled and some requests stay out, and the rest, where every request is served.
 */
import type { Assignment } from './assignment.ts';
import { type Contest, type Kernel, type Solved, type SolveWatch, withKernel } from './kernel.ts';
import { type SparseMarket, servedBonus } from './sparse-market.ts';
import { splitMarket } from './split-market.ts';

export interface AssignOptions extends SolveWatch {
  /** Uses only this kernel for the scores; for tests and benchmarks. Chosen by the market when left out. */
  readonly kernel?: 'paths' | 'auction' | 'dense' | undefined;
}

/** The solution of one part, or of a whole market: −1 and 0 outside it. */
interface PartSolution extends Solved {
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
  return withKernel(market, options, (kernel) => {
    const split = splitMarket(kernel);
    const { contestedOffer, contestedRequests, restRequests, surplus } = split;
    const contested = contestedRequests.length === 0 ? emptyPart(market) : solveContested();
    const rest =
      restRequests.length === 0
        ? emptyPart(market)
        : solvePart(kernel, { requests: restRequests, closed: contestedOffer, stayingOut: 'never' }, options);
    return joinParts(market, contestedOffer, contestedRequests, contested, rest);

    /** Every seat filled, `surplus` requests stay out. */
    function solveContested(): PartSolution {
      const closed = contestedOffer.map((isContested) => 1 - isContested);
      const contest = { requests: contestedRequests, closed, stayingOut: surplus };
      const { price, ...solution } = solvePart(kernel, contest, options);
      if (solution.kernel !== 'paths') return { price, ...solution };
      const bonus = servedBonus(market, kernel.largestScore);
      return { ...solution, price: price.map((whole) => whole - bonus) };
    }
  });
}

function emptyPart(market: SparseMarket): PartSolution {
  const mate = new Int32Array(market.requests).fill(-1);
  return { mate, price: new Float64Array(market.offers), kernel: 'none' };
}

/** Joins the two parts into one plan with one proof. */
function joinParts(
  market: SparseMarket,
  contestedOffer: Uint8Array,
  contestedRequests: Int32Array,
  contested: PartSolution,
  rest: PartSolution,
): Assignment {
  const { mate, price } = rest;
  for (const i of contestedRequests) mate[i] = contested.mate[i]!;
  for (let j = 0; j < market.offers; j++) if (contestedOffer[j] === 1) price[j] = contested.price[j]!;
  priceSeatless(market, price);
  const kernels = ['cardinality', contested.kernel, rest.kernel].filter((kernel) => kernel !== 'none');
  const duals = { dead: contestedOffer, price };
  return { objective: 'served', mate, ...addUp(market, mate), duals, kernels };
}

/**
 * The largest Σ score − Σ slot costs, however many are served: staying out is worth 0.
 * @throws RangeError for a malformed market; SolveCancelled.
 */
export function assignBestTotal(market: SparseMarket, options: AssignOptions = {}): Assignment {
  const requests = Int32Array.from({ length: market.requests }, (_, i) => i);
  const closed = new Uint8Array(market.offers);
  const { mate, price, kernel } = withKernel(market, options, (kernels) =>
    solvePart(kernels, { requests, closed, stayingOut: 'free' }, options),
  );
  priceSeatless(market, price);
  const duals = { dead: new Uint8Array(market.offers), price };
  return { objective: 'total', mate, ...addUp(market, mate), duals, kernels: [kernel] };
}

/**
 * Each kernel where it is best, each exact: a table where most pairs are allowed; shortest paths while they are
 * short, which they are not in a large contest; then the auction; and paths again for what defeats the auction.
 */
function solvePart(kernels: Kernel, contest: Contest, { kernel }: AssignOptions): PartSolution {
  const { market } = kernels;
  const { requests, stayingOut } = contest;
  kernels.openContest(contest);
  const tabled = kernel === undefined || kernel === 'dense' ? kernels.dense() : 'no table';
  if (typeof tabled === 'object') return { ...tabled, kernel: 'dense' };
  const bonus = stayingOut === 'free' ? 0 : servedBonus(market, kernels.largestScore);
  const size = requests.length <= SMALL_PART ? 'small' : 'large';
  // In a contest of equal scores bids would creep until the last free seat is found.
  const creeps = typeof stayingOut === 'number' && allEqual(market.score);
  const suitsPaths = tabled === 'no table' && (size === 'small' || typeof stayingOut !== 'number' || creeps);
  if (kernel === 'paths' || (kernel === undefined && suitsPaths)) {
    const most = PATHS_SCANS * requests.length + PATHS_SCANS_MORE[size];
    const result = kernels.paths(bonus, kernel === undefined && !creeps ? most : undefined);
    if (result !== null) return { ...result, kernel: 'paths' };
  }
  const auctioned = kernels.auction(AUCTION_PASSES);
  if (auctioned !== null) return { ...auctioned, kernel: 'auction' };
  const result = kernels.paths(bonus);
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
