import type { RequestSide } from '@trellis/domain/fit/sides';
import { boundRequest, fitAt, type Search } from './search.ts';

/** A left-out pair: position of its offer in the pool, its fit, and whether a plan with it would be better. */
export interface Violator {
  readonly offer: number;
  readonly fit: number;
  readonly improves: boolean;
}

export interface ViolatorsWanted {
  /** About so many at most. */
  readonly most: number;
  /** Pairs that miss improving the plan by less than this are given too. */
  readonly nearly: number;
  /** Whether the request has this offer (position in the pool) already. */
  readonly has: (offer: number) => boolean;
}

/**
 * Allowed pairs of a request that would improve a plan: those whose fit minus the price of a seat (`price`, by place) is
 * above what the request is worth in the plan; and some that nearly would. The largest come first. If any pair improves the
 * plan at least one such pair is among them, so a list without one is a proof.
 */
export const violators = (
  search: Search,
  request: RequestSide,
  price: Float64Array,
  worth: number,
  { most, nearly, has }: ViolatorsWanted,
): readonly Violator[] => {
  const { index } = search;
  const prepared = boundRequest(search, request);
  const { bound } = search.bounds;
  const hopeful: number[] = [];
  for (let p = 0; p < bound.length; p++) {
    if (bound[p]! >= 0 && bound[p]! - price[p]! > worth - nearly && !has(index.positionAt[p]!))
      hopeful.push(p);
  }
  hopeful.sort((a, b) => bound[b]! - price[b]! - (bound[a]! - price[a]!));
  const found: Violator[] = [];
  let improving = 0;
  for (const p of hopeful) {
    const isFull = found.length >= most;
    if (isFull && improving > 0) break;
    // With enough near ones at hand only a pair that really improves the plan is still looked for.
    const least = worth + price[p]! - (isFull ? 0 : nearly);
    const fit = fitAt(search, prepared, p);
    if (fit <= least) continue;
    const improves = fit - price[p]! > worth;
    if (improves) improving++;
    found.push({ offer: index.positionAt[p]!, fit, improves });
  }
  return found;
};
