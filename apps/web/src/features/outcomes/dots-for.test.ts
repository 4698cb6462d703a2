import { describe, expect, test } from 'vitest';
import { dotsFor } from './dots-for.ts';

describe('dotsFor', () => {
  test('a dot is a pairing while the piles stay low', () => {
    expect(dotsFor({ wentOn: [0, 8, 1], didNot: [3, 0, 0] })).toEqual({
      perDot: 1,
      highest: { wentOn: 8, didNot: 3 },
    });
  });

  test('stands for more when they grow, the same on both sides', () => {
    expect(dotsFor({ wentOn: [0, 41, 1], didNot: [3, 7, 0] })).toEqual({
      perDot: 6,
      highest: { wentOn: 7, didNot: 2 },
    });
  });
});
