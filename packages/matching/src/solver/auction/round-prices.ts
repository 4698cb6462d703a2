import type { AuctionState } from './state.ts';

/**
 * Exact integer prices from the fractional ones of a phase, if they exist already. When the remainders of all
 * prices by `unit` (the gcd of the scores) leave a circular gap wider than ε, rounding every price down at the
 * gap turns "within ε of best" into "best": two prices compared by a whole number plus ε then differ by at most
 * that whole number. A gap must exist once ε × number of prices is below `unit`.
 * @returns prices relative to that of staying out, 0 at closed offers, or null when no gap is wide enough.
 */
export function roundPrices(auction: AuctionState, epsilon: number): Float64Array | null {
  const { price, out, unit } = auction;
  if (epsilon >= unit) return null;
  const cut = findCut(auction, epsilon);
  if (cut < 0) return null;
  const reference =
    unit * Math.floor(((price[out]! < Number.POSITIVE_INFINITY ? price[out]! : 0) - cut) / unit);
  const rounded = new Float64Array(out);
  for (let j = 0; j < out; j++) {
    if (price[j] === Number.POSITIVE_INFINITY) continue;
    rounded[j] = unit * Math.floor((price[j]! - cut) / unit) - reference;
  }
  return rounded;
}

/** The remainder just above the widest gap, or −1 when that is not wider than ε. */
function findCut(auction: AuctionState, epsilon: number): number {
  const { price, unit } = auction;
  const remainders = new Float64Array(price.length + 1);
  let count = 1;
  for (let j = 0; j < price.length; j++) {
    if (price[j] === Number.POSITIVE_INFINITY) continue;
    remainders[count++] = price[j]! - unit * Math.floor(price[j]! / unit);
  }
  const sorted = remainders.subarray(typeof auction.stayingOut === 'number' ? 1 : 0, count).sort();
  let widest = sorted[0]! + unit - sorted[sorted.length - 1]!;
  let cut = sorted[0]!;
  for (let k = 1; k < sorted.length; k++) {
    const gap = sorted[k]! - sorted[k - 1]!;
    if (gap <= widest) continue;
    widest = gap;
    cut = sorted[k]!;
  }
  return widest > epsilon ? cut : -1;
}
