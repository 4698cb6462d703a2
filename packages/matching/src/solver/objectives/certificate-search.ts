import { findFlaw, findLimitFlaw } from './certificate.ts';
import { boundByPrices } from './certificate-circles.ts';
import type { SearchLeaf } from './choose-open-offers.ts';
import { compareValues, type FlowObjective, planValue } from './plan-value.ts';
import type { RichMarket } from './rich-market.ts';

/**
 * Checks a search over which offers to use: the plan keeps every limit and every minimum; the leaves
 * together cover every choice; and each leaf proves by its own dual prices that nothing in it is better, or
 * that nothing in it serves more, and by prices of requests that nothing which serves as many is better.
 * @returns the first thing wrong, or null
 */
export function findSearchFlaw(
  market: RichMarket,
  objective: FlowObjective,
  taken: Int32Array,
  leaves: readonly SearchLeaf[],
): string | null {
  const limit = findMinimumFlaw(market, taken);
  if (limit !== null) return limit;
  const forced = new Set<number>();
  const isFixed = new Uint8Array(market.offers);
  for (const pair of market.fixed) isFixed[market.pairOffer[pair]!] = 1;
  for (let j = 0; j < market.offers; j++) {
    const isUsed = market.required[j] === 1 || isFixed[j] === 1;
    const isOut = !isUsed && market.minimum[j]! > market.capacity[j]!;
    if (!isUsed && !isOut) continue;
    forced.add(j);
    if (leaves.some(({ choice }) => choice[j] !== (isUsed ? 1 : -1)))
      return `offer ${j} is not decided by its rule`;
  }
  if (!covers(leaves, forced, market.offers)) return 'the leaves do not cover every choice';
  const value = planValue(market, objective, taken);
  for (const { choice, plan, prices } of leaves) {
    const flaw = findFlaw(market, { objective, choice, ...plan });
    if (flaw !== null) return flaw;
    if (!plan.isFeasible) continue;
    const most = planValue(market, objective, plan.taken);
    if (compareValues(most, value) <= 0) continue;
    const last = prices === null ? null : boundByPrices(market, objective, choice, most, prices);
    if (last === null || compareValues([...most.slice(0, -1), last], value) > 0) {
      return 'a leaf allows a better plan';
    }
  }
  return null;
}

/** Whether a plan breaks a limit, or uses an offer without filling its minimum. */
export function findMinimumFlaw(market: RichMarket, taken: Int32Array): string | null {
  const choice = new Int8Array(market.offers).fill(-1);
  for (const pair of taken) choice[market.pairOffer[pair]!] = 1;
  for (let j = 0; j < market.offers; j++) if (market.required[j] === 1) choice[j] = 1;
  return findLimitFlaw(market, choice, taken);
}

function covers(leaves: readonly SearchLeaf[], decided: ReadonlySet<number>, offers: number): boolean {
  const split = splitOf(leaves, decided, offers);
  if (split < 0) return leaves.length === 1;
  const used = leaves.filter(({ choice }) => choice[split] === 1);
  const closed = leaves.filter(({ choice }) => choice[split] === -1);
  const both = new Set([...decided, split]);
  return used.length > 0 && closed.length > 0 && covers(used, both, offers) && covers(closed, both, offers);
}

/** An offer that every leaf decides although nothing above did, or -1. */
function splitOf(leaves: readonly SearchLeaf[], decided: ReadonlySet<number>, offers: number): number {
  for (let j = 0; j < offers; j++) {
    if (!decided.has(j) && leaves.every(({ choice }) => choice[j] !== 0)) return j;
  }
  return -1;
}
