import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIT_SCALE } from '../fit/fit.ts';
import { CRITERIA, DEFAULT_WEIGHTS } from '../programs/settings.ts';
import { compareOutcomes, type KnownPairing, LEAST_TO_COMPARE, STRIP_PLACES } from './compare.ts';
import { STORIES, type Story } from './story.ts';
import type { CriterionValues } from './values.ts';
import { CriterionOutcome } from './views.ts';

const blank = Object.fromEntries(CRITERIA.map((criterion) => [criterion, null])) as CriterionValues;
const pairings = (story: Story, skills: readonly (number | null)[]): KnownPairing[] =>
  skills.map((value) => ({ story, values: { ...blank, skills: value } }));
const skillsAmong = (list: readonly KnownPairing[]) => compareOutcomes(list, DEFAULT_WEIGHTS)[0]!;
const steps = (n: number, from: number) => Array.from({ length: n }, (_, i) => from + 100 * i);

const value = fc.option(fc.integer({ min: 0, max: FIT_SCALE }));
const arbitraryPairings = fc.array(
  fc.record({
    story: fc.constantFrom(...STORIES),
    values: fc.record(Object.fromEntries(CRITERIA.map((criterion) => [criterion, value]))),
  }),
  { maxLength: 60 },
) as fc.Arbitrary<KnownPairing[]>;

describe('compareOutcomes', () => {
  it('has a line for every criterion, as a screen may see it, with its weight', () => {
    fc.assert(
      fc.property(arbitraryPairings, (list) => {
        const lines = compareOutcomes(list, DEFAULT_WEIGHTS);
        expect(lines.map(({ criterion }) => criterion)).toEqual(CRITERIA);
        for (const line of lines) {
          expect(CriterionOutcome.parse(line)).toEqual(line);
          expect(line.weight).toBe(DEFAULT_WEIGHTS[line.criterion]);
          if (line.comparison) {
            const { strip } = line.comparison;
            expect(strip.wentOn).toHaveLength(STRIP_PLACES);
            expect(strip.wentOn.reduce((sum, n) => sum + n, 0)).toBe(line.wentOn);
            expect(strip.didNot.reduce((sum, n) => sum + n, 0)).toBe(line.didNot);
          }
        }
      }),
    );
  });

  it('is the same in whatever order the pairings come', () => {
    fc.assert(
      fc.property(arbitraryPairings, (list) => {
        expect(compareOutcomes([...list].reverse(), DEFAULT_WEIGHTS)).toEqual(
          compareOutcomes(list, DEFAULT_WEIGHTS),
        );
      }),
    );
  });

  it('never counts what is too early to say', () => {
    fc.assert(
      fc.property(arbitraryPairings, (list) => {
        const known = list.filter(({ story }) => story !== 'too_early');
        expect(compareOutcomes(list, DEFAULT_WEIGHTS)).toEqual(compareOutcomes(known, DEFAULT_WEIGHTS));
      }),
    );
  });

  it('says nothing, and shows nothing, while one group is too small', () => {
    const few = pairings('went_on', steps(LEAST_TO_COMPARE - 1, 9_000));
    const many = pairings('did_not', steps(50, 0));
    expect(skillsAmong([...few, ...many])).toEqual({
      criterion: 'skills',
      weight: DEFAULT_WEIGHTS.skills,
      wentOn: 9,
      didNot: 50,
      verdict: 'too_few',
      comparison: null,
    });
  });

  it('leaves blanks out: they are no low values', () => {
    const wentOn = pairings('went_on', [...steps(10, 5_000), null, null]);
    const didNot = pairings('did_not', [...steps(10, 5_000), null]);
    expect(skillsAmong([...wentOn, ...didNot])).toMatchObject({
      wentOn: 10,
      didNot: 10,
      verdict: 'no_clear_difference',
      comparison: { superiority: 5_000, middle: { wentOn: 5_450, didNot: 5_450 } },
    });
  });

  it('says which group stood higher only when that is clear', () => {
    const compare = (wentOn: number[], didNot: number[]) =>
      skillsAmong([...pairings('went_on', wentOn), ...pairings('did_not', didNot)]).verdict;
    expect(compare(steps(12, 6_000), steps(12, 2_000))).toBe('higher');
    expect(compare(steps(12, 2_000), steps(12, 6_000))).toBe('lower');
    // Three wins of four look like much, and are not, among so few.
    expect(compare(steps(12, 2_400), steps(12, 2_000))).toBe('no_clear_difference');
    expect(compare(steps(120, 4_000), steps(120, 2_000))).toBe('higher');
    expect(compare(new Array(30).fill(10_000), new Array(30).fill(10_000))).toBe('no_clear_difference');
  });
});
