import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerExhaustively } from '../testing/brute-force.ts';
import { anyMarket, marketOfTable } from '../testing/markets.ts';
import { serveMost } from './serve-most.ts';

const shape = { requests: 6, offers: 6, lowest: 0, highest: 3, capacity: 3, slotStep: 0 };

test('serves as many as exhaustive search, within capacities', () => {
  fc.assert(
    fc.property(anyMarket(shape), (market) => {
      const split = serveMost(market);
      expect(split.served).toBe(answerExhaustively(market).mostServed);
      const load = new Int32Array(market.offers);
      for (const [i, j] of split.mate.entries()) {
        if (j < 0) continue;
        load[j] = load[j]! + 1;
        const row = market.column.subarray(market.rowStart[i], market.rowStart[i + 1]);
        expect(row.includes(j)).toBe(true);
      }
      expect(load.every((seats, j) => seats <= market.capacity[j]!)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('one seat more at a contested offer that has pairs serves one more, elsewhere nobody', () => {
  fc.assert(
    fc.property(anyMarket(shape), fc.nat(), (market, at) => {
      if (market.offers === 0) return;
      const split = serveMost(market);
      const j = at % market.offers;
      if (market.capacity[j] === 0) return;
      const capacity = market.capacity.with(j, market.capacity[j]! + 1);
      expect(serveMost({ ...market, capacity }).served - split.served).toBe(split.contestedOffer[j]);
    }),
    { numRuns: 1000 },
  );
});

test('contested requests have pairs with contested offers only, and those are full', () => {
  const market = marketOfTable(
    [
      [1, null],
      [1, null],
      [1, 1],
    ],
    [1, 2],
  );
  const split = serveMost(market);
  expect(split.served).toBe(2);
  expect([...split.contestedOffer]).toEqual([1, 0]);
  expect([...split.contestedRequest]).toEqual([1, 1, 0]);
});

test('finds the one way out at the end of a long chain', () => {
  const length = 3000;
  const rows = Array.from({ length }, (_, i) => [Math.max(0, i - 1), i]);
  const market = {
    requests: length,
    offers: length,
    capacity: new Int32Array(length).fill(1),
    rowStart: Int32Array.from({ length: length + 1 }, (_, i) => Math.max(0, 2 * i - 1)),
    column: Int32Array.from(rows.flatMap(([a, b]) => (a === b ? [a!] : [a!, b!]))),
    score: new Int32Array(2 * length - 1),
    slotStep: 0,
  };
  expect(serveMost(market).served).toBe(length);
});
