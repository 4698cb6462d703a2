import { indexIn } from './ascending.ts';
import { NOT_ALLOWED, scoreRow } from './candidates/score-row.ts';
import { makeSearch } from './candidates/search.ts';
import type { Pool } from './pool.ts';
import { RoundCancelled } from './round-cancelled.ts';
import type { RoundWatch } from './round-watch.ts';

/** Allowed pairs with their fits, as compressed rows: request i's pairs are `rowStart[i]` … `rowStart[i + 1] − 1`. */
export interface PairTable {
  readonly rowStart: Int32Array;
  /** The offer of each pair, ascending within a row. */
  readonly column: Int32Array;
  /** 0…FIT_SCALE. */
  readonly fit: Int32Array;
}

const ROWS_BETWEEN_LOOKS = 64;

/** Scores every allowed pair of a pool. Time and memory grow with requests × offers. */
export const scoreAllPairs = (pool: Pool, watch: RoundWatch = {}): PairTable => {
  const { requests, offers } = pool;
  const search = makeSearch(pool);
  const rowStart = new Int32Array(requests.length + 1);
  const column = new Int32Array(requests.length * offers.length);
  const fit = new Int32Array(requests.length * offers.length);
  let end = 0;
  for (let i = 0; i < requests.length; i++) {
    if (i % ROWS_BETWEEN_LOOKS === 0) {
      if (watch.isCancelled?.()) throw new RoundCancelled();
      watch.onProgress?.({ stage: 'scoring', done: i, total: requests.length });
    }
    const row = scoreRow(search, requests[i]!);
    for (let j = 0; j < row.length; j++) {
      if (row[j] === NOT_ALLOWED) continue;
      column[end] = j;
      fit[end] = row[j]!;
      end++;
    }
    rowStart[i + 1] = end;
  }
  return { rowStart, column: column.slice(0, end), fit: fit.slice(0, end) };
};

/** Index of a pair in the table, or −1 when it is not allowed. */
export const pairAt = ({ rowStart, column }: PairTable, request: number, offer: number): number =>
  indexIn(column, offer, rowStart[request]!, rowStart[request + 1]!);
