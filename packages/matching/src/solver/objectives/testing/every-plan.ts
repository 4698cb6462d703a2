import type { RichMarket } from '../rich-market.ts';

/** Calls `visit` with every plan that keeps all limits and minima, as a list of pairs. Naive on purpose. */
export function everyPlan(market: RichMarket, visit: (taken: readonly number[]) => void): void {
  const pairs = market.pairRequest.length;
  const seats = [...market.seats];
  const capacity = [...market.capacity];
  const owned = [...market.ownerCapacity];
  const taken: number[] = [];
  const fixed = new Set(market.fixed);
  const descend = (pair: number): void => {
    if (pair === pairs) {
      if (meetsMinima(market, taken)) visit(taken);
      return;
    }
    const i = market.pairRequest[pair]!;
    const j = market.pairOffer[pair]!;
    const s = market.owner[j]!;
    if (seats[i]! > 0 && capacity[j]! > 0 && (s < 0 || owned[s]! > 0)) {
      seats[i]!--;
      capacity[j]!--;
      if (s >= 0) owned[s]!--;
      taken.push(pair);
      descend(pair + 1);
      taken.pop();
      seats[i]!++;
      capacity[j]!++;
      if (s >= 0) owned[s]!++;
    }
    if (!fixed.has(pair)) descend(pair + 1);
  };
  descend(0);
}

function meetsMinima(market: RichMarket, taken: readonly number[]): boolean {
  for (let j = 0; j < market.offers; j++) {
    const filled = taken.filter((pair) => market.pairOffer[pair] === j).length;
    if (market.required[j] === 1 && filled === 0) return false;
    if (filled > 0 && filled < market.minimum[j]!) return false;
  }
  return true;
}

/** What a plan is worth, written from the wording of the objectives: larger is better, from the left. */
export function naiveWorth(market: RichMarket, objective: string, taken: readonly number[]): number[] {
  const levels = [...new Set(market.priority)].sort((a, b) => b - a);
  const served = levels.map(
    (level) => taken.filter((p) => market.priority[market.pairRequest[p]!] === level).length,
  );
  const gains = taken.map((p) => Number(market.gain[p]));
  const ownTotals = Array.from({ length: market.requests }, (_, i) =>
    taken.reduce((sum, p) => sum + (market.pairRequest[p] === i ? Number(market.gain[p]) : 0), 0),
  ).sort((a, b) => a - b);
  let total = gains.reduce((sum, gain) => sum + gain, 0);
  for (let j = 0; j < market.offers; j++) {
    const filled = taken.filter((p) => market.pairOffer[p] === j).length;
    for (let k = 1; k <= filled; k++) total -= Number(market.loadStep) * (k - 1);
  }
  const last = Math.max(0, ...market.requestRank) + 1;
  const ranks = taken.map((p) => market.requestRank[p] || last);
  const count = (rank: number) => ranks.filter((r) => r === rank).length;
  const upTo = Array.from({ length: last }, (_, k) => k + 1);
  switch (objective) {
    case 'served':
      return [...served, total];
    case 'total':
      return [total];
    case 'fair':
      return [...served, ...ownTotals, total];
    case 'fair-seats':
      return [...served, ...gains.sort((a, b) => a - b), total];
    case 'greedy':
      return [...served, ...upTo.map(count)];
    case 'generous':
      return [...served, ...upTo.reverse().map((rank) => -count(rank))];
    case 'rank-sum':
      return [...served, -ranks.reduce((sum, rank) => sum + rank, 0)];
    default:
      throw new Error(objective);
  }
}

/** The best worth over every plan, or null where there is no plan. */
export function naiveBest(market: RichMarket, objective: string): number[] | null {
  let best: number[] | null = null;
  everyPlan(market, (taken) => {
    const worth = naiveWorth(market, objective, taken);
    if (best === null || isBetter(worth, best)) best = worth;
  });
  return best;
}

function isBetter(a: readonly number[], b: readonly number[]): boolean {
  for (let k = 0; k < a.length; k++) {
    if (a[k]! !== b[k]!) return a[k]! > b[k]!;
  }
  return false;
}

/** Whether any pair outside the plan would be preferred by both sides; wishes first, then the gain. */
export function naiveIsStable(market: RichMarket, taken: readonly number[]): boolean {
  const better = (rank: Int32Array, a: number, b: number) => {
    const [ra, rb] = [rank[a] || 1e9, rank[b] || 1e9];
    return ra < rb || (ra === rb && market.gain[a]! > market.gain[b]!);
  };
  for (let pair = 0; pair < market.pairRequest.length; pair++) {
    if (taken.includes(pair)) continue;
    const ofRequest = taken.filter((p) => market.pairRequest[p] === market.pairRequest[pair]);
    const ofOffer = taken.filter((p) => market.pairOffer[p] === market.pairOffer[pair]);
    const free = ofRequest.length < market.seats[market.pairRequest[pair]!]!;
    const room = ofOffer.length < market.capacity[market.pairOffer[pair]!]!;
    const left = free || ofRequest.some((p) => better(market.requestRank, pair, p));
    const right =
      room ||
      (market.capacity[market.pairOffer[pair]!]! > 0 &&
        ofOffer.some((p) => better(market.offerRank, pair, p)));
    if (left && right) return false;
  }
  return true;
}
