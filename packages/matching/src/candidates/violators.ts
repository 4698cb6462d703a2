import { isAllowed } from '@trellis/domain/fit/broken-rules';
import type { RequestSide } from '@trellis/domain/fit/sides';
import { askRows } from './ask-rows.ts';
import type { FoundPairs } from './found-pairs.ts';
import type { PriceList } from './market-prices.ts';
import { boundRequest, type Search } from './search.ts';

/** Left-out pairs of a request, and for each whether a plan with it would be better (1). */
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
  const { kernel, views } = search;
  boundRequest(search, request);
  views().own.set(row);
  const found = kernel.violators(worth, nearly, most, row.length);
  const { position, fit, improves } = views();
  return {
    offer: position.slice(0, found),
    fit: fit.slice(0, found),
    improves: improves.slice(0, found),
  };
};

/** All such pairs with the first `count` offers of a list; looking up a few is faster than bounding all. */
export const violatorsAmong = (
  search: Search,
  request: RequestSide,
  list: PriceList,
  count: number,
  { worth, nearly, row }: Omit<ViolatorsWanted, 'most'>,
): Violators => {
  const { kernel, views, index, yardstick, history } = search;
  askRows(search, request);
  views().own.set(row);
  const found = kernel.violatorsAmong(list === 'all' ? 1 : 0, count, worth - nearly, row.length);
  const { position, fit, price } = views();
  const offer: number[] = [];
  const fits: number[] = [];
  const improves: number[] = [];
  for (let k = 0; k < found; k++) {
    const p = index.placeAt[position[k]!]!;
    if (!isAllowed(request, index.offers[p]!, yardstick, history)) continue;
    offer.push(position[k]!);
    fits.push(fit[k]!);
    improves.push(fit[k]! - price[p]! > worth ? 1 : 0);
  }
  return { offer: Int32Array.from(offer), fit: Int32Array.from(fits), improves: Uint8Array.from(improves) };
};
