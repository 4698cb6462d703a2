import { expect, test } from 'vitest';
import { fitLevel, leavesOf } from './fit-levels.ts';

test.each([
  [null, 'none', 0],
  [0, 'low', 1],
  [0.25, 'some', 1],
  [0.5, 'good', 3],
  [0.74, 'good', 4],
  [1, 'strong', 5],
  [1.2, 'strong', 5],
])('%s is "%s" with %i leaves', (value, level, leaves) => {
  expect(fitLevel(value)).toBe(level);
  expect(leavesOf(value)).toBe(leaves);
});
