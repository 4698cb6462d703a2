import { describe, expect, it } from 'vitest';
import { liftSeveralSeats } from './lift-several-seats.ts';
import { mostRequestsServed } from './most-requests.ts';
import { compareValues, planValue } from './plan-value.ts';
import { everyPlan } from './testing/every-plan.ts';
import { randomMarket } from './testing/random-market.ts';

const several = (seed: number) =>
  randomMarket(seed, {
    requests: 2 + (seed % 4),
    offers: 2 + (seed % 3),
    density: 0.7,
    maxSeats: 3,
    maxCapacity: 2,
    owners: seed % 3,
    fixed: seed % 2,
    gains: [0, 9],
  });

describe('fair totals of requests with several seats', () => {
  it('as many requests as can be served at once are counted', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const market = several(seed);
      if (market.pairRequest.length > 12) continue;
      let most = -1;
      everyPlan(market, (taken) => {
        most = Math.max(most, new Set(taken.map((pair) => market.pairRequest[pair])).size);
      });
      if (most >= 0) expect(mostRequestsServed(market), `seed ${seed}`).toBe(most);
    }
  });

  it('no plan exceeds the bound that a pool too large for the search comes back with', () => {
    let open = 0;
    for (let seed = 1; seed <= 6; seed++) {
      const market = randomMarket(seed, {
        requests: 90,
        offers: 20,
        density: 0.3,
        maxSeats: 3,
        maxCapacity: 2,
        gains: [1, 50],
      });
      const { best, bound, isProved } = liftSeveralSeats(market);
      if (best === null || bound === null) throw new Error('a plan exists');
      const value = planValue(market, 'fair', best);
      expect(compareValues(bound, value)).toBeGreaterThanOrEqual(0);
      if (isProved) continue;
      open++;
      const left = 90 - mostRequestsServed(market);
      expect(bound.slice(1, 1 + left).every((term) => term === 0n)).toBe(true);
    }
    expect(open).toBeGreaterThan(0);
  });
});
