import { OBJECTIVES } from '@trellis/domain/programs/kinds';
import { CRITERIA, type RuleSettings, type Weights } from '@trellis/domain/programs/settings';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyChange, type Change } from './change.ts';
import { nearPlan } from './near-plan.ts';
import { type RoundStudy, studyRound, totalOf } from './study.ts';
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

const idsOf = ({ pool, pairs }: Pick<RoundStudy, 'pool' | 'pairs'>) =>
  pairs.map(({ request, offer }) => `${pool.requests[request]!.request.id} ${pool.offers[offer]!.offer.id}`);

it('is as good as the changed round solved anew, whatever changes, and moves no more people than that', () => {
  let compared = 0;
  fc.assert(
    fc.property(round, change, ({ seed, objective, ...size }, changed) => {
      const input = peopleFrom(seed, { ...size, skills: 40 });
      const before = studyRound(input, { ...SETTINGS, objective });
      if (before.status !== 'studied') throw new Error(before.status);
      const applied = applyChange(input, before.settings, changed);
      const anew = studyRound(applied.input, applied.settings);
      const near = nearPlan(before, changed);
      if (anew.status !== 'studied' || near.status !== 'near') {
        expect(near).toEqual(anew);
        return;
      }
      compared++;
      expect(near.table).toEqual(anew.table);
      expect(near.pool.notReady).toEqual(anew.pool.notReady);
      expect(near.settings).toEqual(anew.settings);
      const { loadStep } = near.settings;
      expect(near.pairs.length).toBe(anew.pairs.length);
      expect(totalOf(near.pool, near.table, near.pairs, loadStep)).toBe(
        totalOf(anew.pool, anew.table, anew.pairs, loadStep),
      );
      const saved = new Set(idsOf(before));
      const keeps = (plan: Pick<RoundStudy, 'pool' | 'pairs'>) =>
        idsOf(plan).filter((id) => saved.has(id)).length;
      expect(keeps(near)).toBeGreaterThanOrEqual(keeps(anew));
    }),
    { numRuns: 100 },
  );
  expect(compared).toBeGreaterThan(50);
});

it('moves nobody where nothing that counts changes', () => {
  fc.assert(
    fc.property(round, ({ seed, objective, ...size }) => {
      const input = peopleFrom(seed, { ...size, skills: 40 });
      const before = studyRound(input, { ...SETTINGS, objective });
      if (before.status !== 'studied') throw new Error(before.status);
      const once = Object.fromEntries(CRITERIA.map((c) => [c, 1])) as Weights;
      const even = studyRound(input, { ...before.settings, weights: once });
      if (even.status !== 'studied') throw new Error(even.status);
      const twice = Object.fromEntries(CRITERIA.map((c) => [c, 2])) as Weights;
      const same = nearPlan(even, { settings: { weights: twice } });
      expect(same.status === 'near' && idsOf(same).sort()).toEqual(idsOf(even).sort());
    }),
    { numRuns: 60 },
  );
});
