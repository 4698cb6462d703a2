import type { RequestSide } from '@trellis/domain/fit/sides';
import { boundRequest, type Search } from './search.ts';

/** In a row of fits: rules keep this pair apart. */
export const NOT_ALLOWED = -1;

/**
 * Scores one request against all offers over the index: the same integers that `scoreOf` and `isAllowed` give pair by pair,
 * many times faster. The result, by position in the pool, lies in the search's memory until the next call.
 */
export const scoreRow = (search: Search, request: RequestSide): Int32Array => {
  boundRequest(search, request);
  search.kernel.scoreAll();
  return search.views.fit;
};
