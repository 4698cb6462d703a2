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
  search.views.own.set(row);
  const found = search.kernel.violators(worth, nearly, most, row.length);
  const { position, fit, improves } = search.views;
  return {
    offer: position.subarray(0, found),
    fit: fit.subarray(0, found),
    improves: improves.subarray(0, found),
  };
};

/** Which places are asked about, from the cheapest up: all, or those that became cheaper. */
export interface PlacesAsked {
  readonly list: 'all' | 'cheaper';
  /** So many of the list, from its start, */
  readonly count: number;
  /** and of these only what became cheaper by more than this. */
  readonly fallen: number;
}

/** What is asked about the left-out pairs of a request. */
export interface LeftOut {
  /** What the request is worth in the plan. */
  readonly worth: number;
  /** What is further below the worth is not told apart. */
  readonly nearly: number;
  /** Offers the request has already, by position in the pool; pairs of the plan that are missing here do no harm. */
  readonly row: Int32Array;
  /** Left-out pairs have fits of at most this. */
  readonly beyond: number;
}

/** With one in so many of the offers to ask about it is faster to look each up than to bound all. */
const LOOKED_UP = 60;

/**
 * What a left-out pair with one of some offers is worth after the price at most: above the request's worth exactly if one would
 * improve the plan, and `worth − nearly` at least. Pairs with other offers, or that rules keep apart, may count too.
 */
export const mostLeftOut = (
  search: Search,
  request: RequestSide,
  { list, count, fallen }: PlacesAsked,
  { worth, nearly, row, beyond }: LeftOut,
): number => {
  const { kernel, index } = search;
  const least = worth - nearly;
  const asked = kernel.gatherAsked(list === 'all' ? 1 : 0, count, fallen, beyond - least);
  if (asked === 0) return least;
  if (asked * LOOKED_UP <= index.offers.length)
    return mostAmong(search, request, asked, { worth, nearly, row });
  boundRequest(search, request);
  search.views.own.set(row);
  return kernel.mostLeftOut(worth, nearly, row.length);
};

/** The same among the offers gathered last, looked up one by one. Pairs that rules keep apart may count where they gain nothing. */
export const mostAmong = (
  search: Search,
  request: RequestSide,
  count: number,
  { worth, nearly, row }: Omit<LeftOut, 'beyond'>,
): number => {
  const { kernel, views, index, yardstick, history } = search;
  askRows(search, request);
  const { own, position } = views;
  own.set(row);
  const most = kernel.mostLeftOutAmong(count, worth, nearly, row.length);
  const listed = kernel.listed();
  for (let k = 0; k < listed; k++) {
    const offer = index.offers[index.placeAt[position[k]!]!]!;
    if (isAllowed(request, offer, yardstick, history)) return Number.POSITIVE_INFINITY;
  }
  return most;
};
