import { unrankedAt } from './certificate-costs.ts';
import { leastOf } from './certificate-tally.ts';
import type { FlowObjective, PlanValue } from './plan-value.ts';
import type { RichMarket } from './rich-market.ts';

/** Numbers beyond this would not add up exactly. */
const LARGEST = 2 ** 38;

/**
 * What no plan of a choice exceeds in the last term of `served`, `total` or `rank-sum`, by prices of requests
 * in 1/scale of a gain. Each pair is worth its gain less the price of its request, plus that price. The first
 * part is at most what each offer could take on its own, minima kept; the second at most the prices of the
 * dearest requests, as many as are served of each priority (for `total`: of all that have one above 0).
 * @param served seats filled of each priority, highest first, by every plan that is to be bounded
 * @returns the bound, or null where the numbers are not what they should be. Shares no code with the solver
 */
export function boundByPrices(
  market: RichMarket,
  objective: FlowObjective,
  choice: Int8Array,
  served: PlanValue,
  { scale, request: price }: { readonly scale: number; readonly request: Float64Array },
): bigint | null {
  const byRank = objective === 'rank-sum';
  if (!byRank && objective !== 'served' && objective !== 'total') return null;
  if (!Number.isInteger(scale) || scale < 1 || price.length !== market.requests) return null;
  if (price.some((value) => !Number.isInteger(value) || Math.abs(value) > LARGEST)) return null;
  const unranked = unrankedAt(market);
  const isFixed = new Uint8Array(market.pairRequest.length);
  for (const pair of market.fixed) isFixed[pair] = 1;
  const seatsLeft = market.seats.slice();
  const held = new Int32Array(market.offers);
  const step = byRank ? 0 : Number(market.loadStep) * scale;
  const worths: number[][] = Array.from({ length: market.offers }, () => []);
  let twice = 0n;
  for (const pair of market.fixed) {
    seatsLeft[market.pairRequest[pair]!]!--;
    const gain = byRank ? -(market.requestRank[pair]! || unranked) : Number(market.gain[pair]!);
    twice += BigInt(gain * scale - step * held[market.pairOffer[pair]!]!++);
  }
  for (let pair = 0; pair < isFixed.length; pair++) {
    if (isFixed[pair] === 1) continue;
    const gain = byRank ? -(market.requestRank[pair]! || unranked) : Number(market.gain[pair]!);
    const worth = gain * scale - price[market.pairRequest[pair]!]!;
    if (!(Math.abs(gain * scale) <= LARGEST) || !(step * market.requests <= LARGEST)) return null;
    if (seatsLeft[market.pairRequest[pair]!]! > 0) worths[market.pairOffer[pair]!]!.push(worth);
  }
  for (let j = 0; j < market.offers; j++) {
    const most = mostAt(market, choice[j]!, j, held[j]!, worths[j]!, step);
    if (most === null) return null;
    twice += most;
  }
  twice += pricesPaid(market, objective, served, seatsLeft, price);
  const whole = twice / BigInt(scale);
  return twice < 0n && whole * BigInt(scale) !== twice ? whole - 1n : whole;
}

/** The most an offer could take on its own. Null where it cannot be what the choice says. */
function mostAt(
  market: RichMarket,
  choice: number,
  j: number,
  held: number,
  worths: number[],
  step: number,
): bigint | null {
  if (choice < 0) return 0n;
  worths.sort((a, b) => b - a);
  const least = leastOf(market, j);
  let most: bigint | null = held >= least || (held === 0 && choice === 0) ? 0n : null;
  let sum = 0n;
  for (let k = 1; k <= worths.length && held + k <= market.capacity[j]!; k++) {
    sum += BigInt(worths[k - 1]! - step * (held + k - 1));
    if (held + k >= least && (most === null || sum > most)) most = sum;
  }
  return most;
}

/** The most that prices of new seats can come to. */
function pricesPaid(
  market: RichMarket,
  objective: FlowObjective,
  served: PlanValue,
  seatsLeft: Int32Array,
  price: Float64Array,
): bigint {
  const all = [...price.keys()].sort((a, b) => price[b]! - price[a]!);
  let sum = 0n;
  if (objective === 'total') {
    for (const i of all) if (price[i]! > 0) sum += BigInt(price[i]!) * BigInt(seatsLeft[i]!);
    return sum;
  }
  const priorities = [...new Set(market.priority)].sort((a, b) => b - a);
  priorities.forEach((priority, k) => {
    let left = Number(served[k]!);
    for (const pair of market.fixed) if (market.priority[market.pairRequest[pair]!] === priority) left--;
    for (const i of all) {
      if (market.priority[i] !== priority) continue;
      const seats = Math.min(left, seatsLeft[i]!);
      sum += BigInt(price[i]!) * BigInt(seats);
      left -= seats;
    }
  });
  return sum;
}
