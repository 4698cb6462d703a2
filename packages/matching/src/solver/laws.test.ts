/** What must hold of every solver whatever it does inside. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignBestTotal, assignMostServed } from './assign.ts';
import { SolveCancelled } from './assignment.ts';
import { verifyAssignment } from './certificate.ts';
import type { SparseMarket } from './sparse-market.ts';
import { anyMarket, marketOfTable, seededMarket } from './testing/markets.ts';

const shape = { requests: 9, offers: 7, lowest: 0, highest: 15, capacity: 3, slotStep: 3 };

function tableOf(market: SparseMarket): (number | null)[][] {
  return Array.from({ length: market.requests }, (_, i) => {
    const row = new Array<number | null>(market.offers).fill(null);
    for (let e = market.rowStart[i]!; e < market.rowStart[i + 1]!; e++)
      row[market.column[e]!] = market.score[e]!;
    return row;
  });
}

describe('most served first', () => {
  test('shuffling requests and offers changes no total', () => {
    fc.assert(
      fc.property(anyMarket(shape), (market) => {
        const rows = tableOf(market).reverse();
        const capacity = [...market.capacity].reverse();
        const shuffled = marketOfTable(
          rows.map((row) => row.reverse()),
          capacity,
          market.slotStep,
        );
        const plan = assignMostServed(market);
        const other = assignMostServed(shuffled);
        expect([other.served, other.score]).toEqual([plan.served, plan.score]);
      }),
      { numRuns: 500 },
    );
  });

  test('one more seat never serves fewer, nor scores less for as many', () => {
    fc.assert(
      fc.property(anyMarket(shape), fc.nat(), (market, at) => {
        if (market.offers === 0) return;
        const j = at % market.offers;
        const plan = assignMostServed(market);
        const roomier = assignMostServed({
          ...market,
          capacity: market.capacity.with(j, market.capacity[j]! + 1),
        });
        expect(roomier.served).toBeGreaterThanOrEqual(plan.served);
        if (roomier.served === plan.served) expect(roomier.score).toBeGreaterThanOrEqual(plan.score);
      }),
      { numRuns: 500 },
    );
  });

  test('forbidding a pair that is not used changes nothing', () => {
    fc.assert(
      fc.property(anyMarket(shape), fc.nat(), (market, at) => {
        const plan = assignMostServed(market);
        const table = tableOf(market);
        const unused = table.flatMap((row, i) =>
          row.flatMap((value, j) => (value !== null && plan.mate[i] !== j ? [[i, j] as const] : [])),
        );
        if (unused.length === 0) return;
        const [i, j] = unused[at % unused.length]!;
        table[i]![j] = null;
        const other = assignMostServed(marketOfTable(table, [...market.capacity], market.slotStep));
        expect([other.served, other.score]).toEqual([plan.served, plan.score]);
      }),
      { numRuns: 500 },
    );
  });

  test('a constant on every score adds itself once for everybody served', () => {
    fc.assert(
      fc.property(anyMarket(shape), fc.integer({ min: -50, max: 50 }), (market, by) => {
        const plan = assignMostServed(market);
        const other = assignMostServed({ ...market, score: market.score.map((value) => value + by) });
        expect([other.served, other.score]).toEqual([plan.served, plan.score + by * plan.served]);
      }),
      { numRuns: 500 },
    );
  });
});

test('the kernels agree, and prove it, on 60 markets of a few hundred people', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const market = seededMarket(seed, {
      requests: 100 + 5 * seed,
      offers: 40 + seed,
      perRow: 4 + (seed % 9),
      lowest: seed % 5 === 0 ? -40 : 0,
      highest: [1, 12, 1000, 1_000_000][seed % 4]!,
      capacity: 1 + (seed % 6),
      slotStep: seed % 7 === 0 ? 5 : 0,
    });
    for (const solve of [assignMostServed, assignBestTotal]) {
      const plan = solve(market);
      const byPaths = solve(market, { kernel: 'paths' });
      const byAuction = solve(market, { kernel: 'auction' });
      expect(byAuction.score).toBe(byPaths.score);
      expect(plan.score).toBe(byPaths.score);
      for (const each of [plan, byPaths, byAuction])
        expect(verifyAssignment(market, each).faults).toEqual([]);
    }
  }
});

test('scores near the limits of exact numbers stay exact', () => {
  const high = 2_000_000_000;
  const market = marketOfTable(
    [
      [high, high - 1, null],
      [high - 1, high - 3, high - 9],
      [high - 2, null, null],
      [high - 5, high - 5, null],
    ],
    [1, 1, 1],
  );
  const plan = assignMostServed(market);
  expect([plan.served, plan.score]).toEqual([3, 3 * high - 12]);
  expect(verifyAssignment(market, plan).faults).toEqual([]);
});

describe('a solve', () => {
  const market = seededMarket(1, { ...shape, requests: 400, offers: 60, perRow: 6 });

  test('stops when asked to', () => {
    expect(() => assignMostServed(market, { isCancelled: () => true })).toThrow(SolveCancelled);
  });

  test('says how far it is', () => {
    const stages = new Set<string>();
    assignMostServed(market, { onProgress: ({ stage }) => stages.add(stage) });
    expect(stages.size).toBeGreaterThan(0);
  });

  test('refuses a malformed market by name', () => {
    expect(() => assignMostServed({ ...market, capacity: market.capacity.with(3, -1) })).toThrow(
      'capacity[3]',
    );
    expect(() => assignMostServed({ ...market, column: market.column.with(0, 9999) })).toThrow('column[0]');
  });
});
