import { describe, expect, it } from 'vitest';
import { type FlowObjective, planValue } from './plan-value.ts';
import type { RichMarket } from './rich-market.ts';
import { solveRichMarket } from './solve-rich-market.ts';
import { everyPlan, naiveBest, naiveIsStable, naiveWorth } from './testing/every-plan.ts';
import { type MarketShape, randomMarket } from './testing/random-market.ts';

const SHAPES: Record<string, (seed: number) => MarketShape> = {
  plain: (seed) => ({
    requests: 1 + (seed % 6),
    offers: 1 + (seed % 5),
    density: 0.6,
    maxCapacity: 2,
    wishes: true,
  }),
  'negative gains, load': (seed) => ({
    requests: 1 + (seed % 4),
    offers: 1 + (seed % 3),
    density: 0.8,
    maxCapacity: 3,
    gains: [-5, 6],
    loadStep: seed % 4,
    wishes: true,
  }),
  'priorities, seats, owners': (seed) => ({
    requests: 2 + (seed % 4),
    offers: 2 + (seed % 3),
    density: 0.6,
    maxSeats: 2,
    maxCapacity: 2,
    priorities: 3,
    owners: 2,
    loadStep: seed % 2,
    wishes: true,
  }),
  minima: (seed) => ({
    requests: 2 + (seed % 4),
    offers: 2 + (seed % 3),
    density: 0.75,
    maxCapacity: 4,
    priorities: 2,
    minimums: true,
    gains: [-2, 6],
    owners: seed % 3,
    wishes: true,
  }),
  'everything, with fixed pairs': (seed) => ({
    requests: 2 + (seed % 3),
    offers: 2 + (seed % 3),
    density: 0.8,
    maxSeats: 2,
    maxCapacity: 3,
    priorities: 2,
    minimums: seed % 2 === 0,
    fixed: 1 + (seed % 2),
    loadStep: seed % 3,
    gains: [-3, 5],
    wishes: true,
  }),
};

const FLOW: readonly FlowObjective[] = [
  'served',
  'total',
  'fair',
  'fair-seats',
  'greedy',
  'generous',
  'rank-sum',
];

const numbers = (market: RichMarket, objective: FlowObjective, taken: Int32Array) =>
  planValue(market, objective, taken).map(Number);

describe.each(Object.entries(SHAPES))('every plan of small markets: %s', (name, shape) => {
  it.each(FLOW)('%s is the best of all', (objective) => {
    for (let seed = 1; seed <= 250; seed++) {
      const market = randomMarket(seed * 7919 + name.length, shape(seed));
      const best = naiveBest(market, objective);
      const plan = solveRichMarket(market, objective);
      const where = `${name} ${objective} seed ${seed}`;
      expect(plan.isFeasible, where).toBe(best !== null);
      if (!plan.isFeasible) continue;
      expect(naiveWorth(market, objective, [...plan.taken]), where).toEqual(best);
      expect(numbers(market, objective, plan.taken), where).toEqual(best);
      expect(plan.isProved, where).toBe(true);
      expect(plan.certificate.flaw, where).toBeNull();
    }
  });
});

describe('stable plans of small markets', () => {
  it.each(['requests', 'offers'] as const)(
    'no pair blocks, and the %s like it best of all stable plans',
    (proposer) => {
      for (let seed = 1; seed <= 400; seed++) {
        const market = strictly(
          randomMarket(seed, {
            requests: 1 + (seed % 5),
            offers: 1 + (seed % 4),
            density: 0.8,
            maxCapacity: 2,
            wishes: true,
          }),
        );
        const plan = solveRichMarket(market, 'stable', proposer);
        if (!plan.isFeasible) throw new Error('stable plans exist without minima');
        expect(plan.certificate.flaw).toBeNull();
        const rank = proposer === 'requests' ? market.requestRank : market.offerRank;
        const sum = (taken: readonly number[]) => taken.reduce((all, pair) => all + rank[pair]!, 0);
        let stable = 0;
        let least = Infinity;
        everyPlan(market, (taken) => {
          if (!naiveIsStable(market, taken)) return;
          stable++;
          least = Math.min(least, sum(taken));
        });
        expect(stable).toBeGreaterThan(0);
        expect(naiveIsStable(market, [...plan.taken])).toBe(true);
        expect(sum([...plan.taken])).toBe(least);
      }
    },
  );

  it('leaves out no offer that is filled exactly to its minimum', () => {
    const plain = randomMarket(1, { requests: 2, offers: 2, density: 1 });
    const market: RichMarket = {
      ...plain,
      capacity: Int32Array.of(2, 2),
      minimum: Int32Array.of(2, 2),
      gain: Float64Array.of(9, 1, 9, 1),
    };
    const plan = solveRichMarket(market, 'stable');
    if (!plan.isFeasible) throw new Error('the first offer takes both');
    expect([...plan.taken]).toEqual([0, 2]);
    expect(plan.certificate.flaw).toBeNull();
  });

  it('holds for seats, owners, fixed pairs and minima too', () => {
    for (let seed = 1; seed <= 600; seed++) {
      const market = randomMarket(seed, {
        requests: 2 + (seed % 6),
        offers: 2 + (seed % 5),
        density: 0.7,
        maxSeats: 2,
        maxCapacity: 3,
        owners: seed % 3,
        fixed: seed % 2,
        minimums: seed % 5 === 0,
        wishes: seed % 4 > 0,
      });
      for (const proposer of ['requests', 'offers'] as const) {
        const plan = solveRichMarket(market, 'stable', proposer);
        if (plan.isFeasible) expect(plan.certificate.flaw, `seed ${seed}`).toBeNull();
      }
    }
  });
});

/** Gives everybody a complete strict list, as the classical theorems ask. */
function strictly(market: RichMarket): RichMarket {
  const complete = (side: Int32Array, rank: Int32Array): Int32Array => {
    const full = rank.slice();
    for (let person = 0; person <= Math.max(...side); person++) {
      const own = [...side.keys()].filter((pair) => side[pair] === person);
      own.sort((a, b) => (rank[a] || 99) - (rank[b] || 99) || market.tie[a]! - market.tie[b]!);
      own.forEach((pair, k) => {
        full[pair] = k + 1;
      });
    }
    return full;
  };
  return {
    ...market,
    requestRank: complete(market.pairRequest, market.requestRank),
    offerRank: complete(market.pairOffer, market.offerRank),
  };
}
