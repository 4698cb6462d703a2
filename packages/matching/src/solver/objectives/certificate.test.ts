import { describe, expect, it } from 'vitest';
import { findFlaw } from './certificate.ts';
import { findSearchFlaw } from './certificate-search.ts';
import { blockingPairs } from './certificate-stable.ts';
import { chooseOpenOffers } from './choose-open-offers.ts';
import type { RichMarket } from './rich-market.ts';
import { everyPlan, naiveIsStable, naiveWorth } from './testing/every-plan.ts';
import { randomMarket } from './testing/random-market.ts';

const FLOW = ['served', 'total', 'fair', 'fair-seats', 'greedy', 'generous', 'rank-sum'] as const;

const small = (seed: number, maxSeats = 1) =>
  randomMarket(seed, {
    maxSeats,
    requests: 2 + (seed % 4),
    offers: 2 + (seed % 3),
    density: 0.7,
    maxCapacity: 2,
    priorities: 2,
    owners: seed % 3,
    gains: [-2, 6],
    loadStep: seed % 2,
    wishes: true,
  });

describe.each(FLOW)('the proof of %s', (objective) => {
  it('holds for exactly the plans that are best', () => {
    let refused = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const market = small(seed, objective === 'fair' ? 1 : 1 + (seed % 2));
      const { best, leaves } = chooseOpenOffers(market, objective);
      if (best === null) throw new Error('a plan exists');
      const { choice, plan } = leaves[0]!;
      const worth = naiveWorth(market, objective, [...best.taken]).join();
      everyPlan(market, (taken) => {
        const flaw = findFlaw(market, { objective, choice, ...plan, taken: Int32Array.from(taken) });
        const isBest = naiveWorth(market, objective, taken).join() === worth;
        expect(flaw === null, `seed ${seed} ${taken.join()}: ${flaw}`).toBe(isBest);
        if (!isBest) refused++;
      });
    }
    expect(refused).toBeGreaterThan(1000);
  });

  it('does not hold with a level missing, doubled or priced otherwise', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const market = small(seed);
      const { choice, plan } = chooseOpenOffers(market, objective).leaves[0]!;
      const check = (proofs: typeof plan.proofs) => findFlaw(market, { objective, choice, ...plan, proofs });
      expect(check(plan.proofs)).toBeNull();
      expect(check(plan.proofs.slice(1))).not.toBeNull();
      expect(check([plan.proofs[0]!, ...plan.proofs])).not.toBeNull();
      const short = plan.proofs.map((proof) => ({
        ...proof,
        prices: proof.prices.slice(1) as Float64Array,
      }));
      expect(check(short)).not.toBeNull();
      if (plan.taken.length === 0) continue;
      const shifted = plan.proofs.map(({ prices, ...proof }, k) => ({
        ...proof,
        prices:
          k === 0
            ? Float64Array.from(prices as Float64Array, (price, node) => (node === 0 ? price + 1000 : price))
            : prices,
      }));
      expect(check(shifted)).not.toBeNull();
    }
  });
});

describe('single units', () => {
  const prove = (market: RichMarket, prices: readonly number[], taken: readonly number[]) =>
    findFlaw(market, {
      objective: 'total',
      choice: new Int8Array(market.offers),
      taken: Int32Array.from(taken),
      isFeasible: true,
      proofs: [{ level: { kind: 'total' }, nodes: null, prices: Float64Array.from(prices) }],
    });

  it('a seat that costs more than it brings should be free', () => {
    const plain = randomMarket(1, { requests: 2, offers: 2, density: 1 });
    const market = {
      ...plain,
      capacity: Int32Array.of(2, 2),
      gain: Float64Array.of(5, 5, 5, 5),
      loadStep: 1,
    };
    const prices = [0, 5, 5, 0, 0];
    expect(prove(market, prices, [0, 3])).toBeNull();
    expect(prove(market, prices, [0, 2])).toContain('seat 1 of offer 0 should be free');
  });

  it('an owner through whom nothing pays should have nobody', () => {
    const plain = randomMarket(1, { requests: 1, offers: 1, density: 1 });
    const market: RichMarket = {
      ...plain,
      owners: 1,
      owner: Int32Array.of(0),
      ownerCapacity: Int32Array.of(1),
      capacity: Int32Array.of(1),
      gain: Float64Array.of(-5),
    };
    const prices = [0, 0, 5, 5];
    expect(prove(market, prices, [])).toBeNull();
    expect(prove(market, prices, [0])).toContain('owner 0 should have nobody');
  });
});

describe('the proof of a search', () => {
  it('needs every leaf, and the best plan', () => {
    let searched = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const market = randomMarket(seed, {
        requests: 5,
        offers: 4,
        density: 0.7,
        maxCapacity: 4,
        minimums: true,
      });
      const { best, leaves } = chooseOpenOffers(market, 'served');
      if (best === null || leaves.length < 2) continue;
      searched++;
      expect(findSearchFlaw(market, 'served', best.taken, leaves)).toBeNull();
      expect(findSearchFlaw(market, 'served', best.taken, leaves.slice(1))).not.toBeNull();
      expect(findSearchFlaw(market, 'served', best.taken, [leaves[0]!, ...leaves])).not.toBeNull();
      const worth = naiveWorth(market, 'served', [...best.taken]).join();
      everyPlan(market, (taken) => {
        const flaw = findSearchFlaw(market, 'served', Int32Array.from(taken), leaves);
        expect(flaw === null).toBe(naiveWorth(market, 'served', taken).join() === worth);
      });
    }
    expect(searched).toBeGreaterThan(10);
  });

  it('refuses plans that fill an offer in part', () => {
    const market = { ...small(5), minimum: new Int32Array(small(5).offers).fill(2) };
    const free = chooseOpenOffers(small(5), 'served').best!;
    const strict = chooseOpenOffers(market, 'served');
    expect(findSearchFlaw(market, 'served', free.taken, strict.leaves)).not.toBeNull();
  });
});

describe('blocking pairs', () => {
  it('are found in exactly the plans that are not stable', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const market = randomMarket(seed, {
        requests: 3,
        offers: 3,
        density: 0.9,
        maxCapacity: 2,
        maxSeats: 2,
        wishes: seed % 2 === 0,
      });
      const closed = new Uint8Array(3);
      everyPlan(market, (taken) => {
        expect(blockingPairs(market, Int32Array.from(taken), closed).length === 0).toBe(
          naiveIsStable(market, taken),
        );
      });
    }
  });
});
