/** The table kernel against shortest paths on random tables, and where it hands over to others. */
import { expect, test } from 'vitest';
import { assignMostServed } from './assign.ts';
import { verifyAssignment } from './certificate.ts';
import { withKernel } from './kernel.ts';
import type { SparseMarket } from './sparse-market.ts';
import { marketOfTable, seededNumbers } from './testing/markets.ts';

interface Shape {
  readonly requests: number;
  readonly offers: number;
  readonly seats: number;
  readonly listed: number;
  readonly highest: number;
  readonly slotStep: number;
}

function randomTable(seed: number, shape: Shape): SparseMarket {
  const random = seededNumbers(seed);
  const table = Array.from({ length: shape.requests }, () =>
    Array.from({ length: shape.offers }, () =>
      random() < shape.listed ? Math.floor(random() * (shape.highest + 1)) : null,
    ),
  );
  const capacity = Array.from({ length: shape.offers }, () => Math.floor(random() * (shape.seats + 1)));
  return marketOfTable(table, capacity, shape.slotStep);
}

test.each([
  ['as many seats as requests', { requests: 40, offers: 40, seats: 1, listed: 1, highest: 1000 }],
  ['seats to spare', { requests: 30, offers: 40, seats: 3, listed: 0.8, highest: 1000 }],
  ['a contest', { requests: 60, offers: 20, seats: 3, listed: 1, highest: 1000 }],
  ['a contest with gaps', { requests: 60, offers: 20, seats: 4, listed: 0.6, highest: 30 }],
  ['many ties', { requests: 50, offers: 30, seats: 3, listed: 0.9, highest: 3 }],
  ['all equal', { requests: 50, offers: 50, seats: 2, listed: 1, highest: 0 }],
  [
    'small scores and seats that cost',
    { requests: 40, offers: 25, seats: 4, listed: 0.9, highest: 50, slotStep: 9 },
  ],
  [
    'more seats at an offer than requests',
    { requests: 8, offers: 5, seats: 40, listed: 0.9, highest: 50, slotStep: 4 },
  ],
])('%s: the optimum of shortest paths, proved', { timeout: 30_000 }, (_name, shape) => {
  for (let seed = 1; seed <= 40; seed++) {
    const market = randomTable(seed, { slotStep: 0, ...shape });
    const plan = assignMostServed(market, { kernel: 'dense' });
    const other = assignMostServed(market, { kernel: 'paths' });
    expect([plan.served, plan.score]).toEqual([other.served, other.score]);
    expect(verifyAssignment(market, plan).faults).toEqual([]);
    expect(plan.kernels).not.toContain('auction');
  }
});

test('one seat for everybody: every square table up to 3 × 3 of scores 0, 1, 2', { timeout: 30_000 }, () => {
  for (let code = 0; code < 3 ** 9; code++) {
    const digit = (k: number) => Math.floor(code / 3 ** k) % 3;
    const market = marketOfTable(
      [0, 3, 6].map((row) => [0, 1, 2].map((k) => digit(row + k))),
      [1, 1, 1],
    );
    const plan = assignMostServed(market, { kernel: 'dense' });
    expect(verifyAssignment(market, plan).ok).toBe(true);
  }
});

test('every 2 × 3 table of scores 0, 1, 2 with 0, 1 or 2 seats an offer', { timeout: 60_000 }, () => {
  for (let code = 0; code < 3 ** 9; code++) {
    const digit = (k: number) => Math.floor(code / 3 ** k) % 3;
    const market = marketOfTable(
      [0, 3].map((row) => [0, 1, 2].map((k) => digit(row + k))),
      [6, 7, 8].map(digit),
    );
    const plan = assignMostServed(market, { kernel: 'dense' });
    expect(verifyAssignment(market, plan).ok).toBe(true);
  }
});

test('every pair allowed, but the last offer has no seats', () => {
  const market = marketOfTable(
    [
      [0, 1, 3, 0, 2, 1],
      [3, 0, 0, 0, 0, 2],
    ],
    [1, 1, 1, 1, 1, 0],
  );
  const plan = assignMostServed(market);
  expect(plan.score).toBe(6);
  expect(verifyAssignment(market, plan).faults).toEqual([]);
});

function overTable(market: SparseMarket) {
  return withKernel(market, {}, (kernel) => {
    const requests = Int32Array.from({ length: market.requests }, (_, i) => i);
    kernel.openContest({ requests, closed: new Uint8Array(market.offers), stayingOut: 'never' });
    return kernel.dense();
  });
}

test('leaves sparse markets, large scores and large tables to the others', () => {
  const sparse = randomTable(1, { requests: 40, offers: 40, seats: 1, listed: 0.1, highest: 9, slotStep: 0 });
  expect(overTable(sparse)).toBe('no table');
  const dense = randomTable(2, { requests: 9, offers: 9, seats: 5, listed: 0.8, highest: 9, slotStep: 0 });
  const large = { ...dense, score: dense.score.map((score) => score * 2 ** 27) };
  expect(overTable(large)).toBe('no table');
  const many = { ...dense, capacity: dense.capacity.map(() => 2 ** 30) };
  expect(overTable(many)).not.toBe('no table');
});

test('gives up on a large table of many ties, and the plan is proved all the same', () => {
  const market = randomTable(3, { requests: 400, offers: 400, seats: 1, listed: 1, highest: 4, slotStep: 0 });
  const open = { ...market, capacity: market.capacity.map(() => 1) };
  const plan = assignMostServed(open);
  expect(verifyAssignment(open, plan).faults).toEqual([]);
});
