import type { CriterionOutcome } from '@trellis/domain/outcomes/views';

/** A higher pile of dots would not fit a row. */
const MOST_HIGH = 8;

/**
 * How many pairings one dot stands for: the same in all pictures of a page, so that they can be compared. A dot that is begun
 * counts, so that no pairing is left out.
 */
export const pairingsPerDot = (rows: readonly Pick<CriterionOutcome, 'comparison'>[]): number => {
  const piles = rows.flatMap(({ comparison }) =>
    comparison ? [...comparison.strip.wentOn, ...comparison.strip.didNot] : [],
  );
  return Math.max(1, Math.ceil(Math.max(0, ...piles) / MOST_HIGH));
};
