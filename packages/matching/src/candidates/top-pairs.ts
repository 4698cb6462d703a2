import type { RequestSide } from '@trellis/domain/fit/sides';
import type { FoundPairs } from './found-pairs.ts';
import { boundRequest, type Search } from './search.ts';

/**
 * The `most` allowed offers with the greatest fit for a request, exact; of several with the last fit kept, those that come
 * first in the pool.
 */
export const topPairs = (search: Search, request: RequestSide, most: number): FoundPairs => {
  if (most === 0) return { offer: new Int32Array(0), fit: new Int32Array(0) };
  boundRequest(search, request);
  const found = search.kernel.topPairs(Math.min(most, search.index.offers.length));
  const { position, fit } = search.views();
  return { offer: position.slice(0, found), fit: fit.slice(0, found) };
};
