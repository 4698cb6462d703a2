import { FIT_SCALE } from '@trellis/domain/fit/fit';
import type { RequestSide } from '@trellis/domain/fit/sides';
import type { FoundPairs } from './best-few.ts';
import { closerBound } from './bounds.ts';
import type { PreparedRequest } from './exact-fit.ts';
import { boundRequest, fitAt, type Search } from './search.ts';

/** Offers looked at before the rest is compared with the worst of them: a few times as many as are wanted. */
const FIRST_LOOK = 3;
/** The first cut is judged by a sample of the bounds. */
const SAMPLE_EVERY = 7;
const FEWEST_SAMPLED = 64;

/**
 * The `most` allowed offers with the greatest fit for a request, exact. Which of several with the last fit kept are among them
 * is the same every time. Offers are looked at until no bound is above the last fit kept.
 */
export const topPairs = (search: Search, request: RequestSide, most: number): FoundPairs => {
  const { best } = search;
  best.begin(most);
  if (most === 0) return best.found();
  const prepared = boundRequest(search, request);
  const { bound } = search.bounds;
  const every = bound.length > SAMPLE_EVERY * FEWEST_SAMPLED ? SAMPLE_EVERY : 1;
  const cut = cutAt(bound, bound.length, every, (FIRST_LOOK * most) / every);
  lookAt(search, prepared, placesAbove(search, cut, Number.POSITIVE_INFINITY), most);
  if (best.least < cut) lookAt(search, prepared, placesAbove(search, Math.max(0, best.least), cut), most);
  return best.found();
};

/** Writes the places with a bound from `from` up to but without `to` into the scratch, and says how many. */
const placesAbove = ({ bounds: { bound, place } }: Search, from: number, to: number): number => {
  let count = 0;
  for (let p = 0; p < bound.length; p++) if (bound[p]! >= from && bound[p]! < to) place[count++] = p;
  return count;
};

/** Measures the first `count` places of the scratch: those with the best closer bounds first, the rest if it can still win. */
const lookAt = (search: Search, prepared: PreparedRequest, count: number, most: number): void => {
  const { index, yardstick, scratch, bounds, best } = search;
  const { place, closer } = bounds;
  for (let k = 0; k < count; k++) closer[k] = closerBound(index, yardstick, scratch, bounds, place[k]!);
  const cut = cutAt(closer, count, 1, most);
  for (let k = 0; k < count; k++) {
    if (closer[k]! < cut || closer[k]! < best.least) continue;
    best.offer(index.positionAt[place[k]!]!, fitAt(search, prepared, place[k]!));
  }
  for (let k = 0; k < count; k++) {
    if (closer[k]! >= cut || closer[k]! < best.least) continue;
    best.offer(index.positionAt[place[k]!]!, fitAt(search, prepared, place[k]!));
  }
};

const PER_BUCKET = 8;
const counts = new Int32Array(FIT_SCALE / PER_BUCKET + 8);
const bucketOf = (bound: number): number =>
  bound <= 0 ? 0 : Math.min((bound / PER_BUCKET) | 0, counts.length - 1);

/** A bound that about `count` of the first `length` entries reach, looking at every `every`-th. */
const cutAt = (bound: Float32Array, length: number, every: number, count: number): number => {
  counts.fill(0);
  for (let k = 0; k < length; k += every) {
    const bucket = bucketOf(bound[k]!);
    counts[bucket] = counts[bucket]! + 1;
  }
  let sum = 0;
  for (let bucket = counts.length - 1; bucket > 0; bucket--) {
    sum += counts[bucket]!;
    if (sum >= count) return bucket * PER_BUCKET;
  }
  return 0;
};
