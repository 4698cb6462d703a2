import type { RequestSide } from '@trellis/domain/fit/sides';
import type { FoundPairs } from './found-pairs.ts';
import { boundRequest, type Search } from './search.ts';

/** Left-out pairs of a request, and for each whether a plan with it would be better (1). */
export interface Violators extends FoundPairs {
  readonly improves: Uint8Array;
}

export interface ViolatorsWanted {
  /** About so many at most. */
  readonly most: number;
  /** Pairs that miss improving the plan by less than this are given too. */
  readonly nearly: number;
  /** The offers the request has already, by position in the pool. */
  readonly row: Int32Array;
}

/**
 * Allowed pairs of a request that would improve a plan: those whose fit minus the price of a seat (see `setPrices`) is above
 * what the request is worth in the plan; and some that nearly would. The most hopeful come first. If any pair improves the
 * plan at least one such pair is among them, so a list without one is a proof.
 */
export const violators = (
  search: Search,
  request: RequestSide,
  worth: number,
  { most, nearly, row }: ViolatorsWanted,
): Violators => {
  const { rows } = search;
  boundRequest(search, request);
  rows.view().own.set(row);
  const found = rows.kernel.violators(worth, nearly, most, row.length);
  const { position, fit, improves } = rows.view();
  return {
    offer: position.slice(0, found),
    fit: fit.slice(0, found),
    improves: improves.slice(0, found),
  };
};
