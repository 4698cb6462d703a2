import type { OfferIndex } from './offer-index.ts';
import type { RowScratch } from './row-scratch.ts';

/** Adds up the request's free minutes, so that `minutesAt` needs two look-ups for each span of an offer. */
export const prepareMinutes = ({ freeBefore }: RowScratch, free: readonly number[], week: number): void => {
  let passed = 0;
  let at = 0;
  for (let k = 0; k < free.length; k += 2) {
    const from = free[k]! - week;
    const to = free[k + 1]! - week;
    freeBefore.fill(passed, at, from + 1);
    for (at = from + 1; at <= to; at++) freeBefore[at] = ++passed;
  }
  freeBefore.fill(passed, at);
};

/** Minutes that the prepared request shares with the offer at place p. */
export const minutesAt = (
  { freeStart, freeFrom, freeTo }: OfferIndex,
  { freeBefore }: RowScratch,
  p: number,
): number => {
  let shared = 0;
  const end = freeStart[p + 1]!;
  for (let k = freeStart[p]!; k < end; k++) {
    shared += freeBefore[freeTo[k]!]! - freeBefore[freeFrom[k]!]!;
  }
  return shared;
};

/** Minutes that the prepared request shares with every offer, into `minutes`. */
export const countMinutes = (index: OfferIndex, scratch: RowScratch): void => {
  const { minutes } = scratch;
  for (let p = 0; p < minutes.length; p++) minutes[p] = minutesAt(index, scratch, p);
};
