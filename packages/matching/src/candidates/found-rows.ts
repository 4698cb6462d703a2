import { indexIn } from '../ascending.ts';
import type { PairTable } from '../pair-table.ts';
import type { FoundPairs } from './found-pairs.ts';

/** A row with more pairs, which it must not have yet. */
export const withPairs = (row: FoundPairs, more: FoundPairs): FoundPairs => {
  const pairs = ({ offer, fit }: FoundPairs) => Array.from(offer, (id, k) => ({ offer: id, fit: fit[k]! }));
  const all = [...pairs(row), ...pairs(more)];
  all.sort((a, b) => a.offer - b.offer);
  return {
    offer: Int32Array.from(all, ({ offer }) => offer),
    fit: Int32Array.from(all, ({ fit }) => fit),
  };
};

/** Whether a row has an offer. */
export const hasOffer = ({ offer }: FoundPairs, wanted: number): boolean => indexIn(offer, wanted) >= 0;

export const tableOf = (rows: readonly FoundPairs[]): PairTable => {
  const rowStart = new Int32Array(rows.length + 1);
  for (let i = 0; i < rows.length; i++) rowStart[i + 1] = rowStart[i]! + rows[i]!.offer.length;
  const column = new Int32Array(rowStart[rows.length]!);
  const fit = new Int32Array(rowStart[rows.length]!);
  for (let i = 0; i < rows.length; i++) {
    column.set(rows[i]!.offer, rowStart[i]!);
    fit.set(rows[i]!.fit, rowStart[i]!);
  }
  return { rowStart, column, fit };
};
