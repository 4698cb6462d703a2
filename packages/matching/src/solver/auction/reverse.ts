/**
 * The reverse half of the auction (Bertsekas & Castañón 1992): offers with a free seat and a price above 0 lower
 * it and win the request that gains most, until every free seat costs nothing. Without it the prices kept from a
 * coarser phase would leave seats empty that cost something, and the plan would not be proved best.
 */
import { orderSeats, type Slots } from './slots.ts';
import type { AuctionState } from './state.ts';

/** The pairs of each offer: a transpose of the rows of the requests that take part. */
export interface Columns {
  readonly start: Int32Array;
  readonly request: Int32Array;
  /** How many units the score of a pair is above the least of all. */
  readonly steps: Uint16Array | Uint32Array;
}

const MOST_STEPS = 2 ** 16 - 1;

/** Transposes the rows of the given requests, leaving out closed offers (price Infinity). */
export function transposeRows(auction: AuctionState): Columns {
  const { rowStart, column, score, offers } = auction.market;
  const { price } = auction;
  const start = new Int32Array(offers + 1);
  for (const i of auction.requests) {
    for (let e = rowStart[i]!, end = rowStart[i + 1]!; e < end; e++) {
      const j = column[e]!;
      if (price[j]! !== Number.POSITIVE_INFINITY) start[j + 1] = start[j + 1]! + 1;
    }
  }
  for (let j = 0; j < offers; j++) start[j + 1] = start[j + 1]! + start[j]!;
  const fill = start.slice(0, offers);
  const request = new Int32Array(start[offers]!);
  const { least, unit } = auction;
  const Steps = auction.range <= MOST_STEPS * unit ? Uint16Array : Uint32Array;
  const steps = new Steps(start[offers]!);
  for (const i of auction.requests) {
    for (let e = rowStart[i]!, end = rowStart[i + 1]!; e < end; e++) {
      const j = column[e]!;
      if (price[j]! === Number.POSITIVE_INFINITY) continue;
      const at = fill[j]!;
      request[at] = i;
      steps[at] = (score[e]! - least) / unit;
      fill[j] = at + 1;
    }
  }
  return { start, request, steps };
}

/** Offers whose next seat is free and has a price above its cost. */
export function findPricedFreeSeats(auction: AuctionState): number[] {
  const found: number[] = [];
  for (let j = 0; j < auction.out; j++) {
    if (auction.price[j]! !== Number.POSITIVE_INFINITY && isOverpriced(auction, j)) found.push(j);
  }
  return found;
}

/** Lowers prices until no free seat costs anything. @returns false when `workLimit` was passed. */
export function lowerPrices(
  auction: AuctionState,
  columns: Columns,
  offers: number[],
  epsilon: number,
  workLimit: number,
): boolean {
  while (offers.length > 0) {
    const j = offers.pop()!;
    while (isOverpriced(auction, j)) {
      const left = winRequest(auction, columns, j, epsilon);
      if (left >= 0 && isOverpriced(auction, left)) offers.push(left);
      if (auction.work > workLimit) return false;
    }
  }
  return true;
}

/** One reverse bid of offer j; returns the offer that lost a request, or −1. */
function winRequest(auction: AuctionState, columns: Columns, j: number, epsilon: number): number {
  const { start, request, steps } = columns;
  const { least, unit } = auction;
  const { price, mate, mateScore } = auction;
  let best = Number.NEGATIVE_INFINITY;
  let second = Number.NEGATIVE_INFINITY;
  let bestAt = -1;
  for (let at = start[j]!, end = start[j + 1]!; at < end; at++) {
    const i = request[at]!;
    const k = mate[i]!;
    if (k === j) continue;
    const worth = least + unit * steps[at]! - mateScore[i]! + price[k]!;
    if (worth > best) {
      second = best;
      best = worth;
      bestAt = at;
    } else if (worth > second) second = worth;
  }
  auction.work += start[j + 1]! - start[j]!;
  const cost = auction.slotStep * countHolders(auction.slots, j);
  if (best <= cost + epsilon) {
    relabelFree(auction, j, cost);
    return -1;
  }
  const newPrice = Math.max(cost, second - epsilon);
  const i = request[bestAt]!;
  const left = mate[i]!;
  const seat = freeSeat(auction.slots, j, -1);
  auction.slots.holder[seat] = i;
  auction.slots.label[seat] = newPrice;
  relabelFree(auction, j, newPrice);
  mate[i] = j;
  mateScore[i] = least + unit * steps[bestAt]!;
  if (left === auction.out) return -1;
  auction.slots.holder[freeSeat(auction.slots, left, i)] = -1;
  relabelFree(auction, left, price[left]!);
  return left;
}

/**
 * Gives the free seats of an offer this label, at most its price, and no seat less than it costs. The first of
 * them then has the price of the offer.
 */
export function relabelFree(auction: AuctionState, j: number, newLabel: number): void {
  const { start, label, holder } = auction.slots;
  let cost = auction.slotStep * countHolders(auction.slots, j);
  for (let k = start[j]!; k < start[j + 1]!; k++) {
    if (holder[k] !== -1) continue;
    label[k] = Math.max(newLabel, cost);
    cost += auction.slotStep;
  }
  orderSeats(auction.slots, j);
  auction.price[j] = label[start[j]!]!;
}

function isOverpriced(auction: AuctionState, j: number): boolean {
  const { slots, price, slotStep } = auction;
  const holders = countHolders(slots, j);
  return holders < slots.start[j + 1]! - slots.start[j]! && price[j]! > slotStep * holders;
}

function countHolders(slots: Slots, j: number): number {
  let count = 0;
  for (let k = slots.start[j]!; k < slots.start[j + 1]!; k++) {
    if (slots.holder[k] !== -1) count++;
  }
  return count;
}

/** The seat of offer j held by `who`; −1 asks for a free one. −1 when there is none. */
function freeSeat(slots: Slots, j: number, who: number): number {
  for (let k = slots.start[j]!; k < slots.start[j + 1]!; k++) {
    if (slots.holder[k] === who) return k;
  }
  return -1;
}
