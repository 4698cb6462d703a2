/**
 * The lists of pairs of a live market, by row and by column, edited in place: people who come back with what they
 * had cost one comparison of two lists, and nothing is allocated that would have to be collected later.
 */
import type { LiveMarket } from './live-market.ts';

/** One listed pair: the other side's id and the score. */
export interface LivePair {
  readonly id: number;
  readonly score: number;
}

/** The row of request i becomes these pairs. */
export function replaceRow(live: LiveMarket, i: number, pairs: readonly LivePair[]): void {
  const ordered = isAscending(pairs) ? pairs : [...pairs].sort((a, b) => a.id - b.id);
  const offers = live.rowOffers[i]!;
  const scores = live.rowScores[i]!;
  let at = 0;
  for (const { id, score } of ordered) {
    while (at < offers.length && offers[at]! < id) dropFrom(live, i, at);
    if (at === offers.length || offers[at] !== id) {
      insertAt(offers, at, id);
      insertAt(scores, at, score);
      live.columnRequests[id]!.push(i);
      live.columnScores[id]!.push(score);
    } else if (scores[at] !== score) {
      scores[at] = score;
      live.columnScores[id]![live.columnRequests[id]!.indexOf(i)] = score;
    }
    at++;
  }
  while (offers.length > at) dropFrom(live, i, at);
}

function dropFrom(live: LiveMarket, i: number, at: number): void {
  const j = live.rowOffers[i]![at]!;
  removeFromRow(live, i, at);
  removeFromColumn(live, j, live.columnRequests[j]!.indexOf(i));
}

/** The column of offer j becomes these pairs. */
export function replaceColumn(live: LiveMarket, j: number, pairs: readonly LivePair[]): void {
  const requests = live.columnRequests[j]!;
  const { wanted } = live;
  for (let k = 0; k < pairs.length; k++) wanted[pairs[k]!.id] = k + 1;
  for (let k = requests.length - 1; k >= 0; k--) {
    const i = requests[k]!;
    if (wanted[i] === 0) {
      removeFromRow(live, i, placeOf(live.rowOffers[i]!, j));
      removeFromColumn(live, j, k);
    } else {
      setScore(live, i, j, k, pairs[wanted[i]! - 1]!.score);
      wanted[i] = 0;
    }
  }
  for (const { id, score } of pairs) {
    if (wanted[id] === 0) continue;
    wanted[id] = 0;
    listPair(live, id, j, score);
  }
}

/** The score of a listed pair. */
export function scoreOf(live: LiveMarket, i: number, j: number): number {
  return live.rowScores[i]![placeOf(live.rowOffers[i]!, j)]!;
}

function isAscending(pairs: readonly LivePair[]): boolean {
  for (let k = 1; k < pairs.length; k++) if (pairs[k - 1]!.id > pairs[k]!.id) return false;
  return true;
}

/** The score of the pair that stands at place k of column j. */
function setScore(live: LiveMarket, i: number, j: number, k: number, score: number): void {
  const scores = live.columnScores[j]!;
  if (scores[k] === score) return;
  scores[k] = score;
  live.rowScores[i]![placeOf(live.rowOffers[i]!, j)] = score;
}

function listPair(live: LiveMarket, i: number, j: number, score: number): void {
  const offers = live.rowOffers[i]!;
  const at = placeOf(offers, j);
  insertAt(offers, at, j);
  insertAt(live.rowScores[i]!, at, score);
  live.columnRequests[j]!.push(i);
  live.columnScores[j]!.push(score);
}

function removeFromRow(live: LiveMarket, i: number, at: number): void {
  removeAt(live.rowOffers[i]!, at);
  removeAt(live.rowScores[i]!, at);
}

/** Columns are in no order: the last pair takes the place. */
function removeFromColumn(live: LiveMarket, j: number, k: number): void {
  const requests = live.columnRequests[j]!;
  const scores = live.columnScores[j]!;
  requests[k] = requests[requests.length - 1]!;
  scores[k] = scores[scores.length - 1]!;
  requests.pop();
  scores.pop();
}

/** Where j is in an ascending list, or would be. */
function placeOf(ascending: readonly number[], j: number): number {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (ascending[middle]! < j) from = middle + 1;
    else to = middle;
  }
  return from;
}

function insertAt(list: number[], at: number, value: number): void {
  list.push(value);
  for (let k = list.length - 1; k > at; k--) list[k] = list[k - 1]!;
  list[at] = value;
}

function removeAt(list: number[], at: number): void {
  for (let k = at + 1; k < list.length; k++) list[k - 1] = list[k]!;
  list.pop();
}
