import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withKernel } from './kernel.ts';
import type { SparseMarket } from './sparse-market.ts';
import { splitMarket } from './split-market.ts';
import { answerExhaustively } from './testing/brute-force.ts';
import { anyMarket, marketOfTable, seededNumbers } from './testing/markets.ts';

/** Both answers of the kernel, for markets in which not every pair is allowed too. */
function serveMost(market: SparseMarket) {
  return withKernel(market, {}, (kernel) => {
    const { mate } = kernel.serveMost();
    return { ...splitMarket(kernel), mate, served: mate.filter((j) => j >= 0).length };
  });
}

const shape = { requests: 6, offers: 6, lowest: 0, highest: 3, capacity: 3, slotStep: 0 };

test('serves as many as exhaustive search, within capacities', () => {
  fc.assert(
    fc.property(anyMarket(shape), (market) => {
      const split = serveMost(market);
      expect(split.served).toBe(answerExhaustively(market).mostServed);
      expect(market.requests - split.surplus).toBe(split.served);
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
  expect([...split.contestedRequests]).toEqual([0, 1]);
  expect([...split.restRequests]).toEqual([2]);
});

/** Requests i with offers i and i + 1, then requests that only want offers near the start. */
function chainMarket(length: number, late: readonly number[], lastSeats: number): SparseMarket {
  const table = [...Array(length).keys()].map((i) => [i, i + 1]);
  const rows = [...table, ...late.map((j) => [j])];
  const rowStart = [0];
  for (const row of rows) rowStart.push(rowStart[rowStart.length - 1]! + row.length);
  const column = Int32Array.from(rows.flat());
  return {
    requests: rows.length,
    offers: length + 1,
    capacity: new Int32Array(length + 1).fill(1).with(length, lastSeats),
    rowStart: Int32Array.from(rowStart),
    column,
    score: new Int32Array(column.length),
    slotStep: 0,
  };
}

test('finds the way out at the end of a long chain, once per free seat', () => {
  for (const length of [20, 500]) {
    for (const lastSeats of [0, 1, 2, 3]) {
      const market = chainMarket(length, [0, 0, 3], lastSeats);
      const split = serveMost(market);
      expect(split.served).toBe(length + Math.min(1, lastSeats));
      const contested = split.contestedOffer.reduce((sum, one) => sum + one, 0);
      expect(contested).toBe(lastSeats === 0 ? length + 1 : 4);
      const taken = new Set(split.mate.filter((j) => j >= 0));
      expect(taken.size).toBe(split.served);
    }
  }
});

/** Without the split: shortest paths over the whole market, with a bonus for everybody served. */
function servedByPaths(market: SparseMarket): number {
  return withKernel(market, {}, (kernel) => {
    const requests = Int32Array.from({ length: market.requests }, (_, i) => i);
    kernel.openContest({ requests, closed: new Uint8Array(market.offers), stayingOut: 'free' });
    return kernel.paths(1000)!.mate.filter((j) => j >= 0).length;
  });
}

/** Offers in a row; each request wants two or three neighbors, early requests near the front. */
function corridorMarket(seed: number, length: number, seats: number, requests: number): SparseMarket {
  const random = seededNumbers(seed);
  const table = Array.from({ length: requests }, (_, i) => {
    const row = new Array<number | null>(length).fill(null);
    const at = Math.floor((i < length * seats * 0.9 ? random() : random() ** 3) * length);
    row[at] = 0;
    row[Math.min(length - 1, at + 1)] = 0;
    if (random() < 0.2) row[Math.max(0, at - 1 - Math.floor(5 * random()))] = 0;
    return row;
  });
  return marketOfTable(table, new Array<number>(length).fill(seats));
}

test('agrees with shortest paths where free seats are far away', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const seats = 1 + (seed % 4);
    const market = corridorMarket(seed, 60, seats, 60 * seats - (seed % 5));
    expect(serveMost(market).served).toBe(servedByPaths(market));
  }
});

/**
 * Offers in a line, each request content with a few neighbors, seats to spare only towards the end: labels rise
 * to the limit before anybody is pushed that far, so that searches have to finish.
 */
function lineMarket(seed: number): SparseMarket {
  const random = seededNumbers(seed);
  const length = 20 + Math.floor(random() * 60);
  const reach = 1 + Math.floor(random() * 4);
  const seats = 1 + Math.floor(random() * 2);
  const capacity = Array.from({ length }, (_, j) =>
    j < length * 0.7 ? seats : seats + Math.floor(random() * 3),
  );
  const requests = capacity.reduce((sum, one) => sum + one, 0) + Math.floor(random() * 8) - 3;
  const table = Array.from({ length: requests }, () => {
    const row = new Array<number | null>(length).fill(null);
    const at = Math.floor(random() ** (0.8 + 0.6 * random()) * length);
    for (let step = 0; step <= reach; step++) row[Math.min(length - 1, at + step)] = 0;
    return row;
  });
  return marketOfTable(table, capacity);
}

test('searches that end at the same offer each get a seat of their own', () => {
  for (const seed of [179, 180, 995, 1193, 1467, 1496, 1509, 1742, 1746, 1824]) {
    const market = lineMarket(seed);
    const split = serveMost(market);
    for (let j = 0; j < market.offers; j++) {
      expect(split.mate.filter((offer) => offer === j).length).toBeLessThanOrEqual(market.capacity[j]!);
    }
    expect(split.served).toBe(servedByPaths(market));
  }
});
