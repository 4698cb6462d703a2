/**
 * ε-scaling auction with capacities (Bertsekas & Castañón 1989, 1992): bids raise prices until everybody holds
 * what is best for them within ε; then ε shrinks. Ends with integer prices that prove the plan, or gives up.
 */
import { SolveCancelled, type SolveProgress } from '../assignment.ts';
import { bestValue, bidUntilSeated, readRow } from './bids.ts';
import { type Columns, findPricedFreeSeats, lowerPrices, relabelFree, transposeRows } from './reverse.ts';
import { roundPrices } from './round-prices.ts';
import { type AuctionState, type Contest, createAuction } from './state.ts';

export interface AuctionOptions {
  readonly onProgress?: ((progress: SolveProgress) => void) | undefined;
  readonly isCancelled?: (() => boolean) | undefined;
  /** Pairs to be read at most, as a multiple of all pairs, before giving up. */
  readonly passLimit: number;
}

export interface AuctionResult {
  /** Offer of each request that takes part, −1 for the others and for those that stay out. */
  readonly mate: Int32Array;
  /** Integer prices; meaningless at closed offers. */
  readonly price: Float64Array;
}

/** The first ε as a share of the largest difference between two values; what comes after is this much smaller. */
const FIRST_SHARE = { contest: 4, open: 16 };
const FACTOR = 4;
/** Readings of the whole market after which the first phase is a price war, ended by a larger ε. */
const WAR_PASSES = 3;
const NO_OFFER = -1;

/**
 * The best plan of a contest, or null when it takes too long (prices that creep or outgrow exact numbers).
 * For `stayingOut: 'never'` a plan that serves everybody must exist. Where
 * a fixed number stays out, slot costs are the same for every plan and are not looked at.
 * @throws SolveCancelled
 */
export function runAuction(contest: Contest, options: AuctionOptions): AuctionResult | null {
  const auction = createAuction(contest);
  const workLimit = options.passLimit * (contest.market.column.length + 1000);
  const share = FIRST_SHARE[typeof contest.stayingOut === 'number' ? 'contest' : 'open'];
  let epsilon = 2 ** Math.max(0, Math.floor(Math.log2(auction.range / share + 1)));
  const smallest = auction.unit / (4 * (contest.market.offers + 2));
  let columns: Columns | null = null;
  let pricesFell = false;
  for (let phase = 0; ; phase++) {
    if (options.isCancelled?.() === true) throw new SolveCancelled();
    options.onProgress?.({ stage: 'auction', done: phase, total: phaseCount(epsilon, smallest) + phase });
    startPhase(auction, epsilon, pricesFell);
    if (phase === 0) epsilon = endPriceWars(auction, epsilon);
    if (bidUntilSeated(auction, epsilon, workLimit) !== 'seated') return null;
    if (typeof contest.stayingOut !== 'number') {
      const priced = findPricedFreeSeats(auction);
      pricesFell = priced.length > 0;
      if (pricesFell) columns ??= transposeRows(auction);
      if (columns !== null && !lowerPrices(auction, columns, priced, epsilon, workLimit)) return null;
    }
    const price = roundPrices(auction, epsilon);
    if (price !== null) return { mate: seated(auction), price };
    if (epsilon < smallest) return null;
    epsilon /= FACTOR;
  }
}

/** Bids with a larger and larger ε while it takes long; whoever is seated remains content. Returns the last ε. */
function endPriceWars(auction: AuctionState, firstEpsilon: number): number {
  const pairs = auction.market.column.length;
  let epsilon = firstEpsilon;
  while (epsilon < auction.range) {
    const limit = auction.work + WAR_PASSES * pairs;
    if (bidUntilSeated(auction, epsilon, limit) !== 'paused') break;
    epsilon *= FACTOR;
  }
  return epsilon;
}

function phaseCount(epsilon: number, smallest: number): number {
  return Math.ceil(Math.log2(epsilon / smallest) / Math.log2(FACTOR));
}

/**
 * Frees the seats of everybody who is no longer content at the new ε and lets them wait. What is remembered of a row holds as long as prices only rose; rows are read again only where it leaves a doubt.
 */
function startPhase(auction: AuctionState, epsilon: number, pricesFell: boolean): void {
  const { requests, mate, mateScore, price, queue } = auction;
  let waiting = 0;
  for (let k = 0; k < requests.length; k++) {
    const i = requests[k]!;
    const j = mate[i]!;
    if (pricesFell || j < 0) readRow(auction, i);
    if (j >= 0 && mateScore[i]! - price[j]! >= bestValue(auction, i, NO_OFFER) - epsilon) continue;
    if (!pricesFell && j >= 0) {
      readRow(auction, i);
      if (mateScore[i]! - price[j]! >= bestValue(auction, i, NO_OFFER) - epsilon) continue;
    }
    mate[i] = -1;
    queue[waiting++] = i;
  }
  auction.head = 0;
  auction.waiting = waiting;
  if (waiting > 0) freeSeats(auction, epsilon);
}

/**
 * Empties the seats of those who wait, at today's price, and lowers the labels of those who stay to what they
 * would still pay at the new ε (labels set at a coarser ε promise too much).
 */
function freeSeats(auction: AuctionState, epsilon: number): void {
  const { mate, mateScore, price, slots } = auction;
  for (let j = 0; j <= auction.out; j++) {
    for (let k = slots.start[j]!; k < slots.start[j + 1]!; k++) {
      const i = slots.holder[k]!;
      if (i >= 0 && mate[i] === j) {
        const limit = mateScore[i]! - bestValue(auction, i, j) + epsilon;
        if (slots.label[k]! > limit) slots.label[k] = limit;
      } else slots.holder[k] = -1;
    }
    if (slots.start[j]! < slots.start[j + 1]! && price[j]! < Number.POSITIVE_INFINITY) {
      relabelFree(auction, j, price[j]!);
    }
  }
}

function seated(auction: AuctionState): Int32Array {
  const mate = auction.mate.slice();
  for (let i = 0; i < mate.length; i++) if (mate[i] === auction.out) mate[i] = -1;
  return mate;
}
