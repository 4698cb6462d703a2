import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { superiorityOf } from './superiority.ts';

/** Few different values, so that many are tied. */
const group = fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 30 });

describe('superiorityOf', () => {
  it('is what comparing every pair gives', () => {
    fc.assert(
      fc.property(group, group, (first, second) => {
        let twiceWins = 0;
        for (const a of first) for (const b of second) twiceWins += a > b ? 2 : a === b ? 1 : 0;
        expect(superiorityOf(first, second)).toEqual({ twiceWins, pairs: first.length * second.length });
      }),
    );
  });

  it('counts ties half', () => {
    expect(superiorityOf([5], [5])).toEqual({ twiceWins: 1, pairs: 1 });
    expect(superiorityOf([1, 5, 9], [5])).toEqual({ twiceWins: 3, pairs: 3 });
  });

  it('leaves to the other group what the one does not win', () => {
    fc.assert(
      fc.property(group, group, (first, second) => {
        const there = superiorityOf(first, second);
        expect(there.twiceWins + superiorityOf(second, first).twiceWins).toBe(2 * there.pairs);
      }),
    );
  });

  it('sees the order alone, not the distances', () => {
    fc.assert(
      fc.property(group, group, (first, second) => {
        const stretch = (values: number[]) => values.map((value) => value ** 3 + 7);
        expect(superiorityOf(stretch(first), stretch(second))).toEqual(superiorityOf(first, second));
      }),
    );
  });

  it('gives the example of a textbook', () => {
    // Tortoises and hares, Mann–Whitney's best known small example: the order T HHHHH TTTTT H has U = 25 of 36.
    const tortoises = [1, 7, 8, 9, 10, 11];
    const hares = [2, 3, 4, 5, 6, 12];
    expect(superiorityOf(tortoises, hares)).toEqual({ twiceWins: 50, pairs: 36 });
  });
});
