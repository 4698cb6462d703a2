import { describe, expect, it } from 'vitest';
import { OBJECTIVES } from '../solver/objectives/rich-market.ts';
import { drawFrom } from '../solver/objectives/testing/random-market.ts';
import { solveMarketFile } from './solve-market-file.ts';

interface Draft {
  requests: { id: string; seats: number; priority: number }[];
  offers: { id: string; capacity: number; min?: number }[];
  pairs: [string, string, number][];
  wishes: Record<string, string[]>;
  offerWishes: Record<string, string[]>;
  loadStep: number;
}

function draft(seed: number): Draft {
  const draw = drawFrom(seed);
  const upTo = (n: number) => Math.floor(draw() * (n + 1));
  const market: Draft = {
    requests: [],
    offers: [],
    pairs: [],
    wishes: {},
    offerWishes: {},
    loadStep: upTo(1) / 4,
  };
  for (let i = 0; i < 12; i++) market.requests.push({ id: `r${i}`, seats: 1, priority: upTo(1) });
  for (let j = 0; j < 6; j++)
    market.offers.push({ id: `o${j}`, capacity: upTo(3), min: seed % 4 === 0 ? upTo(2) : 0 });
  for (const { id } of market.requests) {
    const met = market.offers.filter(() => draw() < 0.5).map((offer) => offer.id);
    for (const offer of met) market.pairs.push([id, offer, upTo(20) / 4]);
    market.wishes[id] = met.filter(() => draw() < 0.7).sort(() => draw() - 0.5);
  }
  return market;
}

const solve = (market: Draft, objective: (typeof OBJECTIVES)[number], seed = 1) =>
  solveMarketFile(JSON.stringify(market), { objective, seed, isOfferOptimal: false, withPrices: false });

const SEEDS = Array.from({ length: 40 }, (_, k) => k + 1);

describe.each(OBJECTIVES)('laws of %s', (objective) => {
  it('shuffling the rows gives the very same result', () => {
    for (const seed of SEEDS) {
      const market = draft(seed);
      const draw = drawFrom(seed + 1000);
      const mix = <T>(rows: T[]): T[] =>
        rows
          .map((row) => ({ row, at: draw() }))
          .sort((a, b) => a.at - b.at)
          .map(({ row }) => row);
      const mixed: Draft = {
        ...market,
        requests: mix(market.requests),
        offers: mix(market.offers),
        pairs: mix(market.pairs),
        wishes: Object.fromEntries(mix(Object.entries(market.wishes))),
      };
      expect(solve(mixed, objective)).toEqual(solve(market, objective));
    }
  });

  it('every plan is proved', () => {
    for (const seed of SEEDS) {
      const result = solve(draft(seed), objective);
      expect(result.status).toBe('optimal');
      expect(result.certificate?.ok).toBe(true);
    }
  });

  it('forbidding a pair that is not used changes no pairing', () => {
    for (const seed of SEEDS) {
      const market = draft(seed);
      const before = solve(market, objective);
      const used = new Set(before.pairings.map(([request, offer]) => `${request} ${offer}`));
      const unused = market.pairs.findIndex(([request, offer]) => !used.has(`${request} ${offer}`));
      if (unused < 0) continue;
      const less = { ...market, pairs: market.pairs.filter((_, k) => k !== unused) };
      expect(solve(less, objective).pairings, `seed ${seed}`).toEqual(before.pairings);
    }
  });

  it('fits multiplied by a constant change no pairing', () => {
    for (const seed of SEEDS) {
      const market = draft(seed);
      const scaled: Draft = {
        ...market,
        pairs: market.pairs.map(([request, offer, fit]) => [request, offer, fit * 8]),
        loadStep: market.loadStep * 8,
      };
      const pairs = (result: ReturnType<typeof solve>) =>
        result.pairings.map(([request, offer]) => [request, offer]);
      expect(pairs(solve(scaled, objective))).toEqual(pairs(solve(market, objective)));
    }
  });
});

describe('laws of most served', () => {
  it('one more seat never serves fewer', () => {
    for (const seed of SEEDS.filter((k) => k % 4 !== 0)) {
      const market = draft(seed);
      for (const objective of ['served', 'fair', 'greedy', 'generous', 'rank-sum'] as const) {
        const before = solve(market, objective);
        const more = structuredClone(market);
        more.offers[seed % 6]!.capacity++;
        expect(solve(more, objective).assignments).toBeGreaterThanOrEqual(before.assignments);
      }
    }
  });

  it('a constant added to every fit changes no pairing', () => {
    for (const seed of SEEDS) {
      const market = draft(seed);
      const shifted = {
        ...market,
        pairs: market.pairs.map(([r, o, fit]): [string, string, number] => [r, o, fit + 3]),
      };
      const pairs = (result: ReturnType<typeof solve>) =>
        result.pairings.map(([request, offer]) => [request, offer]);
      expect(pairs(solve(shifted, 'served'))).toEqual(pairs(solve(market, 'served')));
    }
  });

  it('another seed may choose another plan, never a worse one', () => {
    const market = draft(3);
    for (const pair of market.pairs) pair[2] = 1;
    const plans = Array.from({ length: 12 }, (_, seed) => solve(market, 'served', seed));
    expect(new Set(plans.map((plan) => plan.total.digits)).size).toBe(1);
    expect(new Set(plans.map((plan) => JSON.stringify(plan.pairings))).size).toBeGreaterThan(1);
    expect(solve(market, 'served', 5)).toEqual(solve(market, 'served', 5));
  });
});
