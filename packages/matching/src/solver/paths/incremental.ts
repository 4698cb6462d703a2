/**
 * Re-solving after one change, from the prices kept (Mills-Tettey, Stentz & Dias 2007, with capacities, slot
 * costs and staying out): a person who joins, leaves or changes costs one or a few searches, not a new solve.
 */
import type { Assignment } from '../assignment.ts';
import { type SparseMarket, servedBonus } from '../sparse-market.ts';
import { type LivePair, listPair, replaceColumn, replaceRow, scoreOf } from './live-lists.ts';
import { createLiveSearch, type LiveMarket, makeRoom, seatLive, unseatLive } from './live-market.ts';
import { fillFreeSeat, insertRequest } from './live-search.ts';
import { createPairLists, type PairLists } from './pair-lists.ts';

/** Far above any total, far below 2^53: leaves scores and numbers of people room to grow. */
const LIVE_BONUS = 2 ** 50;
const HEADROOM = 16;
/** The profit of a request that has left: nobody can offer it that much, so no search finds it. */
const GONE = Number.POSITIVE_INFINITY;

/**
 * Opens a solved market for changes. The plan must be best for the market (its prices are taken over).
 * @throws RangeError when scores are too large to stay exact.
 */
export function openLiveMarket(market: SparseMarket, plan: Assignment): LiveMarket {
  if (plan.objective === 'served' && servedBonus(market) * HEADROOM > LIVE_BONUS) {
    throw new RangeError('scores are too large for a live market: use coarser ones');
  }
  const bonus = plan.objective === 'served' ? LIVE_BONUS : 0;
  const { requests, offers } = market;
  const live: LiveMarket = {
    objective: plan.objective,
    bonus,
    slotStep: market.slotStep,
    requests,
    offers,
    rows: rowsOf(market),
    columns: columnsOf(market),
    capacity: market.capacity.slice(),
    load: new Int32Array(offers),
    price: plan.duals.price.map((price, j) => price + plan.duals.dead[j]! * bonus),
    profit: new Float64Array(requests),
    mate: new Int32Array(requests).fill(-1),
    seated: Array.from({ length: offers }, () => []),
    search: createLiveSearch(offers),
    repriced: null,
    wanted: new Int32Array(requests),
  };
  for (let i = 0; i < requests; i++) {
    const j = plan.mate[i]!;
    if (j < 0) continue;
    seatLive(live, i, j);
    live.profit[i] = bonus + scoreOf(live, i, j) - live.price[j]!;
  }
  return live;
}

function rowsOf({ requests, rowStart, column, score }: SparseMarket): PairLists {
  const lists = createPairLists(
    Int32Array.from({ length: requests }, (_, i) => rowStart[i + 1]! - rowStart[i]!),
  );
  lists.id.set(column.subarray(0, rowStart[requests]!));
  lists.score.set(score.subarray(0, rowStart[requests]!));
  lists.count.set(lists.room);
  return lists;
}

function columnsOf({ requests, offers, rowStart, column, score }: SparseMarket): PairLists {
  const length = new Int32Array(offers);
  for (let e = 0; e < rowStart[requests]!; e++) length[column[e]!] = length[column[e]!]! + 1;
  // Columns grow by what their rows are given: most of them a little, so each has some room from the start.
  const lists = createPairLists(length.map((pairs) => pairs + (pairs >> 2)));
  const { start, count, id, score: scores } = lists;
  for (let i = 0; i < requests; i++) {
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      const j = column[e]!;
      const at = start[j]! + count[j]!;
      id[at] = i;
      scores[at] = score[e]!;
      count[j] = count[j]! + 1;
    }
  }
  return lists;
}

/** A new request with its pairs (offer ids, each once); returns its id. */
export function addRequest(live: LiveMarket, pairs: readonly LivePair[]): number {
  makeRoom(live);
  const i = live.requests++;
  live.mate[i] = -1;
  replaceRow(live, i, pairs);
  insertRequest(live, i);
  return i;
}

/** The request leaves. Its pairs stay listed, out of account, until others take their place. */
export function removeRequest(live: LiveMarket, i: number): void {
  const left = live.mate[i]!;
  if (left >= 0) unseatLive(live, i);
  live.profit[i] = GONE;
  if (left >= 0) fillFreeSeats(live, left);
}

/** The request's pairs become these; one that had left is back. */
export function changeRequest(live: LiveMarket, i: number, pairs: readonly LivePair[]): void {
  removeRequest(live, i);
  replaceRow(live, i, pairs);
  insertRequest(live, i);
}

/** The request has these pairs as well, none of which it had. */
export function extendRequest(
  live: LiveMarket,
  i: number,
  offers: ArrayLike<number>,
  scores: ArrayLike<number>,
): void {
  removeRequest(live, i);
  for (let k = 0; k < offers.length; k++) listPair(live, i, offers[k]!, scores[k]!);
  insertRequest(live, i);
}

/** A new offer with its seats and pairs (request ids, each once); returns its id. */
export function addOffer(live: LiveMarket, capacity: number, pairs: readonly LivePair[]): number {
  makeRoom(live);
  const j = live.offers++;
  live.seated[j] = [];
  live.capacity[j] = 0;
  live.load[j] = 0;
  replaceColumn(live, j, pairs);
  changeCapacity(live, j, capacity);
  return j;
}

/** The offer leaves: it has no more seats. Its pairs stay listed, out of account, until others take their place. */
export function removeOffer(live: LiveMarket, j: number): void {
  changeCapacity(live, j, 0);
}

/** The offer's pairs and seats become these. */
export function changeOffer(live: LiveMarket, j: number, capacity: number, pairs: readonly LivePair[]): void {
  removeOffer(live, j);
  replaceColumn(live, j, pairs);
  changeCapacity(live, j, capacity);
}

/** More or fewer seats, 0 or more. */
export function changeCapacity(live: LiveMarket, j: number, capacity: number): void {
  if (live.capacity[j] === 0 && capacity > 0) live.price[j] = entryPrice(live, j);
  live.repriced?.push(j);
  const displaced: number[] = [];
  while (live.load[j]! > capacity) {
    const i = live.seated[j]![0]!;
    unseatLive(live, i);
    displaced.push(i);
  }
  live.capacity[j] = capacity;
  for (const i of displaced) insertRequest(live, i);
  fillFreeSeats(live, j);
}

/** The market as it stands. Requests that left are rows without pairs. */
export function marketOf(live: LiveMarket): SparseMarket {
  const { requests, offers, slotStep, rows } = live;
  const rowStart = new Int32Array(requests + 1);
  for (let i = 0; i < requests; i++) {
    rowStart[i + 1] = rowStart[i]! + (live.profit[i] === GONE ? 0 : rows.count[i]!);
  }
  const column = new Int32Array(rowStart[requests]!);
  const score = new Int32Array(rowStart[requests]!);
  for (let i = 0; i < requests; i++) {
    for (let e = rowStart[i]!, at = rows.start[i]!; e < rowStart[i + 1]!; e++, at++) {
      column[e] = rows.id[at]!;
      score[e] = rows.score[at]!;
    }
  }
  return { requests, offers, capacity: live.capacity.slice(0, offers), rowStart, column, score, slotStep };
}

/**
 * The plan as it stands, with its proof.
 * @param seatless a price at which nobody wants an offer without seats: above every score
 */
export function planOf(live: LiveMarket, seatless = highestScore(live)): Assignment {
  const { requests, offers, slotStep, objective, bonus } = live;
  let score = 0;
  let served = 0;
  for (let i = 0; i < requests; i++) {
    if (live.profit[i] === GONE || live.mate[i]! < 0) continue;
    served++;
    score += scoreOf(live, i, live.mate[i]!);
  }
  const dead = new Uint8Array(offers);
  const price = live.price.slice(0, offers);
  for (let j = 0; j < offers; j++) {
    score -= (slotStep * live.load[j]! * (live.load[j]! - 1)) / 2;
    if (live.capacity[j] === 0) price[j] = bonus + seatless;
    if (bonus === 0 || price[j]! <= bonus / 2) continue;
    dead[j] = 1;
    price[j] = price[j]! - bonus;
  }
  const mate = live.mate.slice(0, requests);
  return { objective, mate, served, score, duals: { dead, price }, kernels: ['incremental'] };
}

function highestScore({ requests, profit, rows }: LiveMarket): number {
  let highest = 0;
  for (let i = 0; i < requests; i++) {
    if (profit[i] === GONE) continue;
    for (let e = rows.start[i]!, end = e + rows.count[i]!; e < end; e++) {
      if (rows.score[e]! > highest) highest = rows.score[e]!;
    }
  }
  return highest;
}

/** The lowest price at which no request would rather be here. */
function entryPrice(live: LiveMarket, j: number): number {
  const { start, count, id, score } = live.columns;
  let price = 0;
  for (let e = start[j]!, end = e + count[j]!; e < end; e++) {
    price = Math.max(price, live.bonus + score[e]! - live.profit[id[e]!]!);
  }
  return price;
}

function fillFreeSeats(live: LiveMarket, j: number): void {
  while (live.load[j]! < live.capacity[j]! && live.price[j]! > live.slotStep * live.load[j]!) {
    fillFreeSeat(live, j);
  }
}
