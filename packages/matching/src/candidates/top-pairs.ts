import type { RequestSide } from '@trellis/domain/fit/sides';
import type { FoundPairs } from './found-pairs.ts';
import { boundRequest, type Search } from './search.ts';

/**
 * The `most` allowed offers with the greatest fit for a request, exact; of several with the last fit kept, those that come
 * first in the pool. They lie in the search's memory until the next call.
 */
export const topPairs = (search: Search, request: RequestSide, most: number): FoundPairs => {
  if (most > 0) boundRequest(search, request);
  const found = most > 0 ? search.kernel.topPairs(Math.min(most, search.index.offers.length)) : 0;
  const { position, fit } = search.views;
  return { offer: position.subarray(0, found), fit: fit.subarray(0, found) };
};
