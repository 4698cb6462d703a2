/** A higher pile of dots would not fit a row. */
const MOST_HIGH = 8;

interface Strips {
  readonly wentOn: readonly number[];
  readonly didNot: readonly number[];
}

/**
 * How many pairings one dot stands for, and how high the piles then are at most on either side of the line. The same number
 * for both sides, so that they can be compared; what is begun counts as a dot, so that nobody's case is left out.
 */
export const dotsFor = ({ wentOn, didNot }: Strips) => {
  const perDot = Math.max(1, Math.ceil(Math.max(...wentOn, ...didNot) / MOST_HIGH));
  const highest = (strip: readonly number[]) => Math.ceil(Math.max(...strip) / perDot);
  return { perDot, highest: { wentOn: highest(wentOn), didNot: highest(didNot) } };
};
