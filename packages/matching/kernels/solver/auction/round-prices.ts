import { Auction } from './state';

/**
 * Working space for `roundPrices`: the circle of remainders in arcs, twice as many as prices, with the least and the
 * greatest remainder in each.
 */
export class Arcs {
  least: StaticArray<f64>;
  most: StaticArray<f64>;

  constructor(prices: i32) {
    this.least = new StaticArray<f64>(2 * prices + 2);
    this.most = new StaticArray<f64>(2 * prices + 2);
  }
}

/**
 * Exact integer prices from the fractional ones of a phase, if they exist already. When the remainders of all
 * prices by `unit` (the gcd of the scores) leave a circular gap wider than ε, rounding every price down at the
 * gap turns "within ε of best" into "best": two prices compared by a whole number plus ε then differ by at most
 * that whole number. A gap must exist once ε × number of prices is below `unit`.
 * @returns prices relative to that of staying out, 0 at closed offers, or null when no gap is wide enough.
 */
export function roundPrices(auction: Auction, epsilon: f64, arcs: Arcs): StaticArray<f64> | null {
  const price = auction.price;
  const out = auction.out;
  const unit = auction.unit;
  if (epsilon >= unit) return null;
  const cut = findCut(auction, epsilon, arcs);
  if (cut < 0) return null;
  const reference = unit * Math.floor(((price[out] < Infinity ? price[out] : 0) - cut) / unit);
  const rounded = new StaticArray<f64>(out);
  for (let j = 0; j < out; j++) {
    if (price[j] === Infinity) continue;
    rounded[j] = unit * Math.floor((price[j] - cut) / unit) - reference;
  }
  return rounded;
}

/**
 * The remainder just above the widest gap, or −1 when that is not wider than ε. The widest gap is wider than an arc, so
 * it lies between the remainders of two arcs, and nothing needs sorting.
 */
function findCut(auction: Auction, epsilon: f64, arcs: Arcs): f64 {
  const price = auction.price;
  const unit = auction.unit;
  const count = arcs.least.length;
  const perUnit = f64(count - 1) / unit;
  arcs.least.fill(Infinity);
  arcs.most.fill(-1);
  // Where staying out has no price of its own it costs 0, which must round to a whole number too.
  if (!auction.isFull) note(arcs, 0, 0);
  for (let j = 0; j < price.length; j++) {
    if (price[j] === Infinity) continue;
    const remainder = price[j] - unit * Math.floor(price[j] / unit);
    note(arcs, i32(remainder * perUnit), remainder);
  }
  let first: f64 = -1;
  let last: f64 = -1;
  let widest: f64 = -1;
  let cut: f64 = -1;
  for (let k = 0; k < count; k++) {
    const least = arcs.least[k];
    if (least === Infinity) continue;
    if (first < 0) first = least;
    else if (least - last > widest) {
      widest = least - last;
      cut = least;
    }
    last = arcs.most[k];
  }
  if (first + unit - last >= widest) {
    widest = first + unit - last;
    cut = first;
  }
  return widest > epsilon ? cut : -1;
}

function note(arcs: Arcs, k: i32, remainder: f64): void {
  if (remainder < arcs.least[k]) arcs.least[k] = remainder;
  if (remainder > arcs.most[k]) arcs.most[k] = remainder;
}
