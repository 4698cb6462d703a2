import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIT_SCALE } from '../fit/fit.ts';
import { ALL_NINE, intervalOf } from './interval.ts';

const sizes = fc.record({ m: fc.integer({ min: 1, max: 60 }), n: fc.integer({ min: 1, max: 60 }) });
/** Two sizes and a number of wins that such groups can have. */
const seen = sizes.chain(({ m, n }) =>
  fc.integer({ min: 0, max: 2 * m * n }).map((twiceWins) => ({ m, n, twiceWins, pairs: m * n })),
);
const interval = (of: { m: number; n: number; twiceWins: number; pairs: number }, z = ALL_NINE) =>
  intervalOf(of, of.m, of.n, z);

/** The share of all orders of m + n different values in which the first group wins w pairs, for each w: exact. */
const chances = (m: number, n: number): number[] => {
  let rows: number[][] = Array.from({ length: n + 1 }, () => [1]);
  for (let i = 1; i <= m; i++) {
    const next: number[][] = [[1]];
    for (let j = 1; j <= n; j++) {
      // The highest of all is of the first group and beats j, or of the second and beats nobody of it.
      const won = rows[j]!;
      const lost = next[j - 1]!;
      const row = new Array<number>(i * j + 1).fill(0);
      for (let w = 0; w < won.length; w++) row[w + j]! += won[w]!;
      for (let w = 0; w < lost.length; w++) row[w]! += lost[w]!;
      next.push(row);
    }
    rows = next;
  }
  const counts = rows[n]!;
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => count / all);
};

/** How likely a criterion that makes no difference seems to make one. */
const falseAlarms = (m: number, n: number, z: number): number =>
  chances(m, n).reduce((sum, chance, wins) => {
    const { low, high } = interval({ m, n, twiceWins: 2 * wins, pairs: m * n }, z);
    return sum + (2 * low > FIT_SCALE || 2 * high < FIT_SCALE ? chance : 0);
  }, 0);

describe('intervalOf', () => {
  it('holds what was seen, within the scale, and is never of no width', () => {
    fc.assert(
      fc.property(seen, (of) => {
        const { low, high } = interval(of);
        const middle = (FIT_SCALE * of.twiceWins) / (2 * of.pairs);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(FIT_SCALE);
        expect(low).toBeLessThanOrEqual(middle);
        expect(high).toBeGreaterThanOrEqual(middle);
        expect(high - low).toBeGreaterThan(0);
      }),
    );
  });

  it('turns over when the groups change places', () => {
    fc.assert(
      fc.property(seen, (of) => {
        const there = interval(of);
        const back = interval({ m: of.n, n: of.m, twiceWins: 2 * of.pairs - of.twiceWins, pairs: of.pairs });
        expect(Math.abs(there.low + back.high - FIT_SCALE)).toBeLessThanOrEqual(1);
        expect(Math.abs(there.high + back.low - FIT_SCALE)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('has the roots of the equation as its bounds', () => {
    // (θ̂ − θ)² mn (2 − θ)(1 + θ) = z² θ(1 − θ)((2 − θ)(1 + θ) + N(1 − θ)(1 + θ) + Nθ(2 − θ)): a polynomial of degree four.
    fc.assert(
      fc.property(seen, fc.constantFrom(1.96, ALL_NINE), (of, z) => {
        const size = (of.m + of.n) / 2 - 1;
        const theta0 = of.twiceWins / (2 * of.pairs);
        const gap = (t: number) =>
          (theta0 - t) ** 2 * of.pairs * (2 - t) * (1 + t) -
          z ** 2 * t * (1 - t) * ((2 - t) * (1 + t) + size * (1 - t) * (1 + t) + size * t * (2 - t));
        const { low, high } = interval(of, z);
        if (low > 0) {
          expect(gap(low / FIT_SCALE)).toBeGreaterThanOrEqual(-1e-9);
          expect(gap(Math.min(theta0, (low + 1) / FIT_SCALE))).toBeLessThanOrEqual(1e-9);
        }
        if (high < FIT_SCALE) {
          expect(gap(high / FIT_SCALE)).toBeGreaterThanOrEqual(-1e-9);
          expect(gap(Math.max(theta0, (high - 1) / FIT_SCALE))).toBeLessThanOrEqual(1e-9);
        }
      }),
    );
  });

  it('seldom shows a difference where there is none, also in small groups', () => {
    const pairs = [
      [10, 10],
      [10, 14],
      [10, 40],
      [25, 25],
    ] as const;
    for (const [m, n] of pairs) {
      expect(falseAlarms(m, n, ALL_NINE)).toBeLessThan(0.05 / 9);
      // An interval made for one look would alarm in one page out of three.
      expect(1 - (1 - falseAlarms(m, n, 1.96)) ** 9).toBeGreaterThan(0.3);
    }
  });

  it('needs a large difference between ten and ten, and a smaller one among more', () => {
    const least = (n: number) => {
      for (let wins = n * n; ; wins--) {
        if (2 * interval({ m: n, n, twiceWins: 2 * wins, pairs: n * n }).low <= FIT_SCALE)
          return (wins + 1) / (n * n);
      }
    };
    expect(least(10)).toBeCloseTo(0.87, 2);
    expect(least(100)).toBeCloseTo(0.614, 2);
  });
});
