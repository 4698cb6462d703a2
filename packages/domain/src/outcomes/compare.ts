import { FIT_SCALE } from '../fit/fit.ts';
import { CRITERIA, type Criterion, type Weights } from '../programs/settings.ts';
import { ALL_NINE, intervalOf } from './interval.ts';
import type { Story } from './story.ts';
import { superiorityOf } from './superiority.ts';
import type { CriterionValues } from './values.ts';
import type { CriterionOutcome } from './views.ts';

/** Fewer than so many on either side say nothing: with ten of each, winning three comparisons of four can still be chance. */
export const LEAST_TO_COMPARE = 10;

/** A strip has a place for every twentieth of the scale, both ends included. */
export const STRIP_PLACES = 21;

/** One published pairing whose values are known. */
export interface KnownPairing {
  readonly story: Story;
  readonly values: CriterionValues;
}

/**
 * Each criterion's values among those that went on beside those that did not, in the order of the criteria. A pairing in
 * which one side had left a criterion blank is left out of that criterion; what is too early to say is left out of all.
 */
export const compareOutcomes = (pairings: readonly KnownPairing[], weights: Weights): CriterionOutcome[] =>
  CRITERIA.map((criterion) => compareCriterion(criterion, pairings, weights[criterion]));

const compareCriterion = (
  criterion: Criterion,
  pairings: readonly KnownPairing[],
  weight: number,
): CriterionOutcome => {
  const wentOn = valuesAmong(pairings, 'went_on', criterion);
  const didNot = valuesAmong(pairings, 'did_not', criterion);
  const sizes = { criterion, weight, wentOn: wentOn.length, didNot: didNot.length };
  if (Math.min(wentOn.length, didNot.length) < LEAST_TO_COMPARE) {
    return { ...sizes, verdict: 'too_few', comparison: null };
  }
  const superiority = superiorityOf(wentOn, didNot);
  const { low, high } = intervalOf(superiority, wentOn.length, didNot.length, ALL_NINE);
  return {
    ...sizes,
    verdict: 2 * low > FIT_SCALE ? 'higher' : 2 * high < FIT_SCALE ? 'lower' : 'no_clear_difference',
    comparison: {
      superiority: Math.round((FIT_SCALE * superiority.twiceWins) / (2 * superiority.pairs)),
      low,
      high,
      middle: { wentOn: middleOf(wentOn), didNot: middleOf(didNot) },
      strip: { wentOn: stripOf(wentOn), didNot: stripOf(didNot) },
    },
  };
};

/** Ascending. */
const valuesAmong = (pairings: readonly KnownPairing[], story: Story, criterion: Criterion): number[] =>
  pairings
    .flatMap((pairing) => (pairing.story === story ? [pairing.values[criterion]] : []))
    .filter((value) => value !== null)
    .sort((a, b) => a - b);

/** The middle one of an ascending list, or the mean of the two in the middle. */
const middleOf = (values: readonly number[]): number =>
  Math.round((values[(values.length - 1) >> 1]! + values[values.length >> 1]!) / 2);

/** How many values lie nearest to each place. */
const stripOf = (values: readonly number[]): number[] => {
  const strip = new Array<number>(STRIP_PLACES).fill(0);
  for (const value of values) strip[Math.round((value * (STRIP_PLACES - 1)) / FIT_SCALE)]! += 1;
  return strip;
};
