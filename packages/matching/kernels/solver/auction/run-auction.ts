/**
 * ε-scaling auction with capacities (Bertsekas & Castañón 1989, 1992): bids raise prices until everybody holds
 * what is best for them within ε; then ε shrinks. Ends with integer prices that prove the plan, or gives up.
 */
import { AUCTION, tick } from '../host';
import { Contest } from '../market';
import { bestValue, bidUntilSeated, PAUSED, readRow, SEATED } from './bids';
import { Agenda, Columns, findPricedFreeSeats, lowerPrices, relabelFree, transposeRows } from './reverse';
import { Arcs, roundPrices } from './round-prices';
import { Auction } from './state';

/** The first ε as a share of the largest difference between two values; what comes after is this much smaller. */
const FIRST_SHARE_FULL: f64 = 4;
const FIRST_SHARE_OPEN: f64 = 16;
const FACTOR: f64 = 4;
/** Readings of the whole market after which the first phase is a price war, ended by a larger ε. */
const WAR_PASSES: f64 = 3;
const NO_OFFER: i32 = -1;

/** A plan with whole prices, meaningless at closed offers; mate −1 for those that stay out. */
export class Auctioned {
  constructor(
    public mate: StaticArray<i32>,
    public price: StaticArray<f64>,
  ) {}
}

/**
 * The best plan of a contest, or null when it takes too long (prices that creep or outgrow exact numbers).
 * For NEVER a plan that serves everybody must exist. Where a fixed number stays out, slot costs are the same for
 * every plan and are not looked at.
 * @param passLimit pairs to be read at most, as a multiple of all pairs, before giving up
 */
export function runAuction(contest: Contest, passLimit: f64): Auctioned | null {
  const auction = new Auction(contest);
  const arcs = new Arcs(auction.price.length);
  const agenda = new Agenda(contest.market.offers);
  const workLimit = passLimit * f64(contest.market.pairs + 1000);
  const share = auction.isFull ? FIRST_SHARE_FULL : FIRST_SHARE_OPEN;
  let epsilon = powerBelow(auction.range / share + 1);
  const smallest = auction.unit / f64(4 * (contest.market.offers + 2));
  let columns: Columns | null = null;
  let pricesFell = false;
  let phase = 0;
  while (true) {
    tick(AUCTION, phase, phasesLeft(epsilon, smallest) + phase);
    startPhase(auction, epsilon, pricesFell);
    if (phase === 0) epsilon = endPriceWars(auction, epsilon);
    if (bidUntilSeated(auction, epsilon, workLimit) !== SEATED) return null;
    if (!auction.isFull) {
      findPricedFreeSeats(auction, agenda);
      pricesFell = agenda.count > 0;
      if (pricesFell && columns === null) columns = transposeRows(auction);
      if (columns !== null && !lowerPrices(auction, columns, agenda, epsilon, workLimit)) return null;
    }
    const price = roundPrices(auction, epsilon, arcs);
    if (price !== null) return new Auctioned(seated(auction), price);
    if (epsilon < smallest) return null;
    epsilon /= FACTOR;
    phase++;
  }
}

/** The largest power of two up to a value of at least 1. */
function powerBelow(value: f64): f64 {
  let power: f64 = 1;
  while (2 * power <= value) power *= 2;
  return power;
}

/** Bids with a larger and larger ε while it takes long; whoever is seated remains content. Returns the last ε. */
function endPriceWars(auction: Auction, firstEpsilon: f64): f64 {
  const pairs = f64(auction.contest.market.pairs);
  let epsilon = firstEpsilon;
  while (epsilon < auction.range) {
    const limit = auction.work + WAR_PASSES * pairs;
    if (bidUntilSeated(auction, epsilon, limit) !== PAUSED) break;
    epsilon *= FACTOR;
  }
  return epsilon;
}

function phasesLeft(epsilon: f64, smallest: f64): i32 {
  let phases = 0;
  for (let rest = epsilon; rest > smallest; rest /= FACTOR) phases++;
  return phases;
}

/**
 * Frees the seats of everybody who is no longer content at the new ε and lets them wait. What is remembered of a row
 * holds as long as prices only rose; rows are read again only where it leaves a doubt.
 */
function startPhase(auction: Auction, epsilon: f64, pricesFell: bool): void {
  const requests = auction.contest.requests;
  const mate = auction.mate;
  const mateScore = auction.mateScore;
  const price = auction.price;
  let waiting = 0;
  for (let k = 0; k < requests.length; k++) {
    const i = requests[k];
    const j = mate[i];
    if (pricesFell || j < 0) readRow(auction, i);
    if (j >= 0 && mateScore[i] - price[j] >= bestValue(auction, i, NO_OFFER) - epsilon) continue;
    if (!pricesFell && j >= 0) {
      readRow(auction, i);
      if (mateScore[i] - price[j] >= bestValue(auction, i, NO_OFFER) - epsilon) continue;
    }
    mate[i] = -1;
    auction.queue[waiting++] = i;
  }
  auction.head = 0;
  auction.waiting = waiting;
  if (waiting > 0) freeSeats(auction, epsilon);
}

/**
 * Empties the seats of those who wait, at today's price, and lowers the labels of those who stay to what they
 * would still pay at the new ε (labels set at a coarser ε promise too much).
 */
function freeSeats(auction: Auction, epsilon: f64): void {
  const mate = auction.mate;
  const price = auction.price;
  const slots = auction.slots;
  const start = slots.start;
  for (let j = 0; j <= auction.out; j++) {
    for (let k = start[j]; k < start[j + 1]; k++) {
      const i = slots.holder[k];
      if (i >= 0 && mate[i] === j) {
        const limit = auction.mateScore[i] - bestValue(auction, i, j) + epsilon;
        if (slots.label[k] > limit) slots.label[k] = limit;
      } else slots.holder[k] = -1;
    }
    if (start[j] < start[j + 1] && price[j] < Infinity) relabelFree(auction, j, price[j]);
  }
}

function seated(auction: Auction): StaticArray<i32> {
  const mate = auction.mate;
  for (let i = 0; i < mate.length; i++) if (mate[i] === auction.out) mate[i] = -1;
  return mate;
}
