import { priorityLadder, unrankedRank } from './level-costs.ts';
import type { RichMarket, SolverObjective } from './rich-market.ts';

/** What a plan is worth under an objective: a vector compared from the left, larger is better. */
export type PlanValue = readonly (number | bigint)[];

/** An objective that is decided on the seat network. */
export type FlowObjective = Exclude<SolverObjective, 'stable'>;

/** The worth of the plan that takes the pairs `taken`, fixed ones included. */
export function planValue(market: RichMarket, objective: FlowObjective, taken: Int32Array): PlanValue {
  if (objective === 'total') return [planTotal(market, taken)];
  const served = servedByPriority(market, taken);
  switch (objective) {
    case 'served':
      return [...served, planTotal(market, taken)];
    case 'fair':
      return [...served, ...requestTotals(market, taken).sort(ascending), planTotal(market, taken)];
    case 'fair-seats':
      return [...served, ...pairGains(market, taken).sort(ascending), planTotal(market, taken)];
    case 'greedy':
      return [...served, ...rankProfile(market, taken)];
    case 'generous':
      return [
        ...served,
        ...rankProfile(market, taken)
          .reverse()
          .map((count) => -count),
      ];
    case 'rank-sum':
      return [...served, -rankProfile(market, taken).reduce((sum, count, k) => sum + count * (k + 1), 0)];
  }
}

/** Negative where `a` is worse than `b`, positive where it is better. */
export function compareValues(a: PlanValue, b: PlanValue): number {
  for (let k = 0; k < a.length; k++) {
    if (a[k]! < b[k]!) return -1;
    if (a[k]! > b[k]!) return 1;
  }
  return 0;
}

/** Gains minus load costs, exact. */
export function planTotal(market: RichMarket, taken: Int32Array): bigint {
  const filled = new Int32Array(market.offers);
  let gains = 0n;
  let steps = 0n;
  for (const pair of taken) {
    const j = market.pairOffer[pair]!;
    gains += BigInt(market.gain[pair]!);
    steps += BigInt(filled[j]!);
    filled[j] = filled[j]! + 1;
  }
  return gains - BigInt(market.loadStep) * steps;
}

/** The sum of gains of each request over its pairs; 0 for a request with nobody. */
export function requestTotals(market: RichMarket, taken: Int32Array): bigint[] {
  const totals = new Array<bigint>(market.requests).fill(0n);
  for (const pair of taken) totals[market.pairRequest[pair]!]! += BigInt(market.gain[pair]!);
  return totals;
}

function pairGains(market: RichMarket, taken: Int32Array): bigint[] {
  return Array.from(taken, (pair) => BigInt(market.gain[pair]!));
}

/** Pairs of each wish rank, from 1; the last entry counts pairs that nobody wished for. */
export function rankProfile(market: RichMarket, taken: Int32Array): number[] {
  const last = unrankedRank(market);
  const profile = new Array<number>(last).fill(0);
  for (const pair of taken) profile[(market.requestRank[pair]! || last) - 1]!++;
  return profile;
}

/** Seats filled of each priority, highest first. */
export function servedByPriority(market: RichMarket, taken: Int32Array): number[] {
  const ladder = priorityLadder(market.priority);
  let top = 0;
  for (const step of ladder) if (step > top) top = step;
  const served = new Array<number>(top).fill(0);
  for (const pair of taken) served[top - ladder[market.pairRequest[pair]!]!]!++;
  return served;
}

const ascending = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);
