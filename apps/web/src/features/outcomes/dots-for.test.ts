import { expect, test } from 'vitest';
import { pairingsPerDot } from './dots-for.ts';

const row = (wentOn: number[], didNot: number[]) => ({
  comparison: {
    superiority: 5_000,
    low: 0,
    high: 10_000,
    middle: { wentOn: 0, didNot: 0 },
    strip: { wentOn, didNot },
  },
});

test('a dot is a pairing while no pile is high', () => {
  expect(pairingsPerDot([])).toBe(1);
  expect(pairingsPerDot([{ comparison: null }, row([0, 8, 1], [3, 0, 0])])).toBe(1);
});

test('and as many as the highest pile of the page needs', () => {
  expect(pairingsPerDot([row([0, 9], [1, 1]), row([2, 2], [41, 0])])).toBe(6);
});
