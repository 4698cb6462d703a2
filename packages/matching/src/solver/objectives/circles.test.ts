import { describe, expect, it } from 'vitest';
import { boundByPrices } from './certificate-circles.ts';
import { findSearchFlaw } from './certificate-search.ts';
import { chooseOpenOffers } from './choose-open-offers.ts';
import { planValue } from './plan-value.ts';
import type { RichMarket } from './rich-market.ts';
import { everyPlan } from './testing/every-plan.ts';
import { drawFrom, randomMarket } from './testing/random-market.ts';

const small = (seed: number): RichMarket =>
  randomMarket(seed, {
    requests: 2 + (seed % 4),
    offers: 2 + (seed % 3),
    density: 0.75,
    maxSeats: 1 + (seed % 2),
    maxCapacity: 4,
    minimums: true,
    priorities: 1 + (seed % 3),
    fixed: seed % 3 === 0 ? 1 : 0,
    gains: [-3, 6],
    loadStep: seed % 3,
    wishes: true,
  });

describe.each(['served', 'total', 'rank-sum'] as const)('a bound by prices, %s', (objective) => {
  it('is exceeded by no plan, whatever the prices', () => {
    let checked = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const market = small(seed);
      if (market.pairRequest.length > 12) continue;
      const draw = drawFrom(seed);
      const scale = 1 + Math.floor(draw() * 8);
      const request = Float64Array.from({ length: market.requests }, () =>
        Math.round((draw() * 14 - 5) * scale),
      );
      const open = new Int8Array(market.offers);
      for (let j = 0; j < market.offers; j++) if (market.required[j] === 1) open[j] = 1;
      everyPlan(market, (taken) => {
        const value = planValue(market, objective, Int32Array.from(taken));
        const bound = boundByPrices(market, objective, open, value, { scale, request });
        if (bound === null) throw new Error('a plan exists');
        expect(bound, `seed ${seed}`).toBeGreaterThanOrEqual(BigInt(value.at(-1)!));
        checked++;
      });
    }
    expect(checked).toBeGreaterThan(1000);
  });

  it('counts the smallest price', () => {
    const one = { ...randomMarket(1, { requests: 1, offers: 1, density: 1 }), gain: Float64Array.of(1) };
    const market = { ...one, capacity: Int32Array.of(1), requestRank: Int32Array.of(1) };
    const value = planValue(market, objective, Int32Array.of(0));
    const prices = { scale: 1, request: Float64Array.of(objective === 'rank-sum' ? -1 : 1) };
    expect(boundByPrices(market, objective, new Int8Array(1), value, prices)).toBe(BigInt(value.at(-1)!));
  });

  it('is refused where prices are no integers or do not fit', () => {
    const market = small(4);
    const open = new Int8Array(market.offers);
    const value = planValue(market, objective, market.fixed);
    const request = new Float64Array(market.requests);
    const bound = (prices: { scale: number; request: Float64Array }) =>
      boundByPrices(market, objective, open, value, prices);
    expect(bound({ scale: 1, request: request.with(0, 0.5) })).toBeNull();
    expect(bound({ scale: 0, request })).toBeNull();
    expect(bound({ scale: 1, request: request.slice(1) })).toBeNull();
    expect(bound({ scale: 1, request: request.with(0, 2 ** 40) })).toBeNull();
  });
});

describe('circles of four to six', () => {
  it.each([
    [60, 18, 0.4],
    [40, 14, 0.5],
    [30, 12, 0.8],
  ])('%i people, %i circles: proved best, and not without the prices', (requests, offers, density) => {
    for (const objective of ['served', 'total'] as const) {
      const plain = randomMarket(requests, { requests, offers, density, gains: [0, 100] });
      const market = {
        ...plain,
        capacity: new Int32Array(offers).fill(6),
        minimum: new Int32Array(offers).fill(4),
      };
      const { best, leaves, isProved, bound } = chooseOpenOffers(market, objective);
      if (best === null) throw new Error('an empty plan exists');
      expect(isProved).toBe(true);
      expect(bound).toEqual(planValue(market, objective, best.taken));
      expect(findSearchFlaw(market, objective, best.taken, leaves)).toBeNull();
      const unpriced = leaves.map((leaf) => ({ ...leaf, prices: null }));
      expect(findSearchFlaw(market, objective, best.taken, unpriced)).not.toBeNull();
    }
  });

  it('where the work allowed runs out, the bound is no lower than the best plan', () => {
    const plain = randomMarket(9, { requests: 60, offers: 30, density: 0.5, gains: [0, 1000] });
    const market = { ...plain, capacity: new Int32Array(30).fill(6), minimum: new Int32Array(30).fill(5) };
    const cut = chooseOpenOffers(market, 'total', 1);
    const whole = chooseOpenOffers(market, 'total');
    if (cut.best === null || whole.best === null) throw new Error('an empty plan exists');
    const total = (plan: typeof cut.best) => planValue(market, 'total', plan!.taken)[0]!;
    expect(cut.bound![0]! >= total(whole.best)).toBe(true);
    expect(total(whole.best) >= total(cut.best)).toBe(true);
  });
});
