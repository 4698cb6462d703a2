import type { PairTable } from './pair-table.ts';
import type { Pool } from './pool.ts';
import type { SparseMarket } from './solver/sparse-market.ts';

/** A pair as positions in the pool. */
export interface PairAt {
  readonly request: number;
  readonly offer: number;
}

/** People and rules as bare numbers: one row for every seat still to fill. */
export interface SeatMarket {
  readonly sparse: SparseMarket;
  /** The request of each row. */
  readonly rowRequest: Int32Array;
}

/**
 * Turns a scored pool into the solver's market. Fixed pairs are taken out with both their seats. Seats that are held
 * already, or fixed, count for the load: the next mentee of a mentor with h others costs h × `loadStep` more.
 */
export const seatMarket = (
  pool: Pool,
  table: PairTable,
  fixed: readonly PairAt[],
  loadStep: number,
): SeatMarket => {
  const seats = pool.seats.slice();
  const capacity = pool.room.slice();
  const load = pool.held.slice();
  const taken = new Map<number, Set<number>>();
  for (const { request, offer } of fixed) {
    seats[request] = seats[request]! - 1;
    capacity[offer] = capacity[offer]! - 1;
    load[offer] = load[offer]! + 1;
    const others = taken.get(request);
    if (others) others.add(offer);
    else taken.set(request, new Set([offer]));
  }
  let rows = 0;
  let pairs = 0;
  for (let i = 0; i < pool.requests.length; i++) {
    rows += seats[i]!;
    pairs += seats[i]! * (table.rowStart[i + 1]! - table.rowStart[i]!);
  }
  const rowRequest = new Int32Array(rows);
  const rowStart = new Int32Array(rows + 1);
  const column = new Int32Array(pairs);
  const score = new Int32Array(pairs);
  let row = 0;
  let end = 0;
  for (let i = 0; i < pool.requests.length; i++) {
    const without = taken.get(i);
    for (let seat = 0; seat < seats[i]!; seat++) {
      for (let e = table.rowStart[i]!; e < table.rowStart[i + 1]!; e++) {
        const j = table.column[e]!;
        if (without?.has(j)) continue;
        column[end] = j;
        score[end] = table.fit[e]! - loadStep * load[j]!;
        end++;
      }
      rowRequest[row] = i;
      rowStart[++row] = end;
    }
  }
  return {
    sparse: {
      requests: rows,
      offers: pool.offers.length,
      capacity,
      rowStart,
      column: column.slice(0, end),
      score: score.slice(0, end),
      slotStep: loadStep,
    },
    rowRequest,
  };
};
