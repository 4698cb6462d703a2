import { FIT_SCALE } from '../fit/fit.ts';
import type { Superiority } from './superiority.ts';

/**
 * Width of an interval that is right in all nine criteria at once with a chance of 95 %: the normal quantile of
 * 1 − 0.05 / 9 / 2 (Bonferroni). One criterion alone would do with 1.96, and then in one look out of three some
 * criterion would show a difference where there is none.
 */
export const ALL_NINE = 2.773;

/** Halvings until the bound moves by less than a millionth. */
const HALVINGS = 24;

/**
 * What the probability of superiority may be, given what was seen: method 5 of Newcombe (2006), "Confidence intervals for an
 * effect size measure based on the Mann–Whitney statistic. Part 2", Statistics in Medicine 25, 559–573. It holds the true
 * value θ possible while (θ̂ − θ)² ≤ z² θ(1 − θ)(1 + N(1 − θ)/(2 − θ) + Nθ/(1 + θ)) / mn, with N = (m + n)/2 − 1; so it never
 * leaves 0 … 1 and is never of no width. At θ = ½ that is the exact variance of the Mann–Whitney test without ties.
 * @param m size of the first group
 * @param n size of the second group
 * @param z half the width in standard errors
 * @returns both bounds in 0…FIT_SCALE, rounded outward
 */
export const intervalOf = (
  { twiceWins, pairs }: Superiority,
  m: number,
  n: number,
  z: number,
): { readonly low: number; readonly high: number } => {
  const seen = twiceWins / (2 * pairs);
  const size = (m + n) / 2 - 1;
  const isPossible = (theta: number): boolean => {
    const spread = 1 + (size * (1 - theta)) / (2 - theta) + (size * theta) / (1 + theta);
    return (seen - theta) ** 2 * pairs <= z * z * theta * (1 - theta) * spread;
  };
  return {
    low: Math.floor(FIT_SCALE * lastImpossible(seen, 0, isPossible)),
    high: Math.ceil(FIT_SCALE * lastImpossible(seen, 1, isPossible)),
  };
};

/** Halves the way from what was seen to the end of the scale, and stays on the outer side. */
const lastImpossible = (seen: number, end: number, isPossible: (theta: number) => boolean): number => {
  let inner = seen;
  let outer = end;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (inner + outer) / 2;
    if (isPossible(middle)) inner = middle;
    else outer = middle;
  }
  return outer;
};
