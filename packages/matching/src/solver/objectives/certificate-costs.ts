import type { Level, RichMarket } from './rich-market.ts';

/** An integer without loss. */
export type Exact = number | bigint;

/** The cost of every unit in one level; less is better. */
export interface UnitCosts {
  seat(request: number): Exact;
  pair(pair: number): Exact;
  slot(seat: number, isOfMinimum: boolean): Exact;
}

const FREE: UnitCosts = { seat: () => 0, pair: () => 0, slot: () => 0 };

/** Derives the unit costs of a level from the market alone; pairs of a level `fewest` are priced by its own check. */
export function costsOf(market: RichMarket, level: Level): UnitCosts {
  const unranked = level.kind === 'rank-sum' || level.kind === 'most' ? unrankedAt(market) : 0;
  const rankOf = (pair: number) => market.requestRank[pair]! || unranked;
  switch (level.kind) {
    case 'must':
      return { ...FREE, slot: (_, isOfMinimum) => (isOfMinimum ? -1 : 0) };
    case 'served': {
      const steps = [...new Set(market.priority)].sort((a, b) => a - b);
      const stepOf = new Map(steps.map((value, k) => [value, -(k + 1)]));
      return { ...FREE, seat: (i) => stepOf.get(market.priority[i]!) ?? 0 };
    }
    case 'total':
      return { ...FREE, pair: (pair) => -market.gain[pair]!, slot: (seat) => loadCost(market, seat) };
    case 'most':
      return { ...FREE, pair: (pair) => (rankOf(pair) === level.rank ? -1 : 0) };
    case 'rank-sum':
      return { ...FREE, pair: rankOf };
    case 'fewest':
      return FREE;
  }
}

/** What a pair costs in a level `fewest` when even one would be too many: more than all seats together. */
export function heavyOf(market: RichMarket): number {
  const seats = market.seats.reduce((sum, wanted) => sum + wanted, 0);
  return 1 + Math.min(market.pairRequest.length, seats);
}

function loadCost(market: RichMarket, seat: number): Exact {
  return market.loadStep > 0 ? BigInt(seat) * BigInt(market.loadStep) : 0;
}

/** The rank that pairs outside the wishes count as. */
export function unrankedAt(market: RichMarket): number {
  let longest = 0;
  for (const rank of market.requestRank) if (rank > longest) longest = rank;
  return longest + 1;
}

const EXACT = 2 ** 51;

/** The sign of cost + from − to, exact. */
export function signOf(cost: Exact, from: Exact, to: Exact): number {
  if (typeof cost === 'number' && typeof from === 'number' && typeof to === 'number') {
    if (Math.abs(cost) < EXACT && Math.abs(from) < EXACT && Math.abs(to) < EXACT)
      return Math.sign(cost + from - to);
  }
  const sum = BigInt(cost) + BigInt(from) - BigInt(to);
  return sum > 0n ? 1 : sum < 0n ? -1 : 0;
}
