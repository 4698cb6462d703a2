import type { OfferIndex } from './offer-index.ts';
import type { RowScratch } from './row-scratch.ts';

/** Counts for every offer how many of these fields it has, into `shared`. */
export const countShared = (index: OfferIndex, { shared }: RowScratch, fields: readonly number[]): void => {
  shared.fill(0);
  const { start, offer } = index.fields;
  for (const field of fields) {
    if (field >= index.terms) continue;
    const end = start[field + 1]!;
    for (let at = start[field]!; at < end; at++) {
      const p = offer[at]!;
      shared[p] = shared[p]! + 1;
    }
  }
};
