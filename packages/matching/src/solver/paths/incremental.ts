/**
 * Re-solving after one change, from the prices kept (Mills-Tettey, Stentz & Dias 2007, with capacities, slot
 * costs and staying out): a person who joins, leaves or changes costs one or a few searches, not a new solve.
 */
import type { Assignment } from '../assignment.ts';
import { type SparseMarket, servedBonus } from '../sparse-market.ts';
import { createLiveSearch, type LiveMarket, makeRoom, seatLive, unseatLive } from './live-market.ts';
import { fillFreeSeat, insertRequest } from './live-search.ts';

/** Far above any total, far below 2^53: leaves scores and numbers of people room to grow. */
const LIVE_BONUS = 2 ** 50;
const HEADROOM = 16;

/** One listed pair: the other side's id and the score. */
export interface LivePair {
  readonly id: number;
  readonly score: number;
}

/**
 * Opens a solved market for changes. The plan must be best for the market (its prices are taken over).
 * @throws RangeError when scores are too large to stay exact.
 */
export function openLiveMarket(market: SparseMarket, plan: Assignment): LiveMarket {
  if (plan.objective === 'served' && servedBonus(market) * HEADROOM > LIVE_BONUS) {
    throw new RangeError('scores are too large for a live market: use coarser ones');
  }
  const bonus = plan.objective === 'served' ? LIVE_BONUS : 0;
  const { requests, offers, rowStart } = market;
  const live: LiveMarket = {
    objective: plan.objective,
    bonus,
    slotStep: market.slotStep,
    requests,
    offers,
    rowOffers: [],
    rowScores: [],
    columnRequests: Array.from({ length: offers }, () => []),
    columnScores: Array.from({ length: offers }, () => []),
    capacity: market.capacity.slice(),
    load: new Int32Array(offers),
    price: plan.duals.price.map((price, j) => price + plan.duals.dead[j]! * bonus),
    profit: new Float64Array(requests),
    mate: new Int32Array(requests).fill(-1),
    seated: Array.from({ length: offers }, () => []),
    search: createLiveSearch(offers),
  };
  for (let i = 0; i < requests; i++) {
    listRow(
      live,
      i,
      market.column.slice(rowStart[i], rowStart[i + 1]),
      market.score.slice(rowStart[i], rowStart[i + 1]),
    );
    const j = plan.mate[i]!;
    if (j < 0) continue;
    seatLive(live, i, j);
    live.profit[i] = bonus + scoreOf(live, i, j) - live.price[j]!;
  }
  return live;
}

/** A new request with its pairs (offer ids, each once); returns its id. */
export function addRequest(live: LiveMarket, pairs: readonly LivePair[]): number {
  makeRoom(live);
  const i = live.requests++;
  live.mate[i] = -1;
  listPairs(live, i, pairs);
  insertRequest(live, i);
  return i;
}

/** The request leaves; its id stays as a request without pairs. */
export function removeRequest(live: LiveMarket, i: number): void {
  changeRequest(live, i, []);
}

/** The request's pairs become these. */
export function changeRequest(live: LiveMarket, i: number, pairs: readonly LivePair[]): void {
  const left = live.mate[i]!;
  if (left >= 0) unseatLive(live, i);
  for (const j of live.rowOffers[i]!) unlist(live, i, j);
  listPairs(live, i, []);
  live.profit[i] = 0;
  if (left >= 0) fillFreeSeats(live, left);
  listPairs(live, i, pairs);
  insertRequest(live, i);
}

/** A new offer with its seats and pairs (request ids, each once); returns its id. */
export function addOffer(live: LiveMarket, capacity: number, pairs: readonly LivePair[]): number {
  makeRoom(live);
  const j = live.offers++;
  live.columnRequests[j] = [];
  live.columnScores[j] = [];
  live.seated[j] = [];
  live.capacity[j] = 0;
  live.load[j] = 0;
  for (const { id, score } of pairs) listInRow(live, id, j, score);
  changeCapacity(live, j, capacity);
  return j;
}

/** The offer leaves with all its pairs; its id stays as an offer without seats. */
export function removeOffer(live: LiveMarket, j: number): void {
  changeCapacity(live, j, 0);
  for (const i of live.columnRequests[j]!) dropFromRow(live, i, j);
  live.columnRequests[j] = [];
  live.columnScores[j] = [];
}

/** The offer's pairs and seats become these. */
export function changeOffer(live: LiveMarket, j: number, capacity: number, pairs: readonly LivePair[]): void {
  removeOffer(live, j);
  for (const { id, score } of pairs) listInRow(live, id, j, score);
  changeCapacity(live, j, capacity);
}

/** More or fewer seats, 0 or more. */
export function changeCapacity(live: LiveMarket, j: number, capacity: number): void {
  if (live.capacity[j] === 0 && capacity > 0) live.price[j] = entryPrice(live, j);
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

/** The market as it stands, with the plan and its proof. Those who left are rows without pairs. */
export function snapshotLive(live: LiveMarket): { market: SparseMarket; plan: Assignment } {
  const { requests, offers, slotStep, objective, bonus } = live;
  const rowStart = new Int32Array(requests + 1);
  for (let i = 0; i < requests; i++) rowStart[i + 1] = rowStart[i]! + live.rowOffers[i]!.length;
  const column = new Int32Array(rowStart[requests]!);
  const score = new Int32Array(rowStart[requests]!);
  let total = 0;
  let served = 0;
  let highest = 0;
  for (let i = 0; i < requests; i++) {
    column.set(live.rowOffers[i]!, rowStart[i]);
    score.set(live.rowScores[i]!, rowStart[i]);
    for (const value of live.rowScores[i]!) highest = Math.max(highest, value);
    if (live.mate[i]! < 0) continue;
    served++;
    total += scoreOf(live, i, live.mate[i]!);
  }
  const dead = new Uint8Array(offers);
  const price = live.price.slice(0, offers);
  for (let j = 0; j < offers; j++) {
    total -= (slotStep * live.load[j]! * (live.load[j]! - 1)) / 2;
    if (live.capacity[j] === 0) price[j] = bonus + highest;
    if (bonus === 0 || price[j]! <= bonus / 2) continue;
    dead[j] = 1;
    price[j] = price[j]! - bonus;
  }
  const capacity = live.capacity.slice(0, offers);
  const mate = live.mate.slice(0, requests);
  return {
    market: { requests, offers, capacity, rowStart, column, score, slotStep },
    plan: { objective, mate, served, score: total, duals: { dead, price }, kernels: ['incremental'] },
  };
}

/** The lowest price at which no request would rather be here. */
function entryPrice(live: LiveMarket, j: number): number {
  const requests = live.columnRequests[j]!;
  let price = 0;
  for (let e = 0; e < requests.length; e++) {
    price = Math.max(price, live.bonus + live.columnScores[j]![e]! - live.profit[requests[e]!]!);
  }
  return price;
}

function fillFreeSeats(live: LiveMarket, j: number): void {
  while (live.load[j]! < live.capacity[j]! && live.price[j]! > live.slotStep * live.load[j]!) {
    fillFreeSeat(live, j);
  }
}

function listPairs(live: LiveMarket, i: number, pairs: readonly LivePair[]): void {
  const ordered = [...pairs].sort((a, b) => a.id - b.id);
  listRow(
    live,
    i,
    Int32Array.from(ordered, (pair) => pair.id),
    Int32Array.from(ordered, (pair) => pair.score),
  );
}

function listRow(live: LiveMarket, i: number, offers: Int32Array, scores: Int32Array): void {
  live.rowOffers[i] = offers;
  live.rowScores[i] = scores;
  for (let e = 0; e < offers.length; e++) {
    live.columnRequests[offers[e]!]!.push(i);
    live.columnScores[offers[e]!]!.push(scores[e]!);
  }
}

function unlist(live: LiveMarket, i: number, j: number): void {
  const requests = live.columnRequests[j]!;
  const scores = live.columnScores[j]!;
  const at = requests.indexOf(i);
  requests[at] = requests[requests.length - 1]!;
  scores[at] = scores[scores.length - 1]!;
  requests.pop();
  scores.pop();
}

/** Adds one pair to a row and to its column. */
function listInRow(live: LiveMarket, i: number, j: number, score: number): void {
  const offers = live.rowOffers[i]!;
  let at = offers.length;
  while (at > 0 && offers[at - 1]! > j) at--;
  live.rowOffers[i] = inserted(offers, at, j);
  live.rowScores[i] = inserted(live.rowScores[i]!, at, score);
  live.columnRequests[j]!.push(i);
  live.columnScores[j]!.push(score);
}

function inserted(array: Int32Array, at: number, value: number): Int32Array {
  const longer = new Int32Array(array.length + 1);
  longer.set(array.subarray(0, at));
  longer[at] = value;
  longer.set(array.subarray(at), at + 1);
  return longer;
}

function dropFromRow(live: LiveMarket, i: number, j: number): void {
  const offers = live.rowOffers[i]!;
  const at = offers.indexOf(j);
  live.rowOffers[i] = without(offers, at);
  live.rowScores[i] = without(live.rowScores[i]!, at);
}

function without(array: Int32Array, at: number): Int32Array {
  const shorter = new Int32Array(array.length - 1);
  shorter.set(array.subarray(0, at));
  shorter.set(array.subarray(at + 1), at);
  return shorter;
}

function scoreOf(live: LiveMarket, i: number, j: number): number {
  return live.rowScores[i]![live.rowOffers[i]!.indexOf(j)]!;
}
