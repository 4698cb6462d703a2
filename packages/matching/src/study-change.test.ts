import { OBJECTIVES } from '@trellis/domain/programs/kinds';
import { CRITERIA, type RuleSettings, type Weights } from '@trellis/domain/programs/settings';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyChange, type Change } from './change.ts';
import { planOf } from './plan-round.ts';
import { studyRound } from './study.ts';
import { studyChange } from './study-change.ts';
import {
  blankOffer,
  blankProfile,
  idOf,
  offerId,
  peopleFrom,
  requestId,
  SETTINGS,
} from './testing/people.ts';

const round = fc.record({
  seed: fc.integer({ min: 0, max: 1e6 }),
  requests: fc.integer({ min: 1, max: 14 }),
  offers: fc.integer({ min: 1, max: 9 }),
  objective: fc.constantFrom(...OBJECTIVES),
  mostSeats: fc.constantFrom(1, 1, 3),
});
const weights = fc.record(
  Object.fromEntries(CRITERIA.map((c) => [c, fc.integer({ min: 0, max: 10 })])) as Record<
    keyof Weights,
    fc.Arbitrary<number>
  >,
);
const rules: fc.Arbitrary<RuleSettings> = fc.record({
  sharedLanguage: fc.boolean(),
  maxTimeZoneHours: fc.constantFrom(null, 0, 2, 6),
  refuseSameEmployer: fc.boolean(),
  minSharedMinutes: fc.constantFrom(null, 30, 240),
});
const capacities = fc.array(
  fc.record({
    offerId: fc.integer({ min: 1, max: 9 }).map(offerId),
    capacity: fc.integer({ min: 0, max: 4 }),
  }),
  { maxLength: 3 },
);
const newcomer = idOf<never>(1, 99);
const mentors = [
  { profile: blankProfile(newcomer, 'New'), offer: { ...blankOffer(99, newcomer), capacity: 2 } },
];
const pair = fc.record({
  requestId: fc.integer({ min: 1, max: 14 }).map(requestId),
  offerId: fc.integer({ min: 1, max: 9 }).map(offerId),
});
const change: fc.Arbitrary<Change> = fc.record(
  {
    settings: fc.record({ objective: fc.constantFrom(...OBJECTIVES), weights, rules }, { requiredKeys: [] }),
    capacities,
    mentors: fc.constant(mentors),
    waived: fc.array(pair, { maxLength: 1 }),
    fixed: fc.array(pair, { maxLength: 1 }),
  },
  { requiredKeys: [] },
);

it('is the study of the changed round, whatever changes', () => {
  let compared = 0;
  fc.assert(
    fc.property(round, change, ({ seed, objective, ...size }, changed) => {
      const input = peopleFrom(seed, { ...size, skills: 40 });
      const before = studyRound(input, { ...SETTINGS, objective });
      if (before.status !== 'studied') throw new Error(before.status);
      const applied = applyChange(input, before.settings, changed);
      const anew = studyRound(applied.input, applied.settings);
      const quick = studyChange(before, changed);
      if (anew.status !== 'studied' || quick.status !== 'studied') {
        expect(quick).toEqual(anew);
        return;
      }
      compared++;
      expect(quick.table).toEqual(anew.table);
      expect(planOf(quick)).toEqual(planOf(anew));
    }),
    { numRuns: 50 },
  );
  expect(compared).toBeGreaterThan(20);
});
