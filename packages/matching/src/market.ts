import type { PairTable } from './pair-table.ts';
import type { Pool } from './pool.ts';
import type { SparseMarket } from './solver/sparse-market.ts';

/** A pair as positions in the pool. */
export interface PairAt {
  readonly request: number;
  readonly offer: number;
}

/** People and rules as bare numbers: one row for every request that is not fixed. */
export interface SeatMarket {
  readonly sparse: SparseMarket;
  /** The request of each row. */
  readonly rowRequest: Int32Array;
  /** The row of each request, or −1 where its seat is fixed. */
  readonly rowOf: Int32Array;
}

/**
 * Turns a scored pool of requests with one seat each into the solver's market. Fixed pairs are taken out with both their
 * seats. Seats that are held already, or fixed, count for the load: the next mentee of a mentor with h others costs
 * h × `loadStep` more.
 */
export const seatMarket = (
  pool: Pool,
  table: PairTable,
  fixed: readonly PairAt[],
  loadStep: number,
): SeatMarket => {
  const capacity = pool.room.slice();
  const load = pool.held.slice();
  const rowOf = new Int32Array(pool.requests.length);
  for (const { request, offer } of fixed) {
    rowOf[request] = -1;
    capacity[offer] = capacity[offer]! - 1;
    load[offer] = load[offer]! + 1;
  }
  const rows = rowOf.reduce((count, row) => (row === -1 ? count : count + 1), 0);
  const rowRequest = new Int32Array(rows);
  const rowStart = new Int32Array(rows + 1);
  // Where nobody is taken out, the pairs of the table are the pairs of the market.
  const column = fixed.length === 0 ? table.column : new Int32Array(table.column.length);
  const score = new Int32Array(table.column.length);
  let end = 0;
  let row = 0;
  for (let i = 0; i < pool.requests.length; i++) {
    if (rowOf[i] === -1) continue;
    const from = table.rowStart[i]!;
    const to = table.rowStart[i + 1]!;
    if (fixed.length > 0) column.set(table.column.subarray(from, to), end);
    for (let e = from; e < to; e++) score[end++] = table.fit[e]! - loadStep * load[table.column[e]!]!;
    rowOf[i] = row;
    rowRequest[row++] = i;
    rowStart[row] = end;
  }
  return {
    sparse: {
      requests: rows,
      offers: pool.offers.length,
      capacity,
      rowStart,
      column: column.subarray(0, end),
      score: score.subarray(0, end),
      slotStep: loadStep,
    },
    rowRequest,
    rowOf,
  };
};
