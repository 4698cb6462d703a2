import { chooseOpenOffers, type OpenChoice } from './choose-open-offers.ts';
import { mostRequestsServed } from './most-requests.ts';
import { compareValues, type PlanValue, planValue } from './plan-value.ts';
import type { RichMarket } from './rich-market.ts';

/** The outcome of the search for the fairest plan where requests have several seats. */
export interface FairChoice {
  readonly best: Int32Array | null;
  readonly bound: PlanValue | null;
  readonly isProved: boolean;
}

const TRIALS = 4_000;
/** Pairs read over all trials; larger pools get fewer trials. */
const PAIRS_READ = 20_000_000;
/** A request with more possible bundles than this is not searched at all. */
const MOST_BUNDLES = 4_000;
const MOST_SEARCHED = 40;

/**
 * Leximin over requests' own totals where some request takes several pairs. That is hard in general (a
 * request's total is a sum of bundles), so the bundles of those requests are enumerated depth-first and
 * the rest is decided level by level. A branch is cut when even each request's best conceivable total does
 * not beat the best plan. In pools too large for that, or where the trials run out, the best plan so far
 * comes back with its bound.
 */
export function liftSeveralSeats(market: RichMarket, pause?: () => void): FairChoice {
  const widest = chooseOpenOffers(market, 'served', undefined, pause);
  const start = chooseOpenOffers(market, 'fair', undefined, pause);
  if (widest.best === null || start.best === null) return { best: null, bound: null, isProved: true };
  const several = requestsOfSeveral(market);
  const served = planValue(market, 'served', widest.best.taken);
  let best = start.best.taken;
  let value = planValue(market, 'fair', best);
  const left = market.requests - mostRequestsServed(market);
  let trials = 0;
  const allowed = Math.min(TRIALS, PAIRS_READ / (1 + market.pairRequest.length));
  const descend = (at: number, banned: Uint8Array, fixed: readonly number[]): boolean => {
    pause?.();
    const shut = shutFull(market, banned, fixed);
    if (shut === null) return true;
    const bound = atMost(conceivable(market, served, shut, fixed, several.slice(0, at)), market, left);
    if (compareValues(bound, value) <= 0) return true;
    if (at === several.length) {
      if (++trials > allowed) return false;
      const choice = decideRest(market, fixed, several);
      if (choice.best === null) return true;
      const found = planValue(market, 'fair', choice.best.taken);
      if (compareValues(found, value) > 0) {
        best = choice.best.taken;
        value = found;
      }
      return choice.isProved;
    }
    const bundles = bundlesOf(market, several[at]!, shut);
    if (bundles === null) return false;
    return bundles.every((bundle) => {
      const without = banned.slice();
      for (let pair = 0; pair < without.length; pair++) {
        if (market.pairRequest[pair] === several[at] && !bundle.includes(pair)) without[pair] = 1;
      }
      return descend(at + 1, without, [...fixed, ...bundle]);
    });
  };
  const none = new Uint8Array(market.pairRequest.length);
  const isSmall = several.length <= MOST_SEARCHED;
  const isProved = isSmall && widest.isProved && descend(0, none, []);
  const bound = isProved ? value : atMost(conceivable(market, served, none, [], []), market, left);
  return { best, bound, isProved };
}

/** A conceivable vector with 0 for as many as are left over whatever the plan. */
function atMost(bound: PlanValue, market: RichMarket, left: number): PlanValue {
  const first = bound.length - 1 - market.requests;
  return bound.map((term, k) => (k >= first && k < first + left && term > 0 ? 0n : term));
}

function requestsOfSeveral(market: RichMarket): number[] {
  return Array.from(market.seats, (_, i) => i).filter((i) => market.seats[i]! > 1);
}

/** The pairs still possible beside the chosen ones (1: not possible); null where those take too many seats. */
function shutFull(market: RichMarket, banned: Uint8Array, chosen: readonly number[]): Uint8Array | null {
  const room = market.capacity.slice();
  const owned = market.ownerCapacity.slice();
  const all = new Set([...market.fixed, ...chosen]);
  for (const pair of all) {
    const j = market.pairOffer[pair]!;
    const s = market.owner[j]!;
    if (banned[pair] === 1 || --room[j]! < 0 || (s >= 0 && --owned[s]! < 0)) return null;
  }
  return banned.map((isBanned, pair) => {
    const j = market.pairOffer[pair]!;
    const s = market.owner[j]!;
    const isFull = room[j]! <= 0 || (s >= 0 && owned[s]! <= 0);
    return isFull && !all.has(pair) ? 1 : isBanned;
  });
}

/** Every set of pairs that a request may take, fixed ones always in, larger sets first; null if too many. */
function bundlesOf(market: RichMarket, request: number, shut: Uint8Array): number[][] | null {
  const fixed = [...market.fixed].filter((pair) => market.pairRequest[pair] === request);
  let bundles: number[][] = [fixed];
  for (let pair = 0; pair < market.pairRequest.length; pair++) {
    if (market.pairRequest[pair] !== request || shut[pair] === 1 || fixed.includes(pair)) continue;
    const larger = bundles.filter((bundle) => bundle.length < market.seats[request]!);
    bundles = [...larger.map((bundle) => [...bundle, pair]), ...bundles];
    if (bundles.length > MOST_BUNDLES) return null;
  }
  return bundles.sort((a, b) => b.length - a.length);
}

/** The best vector imaginable: each request as if it were alone, but for what is already chosen. */
function conceivable(
  market: RichMarket,
  served: PlanValue,
  banned: Uint8Array,
  fixed: readonly number[],
  decided: readonly number[],
): PlanValue {
  const gains: bigint[][] = Array.from({ length: market.requests }, () => []);
  for (let pair = 0; pair < banned.length; pair++) {
    if (banned[pair] === 0) gains[market.pairRequest[pair]!]!.push(BigInt(market.gain[pair]!));
  }
  const chosen = new Set(fixed);
  const totals = gains.map((list, i) => {
    if (decided.includes(i)) {
      return [...chosen].reduce(
        (sum, pair) => sum + (market.pairRequest[pair] === i ? BigInt(market.gain[pair]!) : 0n),
        0n,
      );
    }
    const positive = list.filter((gain) => gain > 0n).sort((a, b) => (a > b ? -1 : a < b ? 1 : 0));
    return positive.slice(0, market.seats[i]!).reduce((sum, gain) => sum + gain, 0n);
  });
  const sum = totals.reduce((all, total) => all + total, 0n);
  totals.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return [...served.slice(0, -1), ...totals, sum];
}

/** Decides everybody else, with the chosen bundles fixed and their requests asking for no more. */
function decideRest(market: RichMarket, fixed: readonly number[], several: readonly number[]): OpenChoice {
  const seats = market.seats.slice();
  for (const i of several) seats[i] = 0;
  for (const pair of fixed) seats[market.pairRequest[pair]!] = seats[market.pairRequest[pair]!]! + 1;
  const all = new Set([...market.fixed, ...fixed]);
  return chooseOpenOffers({ ...market, seats, fixed: Int32Array.from(all).sort() }, 'fair');
}
