import { mixOf, scoreOf } from '@trellis/domain/fit/fit-of';
import type { Objective } from '@trellis/domain/programs/kinds';
import { type Decided, decide } from '../decide.ts';
import type { PairAt } from '../market.ts';
import type { PairTable } from '../pair-table.ts';
import type { Pool } from '../pool.ts';
import { RoundCancelled } from '../round-cancelled.ts';
import type { RoundWatch } from '../round-watch.ts';
import { indexOffers } from './offer-index.ts';
import { makeSearch, type Prices, type Search, topPairs, violators, type Worth } from './top-pairs.ts';

/** A plan over a part of the allowed pairs that is best over all of them. */
export interface GrownPlan {
  readonly table: PairTable;
  readonly decided: Decided;
  /** How often pairs had to be added. */
  readonly rounds: number;
}

/** Pairs added for one request in one round of growth. */
const MOST_ADDED = 16;
/** How near to improving the plan a pair must be to be added with those that would. */
const NEARLY = 300;
const ROWS_BETWEEN_LOOKS = 256;

type Row = Map<number, number>;

/**
 * Solves a large pool without scoring every pair: begins with each request's best `first` offers, solves, and asks the
 * prices of that plan whether any left-out pair would improve it. Those that would are added and the pool is solved again, until
 * none is left: then the prices prove the plan best over **all** allowed pairs (column generation).
 */
export const growTable = (
  pool: Pool,
  fixed: readonly PairAt[],
  objective: Exclude<Objective, 'fair'>,
  loadStep: number,
  first: number,
  watch: RoundWatch = {},
): GrownPlan => {
  const search = makeSearch(indexOffers(pool.offers, pool.yardstick), pool.yardstick, pool.history);
  const look = (i: number): void => {
    if (i % ROWS_BETWEEN_LOOKS !== 0) return;
    if (watch.isCancelled?.()) throw new RoundCancelled();
    watch.onProgress?.({ stage: 'scoring', done: i, total: pool.requests.length });
  };
  const rows = pool.requests.map((request, i): Row => {
    look(i);
    return new Map(topPairs(search, request, first).map(({ offer, fit }) => [offer, fit]));
  });
  for (const { request, offer } of fixed) {
    const side = pool.requests[request]!;
    const mix = mixOf(side, pool.yardstick);
    rows[request]!.set(offer, scoreOf(side, pool.offers[offer]!, pool.yardstick, mix));
  }
  for (let rounds = 0; ; rounds++) {
    const table = tableOf(rows);
    const decided = decide(pool, table, fixed, objective, loadStep, watch);
    if (decided.proof.kind !== 'prices') throw new RangeError('requests of several seats are not grown');
    if (decided.flaw !== null) return { table, decided, rounds };
    const { assignment, market } = decided.proof;
    const prices = pricesOf(pool, fixed, assignment.duals, loadStep);
    let added = 0;
    rows.forEach((row, i) => {
      look(i);
      if (market.rowOf[i]! < 0) return;
      added += addViolators(search, pool, i, row, prices, worthOf(row, prices, objective));
    });
    if (added === 0) return { table, decided, rounds };
  }
};

/** Adds what would improve the plan, and what nearly would: the next prices are near these. */
const addViolators = (
  search: Search,
  pool: Pool,
  i: number,
  row: Row,
  prices: Prices,
  worth: Worth,
): number => {
  const wanted = { most: MOST_ADDED, nearly: NEARLY, has: (offer: number) => row.has(offer) };
  let improving = 0;
  for (const { offer, fit, improves } of violators(search, pool.requests[i]!, prices, worth, wanted)) {
    row.set(offer, fit);
    if (improves) improving++;
  }
  return improving;
};

/** Prices by fit: what live and fixed pairs add to the load of an offer is part of them. */
const pricesOf = (
  pool: Pool,
  fixed: readonly PairAt[],
  duals: { readonly dead: Uint8Array; readonly price: Float64Array },
  loadStep: number,
): Prices => {
  const price = duals.price.slice();
  pool.held.forEach((load, j) => {
    price[j] = price[j]! + loadStep * load;
  });
  for (const { offer } of fixed) price[offer] = price[offer]! + loadStep;
  return { dead: duals.dead, price };
};

/** What a request gets at these prices from the offers it has been given; staying out is worth nothing. */
const worthOf = (row: Row, { dead, price }: Prices, objective: Objective): Worth => {
  let big: 0 | 1 = objective === 'total' ? 1 : 0;
  let rest = 0;
  for (const [offer, fit] of row) {
    const isServed = dead[offer] === 0 ? 1 : 0;
    const value = fit - price[offer]!;
    if (isServed > big || (isServed === big && value > rest)) {
      big = isServed;
      rest = value;
    }
  }
  return { big, rest };
};

const tableOf = (rows: readonly Row[]): PairTable => {
  const rowStart = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => {
    rowStart[i + 1] = rowStart[i]! + row.size;
  });
  const column = new Int32Array(rowStart[rows.length]!);
  const fit = new Int32Array(rowStart[rows.length]!);
  rows.forEach((row, i) => {
    let at = rowStart[i]!;
    for (const offer of [...row.keys()].sort((a, b) => a - b)) {
      column[at] = offer;
      fit[at++] = row.get(offer)!;
    }
  });
  return { rowStart, column, fit };
};
