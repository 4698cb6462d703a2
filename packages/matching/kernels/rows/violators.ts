import { Asked } from './asked';
import { fitAt, isWished, Worth } from './exact';
import { lookUp } from './look-up';
import { Offers } from './offers';
import { boundClasses, Row } from './row';

/** The prices of a plan, and the pairs that would improve it. */
export class Market {
  /** What a fit has to be worth at each offer, by place. */
  price: StaticArray<f64>;
  /** Offers the request has already, by position, and 1 at their places. */
  own: StaticArray<i32>;
  has: StaticArray<u8>;
  /** All places from the cheapest up, and those that became cheaper; by the prices they had when they were listed. */
  all: StaticArray<i32>;
  cheaper: StaticArray<i32>;
  /** By place, by how much it had become cheaper then. */
  fall: StaticArray<f64>;
  /** How many pairs were listed. */
  found: i32 = 0;
  hopeful: StaticArray<i32>;
  margin: StaticArray<f64>;
  improves: StaticArray<u8>;

  constructor(offers: Offers) {
    // Bounds are compared four at a time.
    this.price = new StaticArray<f64>(offers.count + 4);
    this.own = new StaticArray<i32>(offers.count);
    this.has = new StaticArray<u8>(offers.count);
    this.all = new StaticArray<i32>(offers.count);
    this.cheaper = new StaticArray<i32>(offers.count);
    this.fall = new StaticArray<f64>(offers.count);
    this.hopeful = new StaticArray<i32>(offers.count);
    this.margin = new StaticArray<f64>(offers.count);
    this.improves = new StaticArray<u8>(offers.count);
  }

  /** Writes `value` at the places of the first `count` of the request's own offers. */
  mark(offers: Offers, count: i32, value: u8): void {
    for (let k = 0; k < count; k++) this.has[offers.placeAt[this.own[k]]] = value;
  }
}

/**
 * Pairs of the request whose row is bounded that would improve a plan: those whose fit minus the price is above what the
 * request is worth in the plan; and some that miss it by less than `nearly`. About `most`, the most hopeful first; if any pair
 * improves the plan at least one such pair is among them.
 */
export function violators(
  offers: Offers,
  asked: Asked,
  row: Row,
  worth: Worth,
  market: Market,
  own: f64,
  nearly: f64,
  most: i32,
  position: StaticArray<i32>,
  fits: StaticArray<i32>,
): i32 {
  const hopeful = market.hopeful;
  const margin = market.margin;
  let left = hopefulPlaces(offers, row, market, own - nearly);
  for (let k = (left >> 1) - 1; k >= 0; k--) siftDown(hopeful, margin, left, k, hopeful[k], margin[k]);
  let found = 0;
  let improving = 0;
  while (left > 0) {
    // With enough near ones at hand only a pair that really improves the plan is still looked for.
    const isFull = found >= most;
    if (isFull && (improving > 0 || margin[0] <= own)) break;
    const p = hopeful[0];
    left--;
    siftDown(hopeful, margin, left, 0, hopeful[left], margin[left]);
    const fit = fitAt(offers, asked, row, worth, p, f32.MAX_VALUE);
    const gain = f64(fit) - market.price[p];
    if (gain <= own - (isFull ? 0 : nearly)) continue;
    position[found] = offers.positionAt[p];
    fits[found] = fit;
    market.improves[found] = gain > own ? 1 : 0;
    if (gain > own) improving++;
    found++;
  }
  return found;
}

/**
 * What left-out pairs of the request whose row is bounded are worth after the price: no more than the answer, which is
 * `own − nearly` at least. Above `own` it is what one of them is really worth, and not all are looked at.
 */
export function mostLeftOut(
  offers: Offers,
  asked: Asked,
  row: Row,
  worth: Worth,
  market: Market,
  own: f64,
  nearly: f64,
): f64 {
  let best = own - nearly;
  const hopeful = hopefulPlaces(offers, row, market, best);
  for (let k = 0; k < hopeful && best <= own; k++) {
    if (market.margin[k] <= best) continue;
    const p = market.hopeful[k];
    const fit = fitAt(offers, asked, row, worth, p, f32(market.margin[k] - best));
    if (fit >= 0 && f64(fit) - market.price[p] > best) best = f64(fit) - market.price[p];
  }
  return best;
}

/**
 * Gathers the places a request is asked about: of the first `count` of a list those that became cheaper by more than `fallen` and
 * cost less than `limit`. Returns how many.
 */
export function gatherAsked(
  market: Market,
  list: StaticArray<i32>,
  count: i32,
  fallen: f64,
  limit: f64,
): i32 {
  let gathered = 0;
  for (let k = 0; k < count; k++) {
    const p = list[k];
    if (market.fall[p] > fallen && market.price[p] < limit) market.hopeful[gathered++] = p;
  }
  return gathered;
}

/**
 * The same as `mostLeftOut` for the `count` places gathered last, each of which is looked up, and a request whose row is not
 * bounded. Rules are not asked: left-out pairs worth more than `own` are listed, and do not count for the answer.
 */
export function mostLeftOutAmong(
  offers: Offers,
  asked: Asked,
  row: Row,
  worth: Worth,
  market: Market,
  count: i32,
  own: f64,
  nearly: f64,
  position: StaticArray<i32>,
): f64 {
  boundClasses(offers, asked, row);
  let best = own - nearly;
  market.found = 0;
  for (let k = 0; k < count; k++) {
    const p = market.hopeful[k];
    const need = best + market.price[p];
    if (market.has[p] === 1 || asked.mute[offers.spoken[offers.classOf[p]]] === 1) continue;
    // A wish may lift a fit above its bound.
    if (!lookUp(offers, asked, row, p, isWished(asked, p) ? -f64.MAX_VALUE : need)) continue;
    const gain = f64(fitAt(offers, asked, row, worth, p, f32.MAX_VALUE)) - market.price[p];
    if (gain > own) position[market.found++] = offers.positionAt[p];
    else if (gain > best) best = gain;
  }
  return best;
}

/** Places where the bound leaves hope for more than `limit` after the price, as entries of a heap to be made. */
function hopefulPlaces(offers: Offers, row: Row, market: Market, limit: f64): i32 {
  const price = market.price;
  const bounds = changetype<usize>(row.bound);
  const prices = changetype<usize>(price);
  const least = f64x2.splat(limit);
  let hopeful = 0;
  for (let first = 0; first < offers.count; first += 4) {
    const four = v128.load(bounds + (first << 2));
    const low = f64x2.sub(f64x2.promote_low_f32x4(four), v128.load(prices + (first << 3)));
    const back = v128.shuffle<u32>(four, four, 2, 3, 2, 3);
    const high = f64x2.sub(f64x2.promote_low_f32x4(back), v128.load(prices + (first << 3), 16));
    if (!v128.any_true(v128.or(f64x2.gt(low, least), f64x2.gt(high, least)))) continue;
    const end = first + 4 < offers.count ? first + 4 : offers.count;
    for (let p = first; p < end; p++) {
      if (row.bound[p] < 0) continue;
      const gain = f64(row.bound[p]) - price[p];
      if (gain <= limit || market.has[p] === 1) continue;
      market.hopeful[hopeful] = p;
      market.margin[hopeful] = gain;
      hopeful++;
    }
  }
  return hopeful;
}

/** A heap with the greatest margin on top. */
function siftDown(
  place: StaticArray<i32>,
  margin: StaticArray<f64>,
  count: i32,
  from: i32,
  p: i32,
  gain: f64,
): void {
  let at = from;
  for (let child = 2 * at + 1; child < count; child = 2 * at + 1) {
    if (child + 1 < count && margin[child + 1] > margin[child]) child++;
    if (margin[child] <= gain) break;
    place[at] = place[child];
    margin[at] = margin[child];
    at = child;
  }
  place[at] = p;
  margin[at] = gain;
}
