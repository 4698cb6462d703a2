import { indexIn } from '../ascending.ts';
import type { PairTable } from '../pair-table.ts';
import type { FoundPairs } from './found-pairs.ts';

/** A row with more pairs, in any order, which it must not have yet. */
export const withPairs = (row: FoundPairs, more: FoundPairs): FoundPairs => {
  const order = Int32Array.from(more.offer, (_, k) => k).sort((a, b) => more.offer[a]! - more.offer[b]!);
  const all = row.offer.length + order.length;
  const offer = new Int32Array(all);
  const fit = new Int32Array(all);
  for (let at = 0, old = 0, added = 0; at < all; at++) {
    const k = added < order.length ? order[added]! : -1;
    if (k < 0 || (old < row.offer.length && row.offer[old]! < more.offer[k]!)) {
      offer[at] = row.offer[old]!;
      fit[at] = row.fit[old++]!;
    } else {
      offer[at] = more.offer[k]!;
      fit[at] = more.fit[k]!;
      added++;
    }
  }
  return { offer, fit };
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
