import { OBJECTIVES } from '@trellis/domain/programs/kinds';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PairAt } from './market.ts';
import { type RoundStudy, studyRound, totalOf } from './study.ts';
import { peopleFrom, SETTINGS } from './testing/people.ts';

/** Every plan that keeps seats and room, as lists of pairs. */
function* everyPlan({ pool, table }: RoundStudy): Generator<PairAt[]> {
  const pairs: PairAt[] = [];
  for (let request = 0; request < pool.requests.length; request++) {
    for (let e = table.rowStart[request]!; e < table.rowStart[request + 1]!; e++) {
      pairs.push({ request, offer: table.column[e]! });
    }
  }
  const seats = pool.seats.slice();
  const room = pool.room.slice();
  const taken: PairAt[] = [];
  function* from(at: number): Generator<PairAt[]> {
    if (at === pairs.length) {
      yield [...taken];
      return;
    }
    yield* from(at + 1);
    const { request, offer } = pairs[at]!;
    if (seats[request] === 0 || room[offer] === 0) return;
    seats[request] = seats[request]! - 1;
    room[offer] = room[offer]! - 1;
    taken.push(pairs[at]!);
    yield* from(at + 1);
    taken.pop();
    seats[request] = seats[request]! + 1;
    room[offer] = room[offer]! + 1;
  }
  yield* from(0);
}

const compare = (a: readonly number[], b: readonly number[]): number => {
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return a[k]! - b[k]!;
  return 0;
};

describe('a round of a few people', () => {
  it('is as good as the best of all plans', () => {
    const small = fc.record({
      seed: fc.integer({ min: 0, max: 1e6 }),
      requests: fc.integer({ min: 1, max: 4 }),
      offers: fc.integer({ min: 1, max: 4 }),
      mostSeats: fc.constantFrom(1, 2),
      objective: fc.constantFrom(...OBJECTIVES),
      loadStep: fc.constantFrom(0, 100, 5000),
    });
    fc.assert(
      fc.property(small, ({ seed, objective, loadStep, ...size }) => {
        const settings = { ...SETTINGS, objective, loadStep };
        const study = studyRound(peopleFrom(seed, { ...size, skills: 24 }), settings);
        if (study.status !== 'studied') throw new Error(study.status);
        const { pool, table } = study;
        const worth = (pairs: readonly PairAt[]): number[] => {
          const total = totalOf(pool, table, pairs, loadStep);
          if (objective === 'total') return [total];
          if (objective === 'served') return [pairs.length, total];
          // Those who missed more rounds first; then, among plans alike in that, the worst-served.
          const served = [2, 1, 0].map(
            (missed) =>
              pairs.filter(({ request }) => pool.requests[request]!.request.missedRounds === missed).length,
          );
          return [pairs.length, ...served];
        };
        let best = worth(study.pairs);
        for (const plan of everyPlan(study)) {
          const value = worth(plan);
          if (compare(value, best) > 0) best = value;
        }
        expect(worth(study.pairs)).toEqual(best);
      }),
      { numRuns: 120 },
    );
  });

  it('lifts the worst-served under "fair"', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
        const input = peopleFrom(seed, { requests: 4, offers: 4, skills: 24 });
        const even = { ...input, requests: input.requests.map((r) => ({ ...r, missedRounds: 0 })) };
        const study = studyRound(even, { ...SETTINGS, objective: 'fair', loadStep: 0 });
        if (study.status !== 'studied') throw new Error(study.status);
        const fits = (pairs: readonly PairAt[]): number[] =>
          pairs
            .map(({ request, offer }) => {
              const { table } = study;
              const row = table.column.subarray(table.rowStart[request]!, table.rowStart[request + 1]!);
              return table.fit[table.rowStart[request]! + row.indexOf(offer)]!;
            })
            .sort((a, b) => a - b);
        const own = fits(study.pairs);
        for (const plan of everyPlan(study)) {
          if (plan.length < own.length) continue;
          expect(plan.length).toBe(own.length);
          expect(compare(fits(plan), own)).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 60 },
    );
  });
});
