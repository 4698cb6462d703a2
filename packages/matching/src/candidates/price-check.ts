import { isAllowed } from '@trellis/domain/fit/broken-rules';
import type { RequestSide } from '@trellis/domain/fit/sides';
import type { FoundPairs } from './best-few.ts';
import { boundAt, prepareBounds } from './bounds.ts';
import { exactFit, lookUpPair, prepareRequest } from './exact-fit.ts';
import { hasOffer } from './found-rows.ts';
import { fitAt, type Search } from './search.ts';

/** Some places in the order from the cheapest up, by the prices (of all places) they had when they were listed. */
export interface PriceList {
  readonly listed: Float64Array;
  readonly cheapFirst: Int32Array;
}

export const priceList = (price: Float64Array, places: Int32Array): PriceList => {
  const listed = price.slice();
  return { listed, cheapFirst: places.slice().sort((a, b) => listed[a]! - listed[b]! || a - b) };
};

/** What a request has and is worth: its row, above which fit it has every pair there is, and its worth in the plan. */
export interface Standing {
  readonly row: FoundPairs;
  readonly beyond: number;
  readonly worth: number;
}

/** With more offers to ask about than these it pays to bound them over the index. */
const FEW = 48;

/**
 * Whether any left-out pair of a request with the listed offers would improve the plan at the present prices. Since left-out
 * pairs have fits of at most `beyond`, only offers that were listed for less than `beyond − worth` are asked, and these are few.
 * An offer that became cheaper since may be overlooked.
 */
export const canGain = (
  search: Search,
  request: RequestSide,
  { row, beyond, worth }: Standing,
  { listed, cheapFirst }: PriceList,
  price: Float64Array,
): boolean => {
  const { index, history, scratch, bounds, values } = search;
  const { weights } = search.yardstick;
  const count = countBelow(listed, cheapFirst, beyond - worth);
  if (count === 0) return false;
  const gains = (p: number, fit: number): boolean =>
    fit - price[p]! > worth &&
    !hasOffer(row, index.positionAt[p]!) &&
    isAllowed(request, index.offers[p]!, search.yardstick, history);
  if (count <= FEW) {
    const prepared = prepareRequest(index, request, search.yardstick, scratch);
    for (let k = 0; k < count; k++) {
      const p = cheapFirst[k]!;
      const pair = lookUpPair(index, prepared, p, values);
      if (gains(p, exactFit(index, prepared, weights, scratch, p, pair))) return true;
    }
    return false;
  }
  const prepared = prepareBounds(index, request, search.yardstick, scratch, bounds);
  for (let k = 0; k < count; k++) {
    const p = cheapFirst[k]!;
    if (boundAt(index, prepared, weights, scratch, bounds, p) - price[p]! <= worth) continue;
    if (gains(p, fitAt(search, prepared, p))) return true;
  }
  // Wishes lift, and waivers allow, single offers beyond what the index knows.
  for (const p of prepared.wishes.keys()) if (gains(p, fitAt(search, prepared, p))) return true;
  for (const offer of history.named(request.request.id, request.profile.memberId).offers) {
    const p = index.placeOf.get(offer);
    if (p !== undefined && gains(p, fitAt(search, prepared, p))) return true;
  }
  return false;
};

/** How many of the places, from the cheapest up, cost less than a limit. */
const countBelow = (price: Float64Array, cheapFirst: Int32Array, limit: number): number => {
  let low = 0;
  let high = cheapFirst.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (price[cheapFirst[middle]!]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
};
