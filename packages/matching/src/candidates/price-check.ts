import { isAllowed } from '@trellis/domain/fit/broken-rules';
import type { RequestSide } from '@trellis/domain/fit/sides';
import type { FoundPairs } from './best-few.ts';
import { exactFit, prepareRequest, sharedAt } from './exact-fit.ts';
import { hasOffer } from './found-rows.ts';
import type { Search } from './search.ts';

/**
 * Prices of all offers, by place, with the order from the cheapest up: a request whose left-out pairs have fits of at most
 * `beyond` can only gain from offers that cost less than `beyond` minus what it is worth, and these are few.
 */
export interface PriceList {
  readonly price: Float64Array;
  readonly cheapFirst: Int32Array;
}

export const priceList = (price: Float64Array, places: Int32Array): PriceList => ({
  price,
  cheapFirst: places.slice().sort((a, b) => price[a]! - price[b]! || a - b),
});

/** Whether any left-out pair of a request would improve the plan. */
export const canGain = (
  { index, yardstick, history, scratch }: Search,
  request: RequestSide,
  row: FoundPairs,
  beyond: number,
  { price, cheapFirst }: PriceList,
  worth: number,
): boolean => {
  if (cheapFirst.length === 0 || price[cheapFirst[0]!]! >= beyond - worth) return false;
  const prepared = prepareRequest(index, request, yardstick, scratch);
  for (let k = 0; k < cheapFirst.length; k++) {
    const p = cheapFirst[k]!;
    if (price[p]! >= beyond - worth) return false;
    const fit = exactFit(index, prepared, yardstick.weights, scratch, p, sharedAt(index, request, p));
    if (fit - price[p]! <= worth || hasOffer(row, index.positionAt[p]!)) continue;
    if (isAllowed(request, index.offers[p]!, yardstick, history)) return true;
  }
  return false;
};
