/**
 * The pairs of a live market, listed by row and by column and edited in place: people who come back with what they had cost one
 * comparison of two lists.
 */
import type { LiveMarket } from './live-market.ts';
import { entryWith, insertPair, placeOf, pushPair, removePair, replaceByLast } from './pair-lists.ts';

/** One listed pair: the other side's id and the score. */
export interface LivePair {
  readonly id: number;
  readonly score: number;
}

/** The row of request i becomes these pairs. */
export function replaceRow(live: LiveMarket, i: number, pairs: readonly LivePair[]): void {
  const ordered = isAscending(pairs) ? pairs : [...pairs].sort((a, b) => a.id - b.id);
  const { rows, columns } = live;
  const idAt = (at: number): number => rows.id[rows.start[i]! + at]!;
  let at = 0;
  for (const { id, score } of ordered) {
    while (at < rows.count[i]! && idAt(at) < id) dropFrom(live, i, at);
    if (at === rows.count[i] || idAt(at) !== id) {
      insertPair(rows, i, at, id, score);
      pushPair(columns, id, i, score);
    } else if (rows.score[rows.start[i]! + at] !== score) {
      rows.score[rows.start[i]! + at] = score;
      columns.score[columns.start[id]! + entryWith(columns, id, i)] = score;
    }
    at++;
  }
  while (rows.count[i]! > at) dropFrom(live, i, at);
}

function dropFrom({ rows, columns }: LiveMarket, i: number, at: number): void {
  const j = rows.id[rows.start[i]! + at]!;
  removePair(rows, i, at);
  replaceByLast(columns, j, entryWith(columns, j, i));
}

/** The column of offer j becomes these pairs. */
export function replaceColumn(live: LiveMarket, j: number, pairs: readonly LivePair[]): void {
  const { wanted, rows, columns } = live;
  for (let k = 0; k < pairs.length; k++) wanted[pairs[k]!.id] = k + 1;
  for (let k = columns.count[j]! - 1; k >= 0; k--) {
    const at = columns.start[j]! + k;
    const i = columns.id[at]!;
    if (wanted[i] === 0) {
      removePair(rows, i, placeOf(rows, i, j));
      replaceByLast(columns, j, k);
      continue;
    }
    const { score } = pairs[wanted[i]! - 1]!;
    wanted[i] = 0;
    if (columns.score[at] === score) continue;
    columns.score[at] = score;
    rows.score[rows.start[i]! + placeOf(rows, i, j)] = score;
  }
  for (const { id, score } of pairs) {
    if (wanted[id] === 0) continue;
    wanted[id] = 0;
    listPair(live, id, j, score);
  }
}

/** Lists a pair that is not listed yet. */
export function listPair({ rows, columns }: LiveMarket, i: number, j: number, score: number): void {
  insertPair(rows, i, placeOf(rows, i, j), j, score);
  pushPair(columns, j, i, score);
}

/** The score of a listed pair. */
export function scoreOf({ rows }: LiveMarket, i: number, j: number): number {
  return rows.score[rows.start[i]! + placeOf(rows, i, j)]!;
}

function isAscending(pairs: readonly LivePair[]): boolean {
  for (let k = 1; k < pairs.length; k++) if (pairs[k - 1]!.id > pairs[k]!.id) return false;
  return true;
}
