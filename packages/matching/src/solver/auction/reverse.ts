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
  readonly score: Int32Array;
}

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
  const scores = new Int32Array(start[offers]!);
  for (const i of auction.requests) {
    for (let e = rowStart[i]!, end = rowStart[i + 1]!; e < end; e++) {
      const j = column[e]!;
      if (price[j]! === Number.POSITIVE_INFINITY) continue;
      const at = fill[j]!;
      request[at] = i;
      scores[at] = score[e]!;
      fill[j] = at + 1;
    }
  }
  return { start, request, score: scores };
}

/** Offers that have a free seat and cost something. */
export function findPricedFreeSeats(auction: AuctionState): number[] {
  const found: number[] = [];
  for (let j = 0; j < auction.out; j++) {
    const price = auction.price[j]!;
    if (price > 0 && price !== Number.POSITIVE_INFINITY && freeSeat(auction.slots, j, -1) >= 0) found.push(j);
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
    while (auction.price[j]! > 0 && freeSeat(auction.slots, j, -1) >= 0) {
      const left = winRequest(auction, columns, j, epsilon);
      if (left >= 0 && auction.price[left]! > 0) offers.push(left);
      if (auction.work > workLimit) return false;
    }
  }
  return true;
}

/** One reverse bid of offer j; returns the offer that lost a request, or −1. */
function winRequest(auction: AuctionState, columns: Columns, j: number, epsilon: number): number {
  const { start, request, score } = columns;
  const { price, mate, mateScore } = auction;
  let best = Number.NEGATIVE_INFINITY;
  let second = Number.NEGATIVE_INFINITY;
  let bestAt = -1;
  for (let at = start[j]!, end = start[j + 1]!; at < end; at++) {
    const i = request[at]!;
    const k = mate[i]!;
    if (k === j) continue;
    const worth = score[at]! - mateScore[i]! + price[k]!;
    if (worth > best) {
      second = best;
      best = worth;
      bestAt = at;
    } else if (worth > second) second = worth;
  }
  auction.work += start[j + 1]! - start[j]!;
  if (best <= epsilon) {
    relabelFree(auction, j, 0);
    return -1;
  }
  relabelFree(auction, j, Math.max(0, second - epsilon));
  const i = request[bestAt]!;
  const left = mate[i]!;
  auction.slots.holder[freeSeat(auction.slots, j, -1)] = i;
  mate[i] = j;
  mateScore[i] = score[bestAt]!;
  if (left === auction.out) return -1;
  auction.slots.holder[freeSeat(auction.slots, left, i)] = -1;
  relabelFree(auction, left, price[left]!);
  return left;
}

/** Gives every free seat of an offer this label, at most its price: it becomes the price. */
export function relabelFree(auction: AuctionState, j: number, newLabel: number): void {
  const { start, label, holder } = auction.slots;
  for (let k = start[j]!; k < start[j + 1]!; k++) {
    if (holder[k] === -1) label[k] = newLabel;
  }
  orderSeats(auction.slots, j);
  auction.price[j] = label[start[j]!]!;
}

/** The seat of offer j held by `who`; −1 asks for a free one. −1 when there is none. */
function freeSeat(slots: Slots, j: number, who: number): number {
  for (let k = slots.start[j]!; k < slots.start[j + 1]!; k++) {
    if (slots.holder[k] === who) return k;
  }
  return -1;
}
