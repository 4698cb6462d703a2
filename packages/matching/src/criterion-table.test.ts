import { CRITERIA, type Weights } from '@trellis/domain/programs/settings';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { prepareCriterion, reweigh } from './criterion-table.ts';
import { scoreAllPairs } from './pair-table.ts';
import { gatherPool } from './pool.ts';
import { studyRound } from './study.ts';
import { peopleFrom, SETTINGS } from './testing/people.ts';

const weights = fc.record(
  Object.fromEntries(CRITERIA.map((c) => [c, fc.integer({ min: 0, max: 10 })])) as Record<
    keyof Weights,
    fc.Arbitrary<number>
  >,
);

it('gives the fits of a full comparison, whatever the weights', () => {
  const size = fc.record({
    requests: fc.integer({ min: 1, max: 12 }),
    offers: fc.integer({ min: 1, max: 20 }),
    blanks: fc.constantFrom(0, 0.3, 0.9),
  });
  fc.assert(
    fc.property(
      fc.integer(),
      size,
      fc.array(weights, { minLength: 1, maxLength: 4 }),
      (seed, people, tried) => {
        const input = peopleFrom(seed, { ...people, skills: 24 });
        const study = studyRound(input, SETTINGS);
        if (study.status !== 'studied') throw new Error(study.status);
        expect(reweigh(study, SETTINGS.weights)).toBeNull();
        let steps = 1;
        while (prepareCriterion(study)) steps++;
        expect(steps).toBe(CRITERIA.length - 1);
        for (const some of tried) {
          const anew = scoreAllPairs(gatherPool(input, { ...SETTINGS, weights: some }));
          expect(reweigh(study, some)).toEqual(anew);
        }
      },
    ),
    { numRuns: 150 },
  );
});
