/**
 * Exact kernel for markets in which most pairs are allowed, up to a few thousand people: Jonker & Volgenant (1987)
 * over a full table, seats of one offer side by side.
 */
import { SolveCancelled, type SolveProgress } from '../assignment.ts';
import type { Contest } from '../auction/state.ts';
import { augmentRows } from './augment.ts';
import { createDensePlan, type DensePlan, reduceColumns, reduceRows } from './reduce.ts';
import { denseTableOf, FORBIDDEN } from './table.ts';

interface DenseOptions {
  readonly onProgress?: ((progress: SolveProgress) => void) | undefined;
  readonly isCancelled?: (() => boolean) | undefined;
}

export interface DenseSolution {
  /** Offer of each request that takes part, −1 for the others and for those that stay out. */
  readonly mate: Int32Array;
  /** Integer prices; 0 at closed offers. */
  readonly price: Float64Array;
}

const STEPS_PER_ROW = 8;
/** Row readings after which an auction gets there sooner: so many for each row, and so many more. */
const SCANS_PER_ROW = 10;
const SCANS_MORE = 12_000;
/** Tables up to this many rows are solved here whatever the scores look like. */
const SMALL = 350;
/** Larger ones only where the cheap beginnings seat this share: elsewhere too many scores are alike. */
const LEAST_SEATED = { byColumns: 0.25, byRows: 0.45 };

/** Why there is no solution: the market is not one for a table, or it is but an auction gets there sooner. */
type NotSolved = 'no table' | 'gave up';

/**
 * The best plan of a contest. A plan that serves everybody must exist for
 * `stayingOut: 'never'`, and one that fills every seat where a number stays out.
 * @throws SolveCancelled
 */
export function solveDense(contest: Contest, options: DenseOptions): DenseSolution | NotSolved {
  const table = denseTableOf(contest);
  if (table === null) return 'no table';
  const plan = createDensePlan(table);
  const { rows, columns } = table;
  if (rows === columns && !table.rowsAreSeats) {
    const seated = reduceColumns(plan);
    if (rows > SMALL && seated < LEAST_SEATED.byColumns * rows) return 'gave up';
  }
  const free = reduceRows(plan, STEPS_PER_ROW);
  if (rows > SMALL && rows - free.length < LEAST_SEATED.byRows * rows) return 'gave up';
  const scanLimit = SCANS_PER_ROW * rows + SCANS_MORE;
  const finished = augmentRows(plan, free, scanLimit, (done) => {
    if ((done & 63) !== 0) return;
    if (options.isCancelled?.() === true) throw new SolveCancelled();
    options.onProgress?.({ stage: 'paths', done, total: free.length });
  });
  if (!finished || usesForbidden(plan)) return 'gave up';
  const mate = mateOf(plan, contest.market.requests);
  const price = table.rowsAreSeats ? pricesOfRows(plan, contest) : pricesOfColumns(plan, contest);
  return { mate, price };
}

function usesForbidden({ table, columnOf }: DensePlan): boolean {
  for (let r = 0; r < table.rows; r++) {
    if (table.value[r * table.columns + columnOf[r]!]! === FORBIDDEN) return true;
  }
  return false;
}

function mateOf({ table, columnOf }: DensePlan, everybody: number): Int32Array {
  const mate = new Int32Array(everybody).fill(-1);
  const { offer } = table.seats;
  for (let r = 0; r < table.rows; r++) {
    const c = columnOf[r]!;
    if (table.rowsAreSeats) mate[table.requests[c]!] = offer[r]!;
    else mate[table.requests[r]!] = offer[c]!;
  }
  return mate;
}

/**
 * A seat is worth what its request scores there less what that request is worth to the seats, which is the same
 * for all seats of an offer.
 */
function pricesOfRows({ table, columnOf, price }: DensePlan, { market }: Contest): Float64Array {
  const offerPrice = new Float64Array(market.offers);
  for (let r = 0; r < table.rows; r++) {
    const c = columnOf[r]!;
    offerPrice[table.seats.offer[r]!] = table.value[r * table.columns + c]! - price[c]!;
  }
  return offerPrice;
}

/**
 * The price of an offer is the least at which any of its seats can be had, the cost of that seat included. Where
 * every seat is filled only differences count: the least price becomes 0.
 */
function pricesOfColumns({ table, price }: DensePlan, { market }: Contest): Float64Array {
  const offerPrice = new Float64Array(market.offers);
  const { first } = table.seats;
  const floor = table.rows === table.columns ? leastOf(price) : 0;
  for (let j = 0; j < market.offers; j++) {
    let least = Number.POSITIVE_INFINITY;
    for (let k = first[j]!; k < first[j + 1]!; k++) {
      least = Math.min(least, price[k]! - floor + market.slotStep * (k - first[j]!));
    }
    if (least < Number.POSITIVE_INFINITY) offerPrice[j] = least;
  }
  return offerPrice;
}

function leastOf(prices: Float64Array): number {
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k < prices.length; k++) if (prices[k]! < least) least = prices[k]!;
  return least;
}
