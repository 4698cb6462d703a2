/** The door to the kernels: what is refused, what is told on the way, and that one solve leaves nothing behind for the next. */
import { expect, test } from 'vitest';
import { assignMostServed } from './assign.ts';
import { SolveCancelled, type SolveProgress } from './assignment.ts';
import { verifyAssignment } from './certificate.ts';
import type { SparseMarket } from './sparse-market.ts';
import { marketOfTable, seededNumbers } from './testing/markets.ts';

/** Every request may have about a third of the offers, one seat each. */
function someMarket(seed: number, requests: number, offers: number): SparseMarket {
  const random = seededNumbers(seed);
  const table = Array.from({ length: requests }, () =>
    Array.from({ length: offers }, () => (random() < 0.3 ? Math.floor(random() * 1000) : null)),
  );
  return marketOfTable(table, new Array<number>(offers).fill(1));
}

test('malformed markets are refused with field and place, and the next one is solved', () => {
  const market = someMarket(1, 12, 9);
  const backwards = { ...market, column: market.column.toReversed() };
  expect(() => assignMostServed(backwards)).toThrow(/^column\[\d+\]: offer \d+ after \d+/);
  const beyond = { ...market, offers: 8, capacity: market.capacity.slice(0, 8) };
  expect(() => assignMostServed(beyond)).toThrow(/^column\[\d+\]: offer 8 of only 8/);
  expect(() => assignMostServed({ ...market, slotStep: 0.5 })).toThrow(/^slotStep\[0\]/);
  expect(() => assignMostServed({ ...market, rowStart: market.rowStart.with(3, 10_000) })).toThrow(
    /^rowStart\[3\]/,
  );
  expect(() => assignMostServed({ ...market, slotStep: 2 ** 48 })).toThrow(/^score\[0\]: totals up to/);
  expect(verifyAssignment(market, assignMostServed(market)).ok).toBe(true);
});

test.each(['paths', 'auction', 'dense'] as const)(
  '%s: a solve that is cancelled leaves the next one alone',
  (kernel) => {
    const market = someMarket(2, 40, 30);
    let asked = 0;
    const isCancelled = () => ++asked > 0;
    expect(() => assignMostServed(market, { kernel, isCancelled })).toThrow(SolveCancelled);
    expect(asked).toBe(1);
    expect(verifyAssignment(market, assignMostServed(market, { kernel })).ok).toBe(true);
  },
);

test('progress is told by stage, and whoever hears it may solve another market meanwhile', () => {
  const market = someMarket(3, 60, 50);
  const other = someMarket(4, 20, 20);
  const alone = assignMostServed(market, { kernel: 'auction' });
  const heard: SolveProgress[] = [];
  const scores: number[] = [];
  const plan = assignMostServed(market, {
    kernel: 'auction',
    onProgress: (progress) => {
      heard.push(progress);
      scores.push(assignMostServed(other).score);
    },
  });
  expect(plan).toEqual(alone);
  expect(heard.length).toBeGreaterThan(1);
  expect(heard.every(({ stage, done, total }) => stage === 'auction' && done <= total)).toBe(true);
  expect(new Set(scores)).toEqual(new Set([assignMostServed(other).score]));
});

test('large and small markets by turns', () => {
  const large = someMarket(5, 3000, 900);
  const small = someMarket(6, 5, 4);
  const first = assignMostServed(small);
  expect(verifyAssignment(large, assignMostServed(large)).ok).toBe(true);
  expect(assignMostServed(small)).toEqual(first);
});
