import { isAllowed } from '@trellis/domain/fit/broken-rules';
import type { RequestSide } from '@trellis/domain/fit/sides';
import { askRows } from './ask-rows.ts';
import type { FoundPairs } from './found-pairs.ts';
import { boundRequest, type Search } from './search.ts';

/** Left-out pairs of a request, and for each whether a plan with it would be better (1). In the search's memory until the next call. */
export interface Violators extends FoundPairs {
  readonly improves: Uint8Array;
}

export interface ViolatorsWanted {
  /** What the request is worth in the plan. */
  readonly worth: number;
  /** About so many at most. */
  readonly most: number;
  /** Pairs that miss improving the plan by less than this are given too. */
  readonly nearly: number;
  /** The offers the request has already, by position in the pool. */
  readonly row: Int32Array;
}

/**
 * Allowed pairs of a request that would improve a plan: those whose fit minus the price of a seat (in the search's memory) is
 * above what the request is worth in the plan; and some that nearly would. The most hopeful come first. If any pair improves
 * the plan at least one such pair is among them, so a list without one is a proof.
 */
export const violators = (
  search: Search,
  request: RequestSide,
  { worth, most, nearly, row }: ViolatorsWanted,
): Violators => {
  boundRequest(search, request);
  search.views().own.set(row);
  const found = search.kernel.violators(worth, nearly, most, row.length);
  const { position, fit, improves } = search.views();
  return {
    offer: position.subarray(0, found),
    fit: fit.subarray(0, found),
    improves: improves.subarray(0, found),
  };
};

/** Whether any allowed pair would improve the plan. Those that are part of it never do. */
export const gainsAnywhere = (search: Search, request: RequestSide, worth: number): boolean => {
  boundRequest(search, request);
  return search.kernel.gains(worth) === 1;
};

/** Which places are asked about: all, or those that became cheaper; from the cheapest up. */
export type PriceList = 'all' | 'cheaper';

/** The same among the first `count` offers of a list: looking up a few is faster than bounding all. */
export const gainsAmong = (
  search: Search,
  request: RequestSide,
  list: PriceList,
  count: number,
  worth: number,
): boolean => {
  const { kernel, views, index, yardstick, history } = search;
  askRows(search, request);
  const found = kernel.gainsAmong(list === 'all' ? 1 : 0, count, worth);
  const { position } = views();
  for (let k = 0; k < found; k++) {
    const offer = index.offers[index.placeAt[position[k]!]!]!;
    if (isAllowed(request, offer, yardstick, history)) return true;
  }
  return false;
};
