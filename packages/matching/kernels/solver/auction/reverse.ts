/**
 * The reverse half of the auction (Bertsekas & Castañón 1992): offers with a free seat and a price above 0 lower
 * it and win the request that gains most, until every free seat costs nothing. Without it the prices kept from a
 * coarser phase would leave seats empty that cost something, and the plan would not be proved best.
 */
import { orderSeats, Slots } from '../slots';
import { Auction } from './state';

/** The pairs of each offer: a transpose of the rows of the requests that take part. */
export class Columns {
  /** How many units the score of a pair is above the least of all; `wide` where 16 bits do not hold them. */
  narrow: StaticArray<u16>;
  wide: StaticArray<u32>;

  constructor(
    public start: StaticArray<i32>,
    public request: StaticArray<i32>,
    public isWide: bool,
  ) {
    this.narrow = new StaticArray<u16>(isWide ? 0 : request.length);
    this.wide = new StaticArray<u32>(isWide ? request.length : 0);
  }
}

const MOST_STEPS: f64 = 65_535;

/** Transposes the rows of the given requests, leaving out closed offers (price Infinity). */
export function transposeRows(auction: Auction): Columns {
  const contest = auction.contest;
  const market = contest.market;
  const rowStart = market.rowStart;
  const column = market.column;
  const price = auction.price;
  const start = new StaticArray<i32>(market.offers + 1);
  for (let k = 0; k < contest.requests.length; k++) {
    const i = contest.requests[k];
    for (let e = rowStart[i], end = rowStart[i + 1]; e < end; e++) {
      if (price[column[e]] !== Infinity) start[column[e] + 1] += 1;
    }
  }
  for (let j = 0; j < market.offers; j++) start[j + 1] += start[j];
  const fill = new StaticArray<i32>(market.offers);
  for (let j = 0; j < market.offers; j++) fill[j] = start[j];
  const request = new StaticArray<i32>(start[market.offers]);
  const columns = new Columns(start, request, auction.range > MOST_STEPS * auction.unit);
  for (let k = 0; k < contest.requests.length; k++) {
    const i = contest.requests[k];
    for (let e = rowStart[i], end = rowStart[i + 1]; e < end; e++) {
      const j = column[e];
      if (price[j] === Infinity) continue;
      const at = fill[j];
      const steps = (f64(market.score[e]) - auction.least) / auction.unit;
      request[at] = i;
      if (columns.isWide) columns.wide[at] = u32(steps);
      else columns.narrow[at] = u16(steps);
      fill[j] = at + 1;
    }
  }
  return columns;
}

/** Offers with something to do, the last first; each is listed once. */
export class Agenda {
  private list: StaticArray<i32>;
  private isListed: StaticArray<u8>;
  count: i32 = 0;

  constructor(offers: i32) {
    this.list = new StaticArray<i32>(offers);
    this.isListed = new StaticArray<u8>(offers);
  }

  push(j: i32): void {
    if (this.isListed[j] === 1) return;
    this.isListed[j] = 1;
    this.list[this.count++] = j;
  }

  pop(): i32 {
    const j = this.list[--this.count];
    this.isListed[j] = 0;
    return j;
  }
}

/** Offers whose next seat is free and has a price above its cost. */
export function findPricedFreeSeats(auction: Auction, into: Agenda): void {
  for (let j = 0; j < auction.out; j++) {
    if (auction.price[j] !== Infinity && isOverpriced(auction, j)) into.push(j);
  }
}

/** Lowers prices until no free seat costs anything. @returns false when `workLimit` was passed. */
export function lowerPrices(
  auction: Auction,
  columns: Columns,
  offers: Agenda,
  epsilon: f64,
  workLimit: f64,
): bool {
  while (offers.count > 0) {
    const j = offers.pop();
    while (isOverpriced(auction, j)) {
      const left = winRequest(auction, columns, j, epsilon);
      if (left >= 0 && isOverpriced(auction, left)) offers.push(left);
      if (auction.work > workLimit) return false;
    }
  }
  return true;
}

/** One reverse bid of offer j; returns the offer that lost a request, or −1. */
function winRequest(auction: Auction, columns: Columns, j: i32, epsilon: f64): i32 {
  const start = columns.start;
  const slots = auction.slots;
  const mate = auction.mate;
  const price = auction.price;
  const least = auction.least;
  const unit = auction.unit;
  let best: f64 = -Infinity;
  let second: f64 = -Infinity;
  let bestAt = -1;
  for (let at = start[j], end = start[j + 1]; at < end; at++) {
    const i = columns.request[at];
    const k = mate[i];
    if (k === j) continue;
    const steps = columns.isWide ? columns.wide[at] : u32(columns.narrow[at]);
    const worth = least + unit * f64(steps) - auction.mateScore[i] + price[k];
    if (worth > best) {
      second = best;
      best = worth;
      bestAt = at;
    } else if (worth > second) second = worth;
  }
  auction.work += f64(start[j + 1] - start[j]);
  const cost = auction.slotStep * f64(countHolders(slots, j));
  if (best <= cost + epsilon) {
    relabelFree(auction, j, cost);
    return -1;
  }
  const newPrice = max<f64>(cost, second - epsilon);
  const i = columns.request[bestAt];
  const left = mate[i];
  const seat = freeSeat(slots, j, -1);
  slots.holder[seat] = i;
  slots.label[seat] = newPrice;
  relabelFree(auction, j, newPrice);
  mate[i] = j;
  const steps = columns.isWide ? columns.wide[bestAt] : u32(columns.narrow[bestAt]);
  auction.mateScore[i] = least + unit * f64(steps);
  if (left === auction.out) return -1;
  slots.holder[freeSeat(slots, left, i)] = -1;
  relabelFree(auction, left, price[left]);
  return left;
}

/**
 * Gives the free seats of an offer this label, at most its price, and no seat less than it costs. The first of
 * them then has the price of the offer.
 */
export function relabelFree(auction: Auction, j: i32, newLabel: f64): void {
  const slots = auction.slots;
  let cost = auction.slotStep * f64(countHolders(slots, j));
  for (let k = slots.start[j]; k < slots.start[j + 1]; k++) {
    if (slots.holder[k] !== -1) continue;
    slots.label[k] = max<f64>(newLabel, cost);
    cost += auction.slotStep;
  }
  orderSeats(slots, j);
  auction.price[j] = slots.label[slots.start[j]];
}

function isOverpriced(auction: Auction, j: i32): bool {
  const slots = auction.slots;
  const holders = countHolders(slots, j);
  return holders < slots.start[j + 1] - slots.start[j] && auction.price[j] > auction.slotStep * f64(holders);
}

function countHolders(slots: Slots, j: i32): i32 {
  let count = 0;
  for (let k = slots.start[j]; k < slots.start[j + 1]; k++) if (slots.holder[k] !== -1) count++;
  return count;
}

/** The seat of offer j held by `who`; −1 asks for a free one. −1 when there is none. */
function freeSeat(slots: Slots, j: i32, who: i32): i32 {
  for (let k = slots.start[j]; k < slots.start[j + 1]; k++) if (slots.holder[k] === who) return k;
  return -1;
}
