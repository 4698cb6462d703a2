import { isAllowed } from '@trellis/domain/fit/broken-rules';
import { mixOf, scoreOf } from '@trellis/domain/fit/fit-of';
import { CRITERIA, type Weights } from '@trellis/domain/programs/settings';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherPool } from '../pool.ts';
import { peopleFrom, SETTINGS } from '../testing/people.ts';
import { NOT_ALLOWED, scoreRow } from './score-row.ts';
import { makeSearch } from './search.ts';

describe('scoreRow', () => {
  it('gives the same integers as pair by pair, for any weights and rules', () => {
    const weights = fc.record(
      Object.fromEntries(CRITERIA.map((c) => [c, fc.integer({ min: 0, max: 10 })])) as Record<
        keyof Weights,
        fc.Arbitrary<number>
      >,
    );
    const rules = fc.record({
      sharedLanguage: fc.boolean(),
      maxTimeZoneHours: fc.option(fc.integer({ min: 0, max: 12 })),
      refuseSameEmployer: fc.boolean(),
      minSharedMinutes: fc.option(fc.integer({ min: 0, max: 300 })),
    });
    const size = fc.record({
      requests: fc.integer({ min: 1, max: 12 }),
      offers: fc.integer({ min: 1, max: 30 }),
      blanks: fc.constantFrom(0, 0.3, 0.8),
      skills: fc.constantFrom(16, 80),
    });
    fc.assert(
      fc.property(fc.integer(), size, weights, rules, (seed, people, someWeights, someRules) => {
        const plain = peopleFrom(seed, people);
        const [r, o] = [plain.requests[0]!, plain.offers[0]!];
        const input = {
          ...plain,
          waived: [{ requestId: r.id, offerId: o.id }],
          separations: [
            { memberA: o.memberId, memberB: plain.requests.at(-1)!.memberId, kind: 'blocked' as const },
          ],
          pairedBefore: [{ mentee: r.memberId, mentor: plain.offers.at(-1)!.memberId }],
        };
        const pool = gatherPool(input, {
          ...SETTINGS,
          weights: someWeights,
          rules: someRules,
        });
        const { requests, offers, yardstick, history } = pool;
        const search = makeSearch(pool);
        for (const request of requests) {
          const row = scoreRow(search, request);
          const mix = mixOf(request, yardstick);
          const expected = offers.map((offer) =>
            isAllowed(request, offer, yardstick, history)
              ? scoreOf(request, offer, yardstick, mix)
              : NOT_ALLOWED,
          );
          expect([...row]).toEqual(expected);
        }
      }),
      { numRuns: 150 },
    );
  });
});
