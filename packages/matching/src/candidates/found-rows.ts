import type { PairAt } from '../market.ts';
import type { PairTable } from '../pair-table.ts';
import type { LiveMarket } from '../solver/paths/live-market.ts';
import type { RowSlots } from './row-slots.ts';

/** The pairs found first, and `more`, at most one of each request, that need not be among them. */
export const tableOfSlots = (
  { requests, most, count, offer, fit }: RowSlots,
  more: readonly (PairAt & { readonly fit: number })[],
): PairTable => {
  const missing = new Map<number, { readonly offer: number; readonly fit: number }>();
  for (const pair of more) {
    const start = pair.request * most;
    const has = offer.subarray(start, start + count[pair.request]!).includes(pair.offer);
    if (!has) missing.set(pair.request, pair);
  }
  const rowStart = new Int32Array(requests + 1);
  for (let i = 0; i < requests; i++) {
    rowStart[i + 1] = rowStart[i]! + count[i]! + (missing.has(i) ? 1 : 0);
  }
  const column = new Int32Array(rowStart[requests]!);
  const fits = new Int32Array(rowStart[requests]!);
  for (let i = 0; i < requests; i++) {
    let at = rowStart[i]!;
    let put = missing.get(i);
    for (let e = i * most, end = e + count[i]!; e < end; e++) {
      if (put !== undefined && put.offer < offer[e]!) {
        column[at] = put.offer;
        fits[at++] = put.fit;
        put = undefined;
      }
      column[at] = offer[e]!;
      fits[at++] = fit[e]!;
    }
    if (put === undefined) continue;
    column[at] = put.offer;
    fits[at] = put.fit;
  }
  return { rowStart, column, fit: fits };
};

/** The pairs of a market that was mended, with their fits again; requests without a row keep those of the table before. */
export const tableOfLive = (
  { rows }: LiveMarket,
  before: PairTable,
  rowOf: Int32Array,
  load: Int32Array,
  loadStep: number,
): PairTable => {
  const requests = rowOf.length;
  const rowStart = new Int32Array(requests + 1);
  for (let i = 0; i < requests; i++) {
    const row = rowOf[i]!;
    const length = row < 0 ? before.rowStart[i + 1]! - before.rowStart[i]! : rows.count[row]!;
    rowStart[i + 1] = rowStart[i]! + length;
  }
  const column = new Int32Array(rowStart[requests]!);
  const fit = new Int32Array(rowStart[requests]!);
  for (let i = 0; i < requests; i++) {
    const row = rowOf[i]!;
    const from = row < 0 ? before.rowStart[i]! : rows.start[row]!;
    for (let at = rowStart[i]!, e = from; at < rowStart[i + 1]!; at++, e++) {
      column[at] = row < 0 ? before.column[e]! : rows.id[e]!;
      fit[at] = row < 0 ? before.fit[e]! : rows.score[e]! + loadStep * load[column[at]!]!;
    }
  }
  return { rowStart, column, fit };
};
