import { describe, expect, it } from 'vitest';
import { SolveCancelled } from '../assignment.ts';
import { compareValues, planValue } from './plan-value.ts';
import { solveRichMarket } from './solve-rich-market.ts';
import { randomMarket } from './testing/random-market.ts';

/** Markets too large for every plan to be listed: the verifier, which knows nothing of the search, must agree. */
describe.each(['fair-seats', 'generous'] as const)('%s on medium markets', (objective) => {
  it.each([
    ['many ties', [0, 3]],
    ['few ties', [-200, 100_000]],
  ] as const)('is proved, %s', (_, gains) => {
    for (let seed = 1; seed <= 60; seed++) {
      const market = randomMarket(seed, {
        requests: 40 + (seed % 40),
        offers: 10 + (seed % 25),
        density: 0.1 + (seed % 8) / 10,
        maxSeats: 1 + (seed % 3),
        maxCapacity: 1 + (seed % 4),
        priorities: 1 + (seed % 4),
        owners: seed % 3 === 0 ? 5 : 0,
        fixed: seed % 6,
        loadStep: seed % 3,
        gains,
        wishes: true,
      });
      const plan = solveRichMarket(market, objective);
      if (!plan.isFeasible) continue;
      expect(plan.certificate.flaw, `seed ${seed}`).toBeNull();
      expect(plan.isProved).toBe(true);
    }
  });

  it('keeps minima that must be met, and is proved', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const market = randomMarket(seed, {
        requests: 30,
        offers: 12,
        density: 0.4,
        maxCapacity: 4,
        priorities: 2,
        maxSeats: 1 + (seed % 2),
        gains: [0, 40],
        wishes: true,
      });
      const required = market.capacity.map((seats, j) => (seats > 1 && j % 3 === 0 ? 1 : 0));
      const minimum = market.capacity.map((seats) => Math.min(2, seats));
      const plan = solveRichMarket({ ...market, required: Uint8Array.from(required), minimum }, objective);
      if (plan.isFeasible) expect(plan.certificate.flaw, `seed ${seed}`).toBeNull();
    }
  });
});

describe('fair', () => {
  it('is never worse off for one more seat or one more pair, judged by its own order', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const market = randomMarket(seed, {
        requests: 20,
        offers: 10,
        density: 0.5,
        maxCapacity: 2,
        gains: [0, 30],
      });
      const before = solveRichMarket(market, 'fair');
      const capacity = market.capacity.with(seed % 10, market.capacity[seed % 10]! + 1);
      const after = solveRichMarket({ ...market, capacity }, 'fair');
      if (!before.isFeasible || !after.isFeasible) throw new Error('both have plans');
      const worth = (taken: Int32Array) => planValue(market, 'fair', taken);
      expect(compareValues(worth(after.taken), worth(before.taken))).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('a solve under way', () => {
  it.each([
    ['served', 1],
    ['greedy', 1],
    ['fair', 1],
    ['fair-seats', 1],
    ['fair-seats', 40],
    ['generous', 40],
  ] as const)('%s ends with what the pause throws, at pause %i', (objective, at) => {
    const market = randomMarket(3, { requests: 60, offers: 30, density: 0.5, maxCapacity: 2, maxSeats: 2 });
    let pauses = 0;
    const pause = () => {
      if (++pauses === at) throw new SolveCancelled();
    };
    expect(() => solveRichMarket(market, objective, 'requests', pause)).toThrow(SolveCancelled);
  });
});
