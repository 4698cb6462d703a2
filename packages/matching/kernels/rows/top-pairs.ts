import { Asked } from './asked';
import { BestFew } from './best-few';
import { fitAt, Worth } from './exact';
import { Offers } from './offers';
import { Row } from './row';

/** Offers put in order before the rest is compared with the worst that is kept: some times as many as are wanted. */
const FIRST_LOOK: i32 = 6;
/** Where to cut is judged by a sample of the bounds. */
const SAMPLE_EVERY: i32 = 16;
const FEWEST_SAMPLED: i32 = 64;

const PER_BUCKET: f32 = 32;
const BUCKETS: i32 = 314;

/** Room to put places in order. */
export class Ordering {
  /** Places that are looked at and their bounds, as they come; and which of these comes first, second, … */
  place: StaticArray<i32>;
  bound: StaticArray<f32>;
  ordered: StaticArray<i32>;
  count: StaticArray<i32>;

  constructor(offers: Offers) {
    this.place = new StaticArray<i32>(offers.count);
    this.bound = new StaticArray<f32>(offers.count);
    this.ordered = new StaticArray<i32>(offers.count);
    this.count = new StaticArray<i32>(BUCKETS + 1);
  }
}

/**
 * The allowed offers with the greatest fit for the request whose row is bounded, exact, into `best`: offers are scored from
 * the greatest bound down until no bound is above the last fit kept.
 */
export function topPairs(
  offers: Offers,
  asked: Asked,
  row: Row,
  worth: Worth,
  ordering: Ordering,
  best: BestFew,
  most: i32,
): void {
  const every = offers.count > SAMPLE_EVERY * FEWEST_SAMPLED ? SAMPLE_EVERY : 1;
  const cut = cutAt(offers, row, ordering.count, every, (FIRST_LOOK * most) / every);
  look(offers, asked, row, worth, ordering, best, cut, f32.MAX_VALUE);
  if (f32(best.least) < cut) {
    look(offers, asked, row, worth, ordering, best, best.least < 0 ? 0 : f32(best.least), cut);
  }
}

function bucketOf(bound: f32): i32 {
  if (bound <= 0) return 0;
  const bucket = i32(bound / PER_BUCKET);
  return bucket < BUCKETS - 1 ? bucket : BUCKETS - 1;
}

/** A bound that about `count` of every `every`-th entry reach. */
function cutAt(offers: Offers, row: Row, counts: StaticArray<i32>, every: i32, count: i32): f32 {
  counts.fill(0);
  for (let p = 0; p < offers.count; p += every) counts[bucketOf(row.bound[p])] += 1;
  let sum = 0;
  for (let bucket = BUCKETS - 1; bucket > 0; bucket--) {
    sum += counts[bucket];
    if (sum >= count) return f32(bucket) * PER_BUCKET;
  }
  return 0;
}

/** Scores the offers with a bound from `from` up to but without `to`, those with greater bounds first, while they can win. */
function look(
  offers: Offers,
  asked: Asked,
  row: Row,
  worth: Worth,
  ordering: Ordering,
  best: BestFew,
  from: f32,
  to: f32,
): void {
  const count = placesBetween(offers, row, from, to, ordering);
  orderByBound(count, ordering);
  for (let k = 0; k < count; k++) {
    const at = ordering.ordered[k];
    const spare = ordering.bound[at] - f32(best.least);
    // Within a bucket the order is that of the places.
    if (spare < -PER_BUCKET) return;
    if (spare < 0) continue;
    const p = ordering.place[at];
    const fit = fitAt(offers, asked, row, worth, p, spare);
    if (fit >= 0) best.offer(offers.positionAt[p], fit);
  }
}

function placesBetween(offers: Offers, row: Row, from: f32, to: f32, ordering: Ordering): i32 {
  const bounds = changetype<usize>(row.bound);
  const least = f32x4.splat(from);
  const place = ordering.place;
  let count = 0;
  for (let first = 0; first < offers.count; first += 4) {
    let hopeful = i32x4.bitmask(f32x4.ge(v128.load(bounds + (first << 2)), least));
    for (; hopeful !== 0; hopeful &= hopeful - 1) {
      const p = first + ctz(hopeful);
      if (p >= offers.count) break;
      const bound = row.bound[p];
      if (bound >= to) continue;
      place[count] = p;
      ordering.bound[count++] = bound;
    }
  }
  return count;
}

/** A counting sort by buckets, the greatest first. */
function orderByBound(count: i32, ordering: Ordering): void {
  const counts = ordering.count;
  const bound = ordering.bound;
  const ordered = ordering.ordered;
  counts.fill(0);
  for (let k = 0; k < count; k++) counts[BUCKETS - bucketOf(bound[k])] += 1;
  for (let bucket = 0; bucket < BUCKETS; bucket++) counts[bucket + 1] += counts[bucket];
  for (let k = 0; k < count; k++) {
    const bucket = BUCKETS - 1 - bucketOf(bound[k]);
    ordered[counts[bucket]] = k;
    counts[bucket] += 1;
  }
}
