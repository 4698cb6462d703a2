import { FIT_SCALE } from '@trellis/domain/fit/fit';
import type { RequestSide } from '@trellis/domain/fit/sides';
import type { FoundPairs } from './best-few.ts';
import type { PreparedRequest } from './exact-fit.ts';
import { boundRequest, fitAt, type Search } from './search.ts';

/** Offers put in order before the rest is compared with the worst that is kept: some times as many as are wanted. */
const FIRST_LOOK = 12;
/** Where to cut is judged by a sample of the bounds. */
const SAMPLE_EVERY = 7;
const FEWEST_SAMPLED = 64;

/**
 * The `most` allowed offers with the greatest fit for a request, exact. Which of several with the last fit kept are among them
 * is the same every time. Offers are scored from the greatest bound down until no bound is above the last fit kept.
 */
export const topPairs = (search: Search, request: RequestSide, most: number): FoundPairs => {
  const { best } = search;
  best.begin(most);
  if (most === 0) return best.found();
  const prepared = boundRequest(search, request);
  const { bound } = search.bounds;
  const every = bound.length > SAMPLE_EVERY * FEWEST_SAMPLED ? SAMPLE_EVERY : 1;
  const cut = cutAt(bound, every, (FIRST_LOOK * most) / every);
  lookBetween(search, prepared, cut, Number.POSITIVE_INFINITY);
  if (best.least < cut) lookBetween(search, prepared, Math.max(0, best.least), cut);
  return best.found();
};

const PER_BUCKET = 32;
const BUCKETS = Math.ceil((FIT_SCALE + 2) / PER_BUCKET) + 1;
const counts = new Int32Array(BUCKETS + 1);
const bucketOf = (bound: number): number =>
  bound <= 0 ? 0 : Math.min((bound / PER_BUCKET) | 0, BUCKETS - 1);

/** A bound that about `count` of every `every`-th entry reach. */
const cutAt = (bound: Float32Array, every: number, count: number): number => {
  counts.fill(0);
  for (let p = 0; p < bound.length; p += every) {
    const bucket = bucketOf(bound[p]!);
    counts[bucket] = counts[bucket]! + 1;
  }
  let sum = 0;
  for (let bucket = BUCKETS - 1; bucket > 0; bucket--) {
    sum += counts[bucket]!;
    if (sum >= count) return bucket * PER_BUCKET;
  }
  return 0;
};

/** Scores the offers with a bound from `from` up to but without `to`, those with greater bounds first, while they can win. */
const lookBetween = (search: Search, prepared: PreparedRequest, from: number, to: number): void => {
  const { best, index, bounds } = search;
  const { bound, place, ordered } = bounds;
  let count = 0;
  for (let p = 0; p < bound.length; p++) if (bound[p]! >= from && bound[p]! < to) place[count++] = p;
  orderByBound(bound, place, count, ordered);
  for (let k = 0; k < count; k++) {
    const p = ordered[k]!;
    // Within a bucket the order is that of the places.
    if (bound[p]! + PER_BUCKET < best.least) return;
    if (bound[p]! >= best.least) best.offer(index.positionAt[p]!, fitAt(search, prepared, p));
  }
};

/** A counting sort by buckets, the greatest first. */
const orderByBound = (bound: Float32Array, place: Int32Array, count: number, into: Int32Array): void => {
  counts.fill(0);
  for (let k = 0; k < count; k++) {
    const bucket = BUCKETS - 1 - bucketOf(bound[place[k]!]!);
    counts[bucket + 1] = counts[bucket + 1]! + 1;
  }
  for (let bucket = 0; bucket < BUCKETS; bucket++) counts[bucket + 1] = counts[bucket + 1]! + counts[bucket]!;
  for (let k = 0; k < count; k++) {
    const bucket = BUCKETS - 1 - bucketOf(bound[place[k]!]!);
    into[counts[bucket]!] = place[k]!;
    counts[bucket] = counts[bucket]! + 1;
  }
};
