import { OBJECTIVES } from '@trellis/domain/programs/kinds';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange } from '../change.ts';
import { imaginedMentor } from '../joining-mentors.ts';
import { pairAt } from '../pair-table.ts';
import { planOf } from '../plan-round.ts';
import type { RoundInput, RoundSettings } from '../round-input.ts';
import { type RoundStudy, studyRound, totalOf } from '../study.ts';
import { peopleFrom, SETTINGS } from '../testing/people.ts';
import { kindOf, scarcityOf } from './scarcity.ts';
import { smallestChange } from './smallest-change.ts';
import type { Trade } from './trade.ts';

const study = (input: RoundInput, settings: RoundSettings): RoundStudy => {
  const result = studyRound(input, settings);
  if (result.status !== 'studied') throw new Error(JSON.stringify(result));
  return result;
};

const STRICT: RoundSettings = {
  ...SETTINGS,
  rules: { sharedLanguage: true, maxTimeZoneHours: 3, refuseSameEmployer: true, minSharedMinutes: 120 },
};

const crowded = fc.record({
  seed: fc.integer({ min: 0, max: 1e6 }),
  requests: fc.integer({ min: 1, max: 14 }),
  offers: fc.integer({ min: 0, max: 6 }),
  mostSeats: fc.constantFrom(1, 1, 3),
});
const people = ({ seed, ...size }: { seed: number; requests: number; offers: number; mostSeats: number }) =>
  peopleFrom(seed, { ...size, skills: 40 });

/** Makes the moves that were told in the plan that was; the result must be a plan of the changed round. */
const worthOfMoves = (before: RoundStudy, after: RoundStudy, { changes }: Trade) => {
  const idsOf = ({ pool, pairs }: RoundStudy) =>
    pairs.map(
      ({ request, offer }) => `${pool.requests[request]!.request.id} ${pool.offers[offer]!.offer.id}`,
    );
  const plan = new Set(idsOf(before));
  for (const { requestId, from } of changes)
    if (from !== null) expect(plan.delete(`${requestId} ${from}`)).toBe(true);
  for (const { requestId, to } of changes) if (to !== null) plan.add(`${requestId} ${to}`);
  const { pool, table, settings } = after;
  const pairs = [...plan].map((pair) => {
    const [requestId, offerId] = pair.split(' ');
    const request = pool.requestAt.get(requestId as never)!;
    const offer = pool.offerAt.get(offerId as never)!;
    expect(pairAt(table, request, offer)).toBeGreaterThanOrEqual(0);
    return { request, offer };
  });
  const count = (side: 'request' | 'offer', at: number) => pairs.filter((pair) => pair[side] === at).length;
  for (const j of pool.offers.keys()) expect(count('offer', j)).toBeLessThanOrEqual(pool.room[j]!);
  for (const i of pool.requests.keys()) expect(count('request', i)).toBeLessThanOrEqual(pool.seats[i]!);
  return { served: pairs.length, total: totalOf(pool, table, pairs, settings.loadStep) };
};

describe('smallestChange', () => {
  it('is true when applied: the two meet, nobody loses a mentor, and the total is as told', () => {
    let ways = 0;
    const sources = new Set<string>();
    fc.assert(
      fc.property(crowded, fc.constantFrom(...OBJECTIVES), (spec, objective) => {
        const input = people(spec);
        const settings = { ...STRICT, objective } as const;
        const before = study(input, settings);
        for (const { requestId } of planOf(before).waiting.slice(0, 3)) {
          const { size, ways: found } = smallestChange(before, requestId, 3);
          for (const way of found) {
            ways++;
            sources.add(way.seat);
            expect(way.waive.length + (way.capacity === null ? 0 : 1)).toBe(size);
            const changed = applyChange(input, settings, way.change);
            const after = study(changed.input, changed.settings);
            expect(
              planOf(after).pairings.some((p) => p.requestId === requestId && p.offerId === way.offerId),
            ).toBe(true);
            expect(after.pairs.length).toBe(before.pairs.length + way.trade.served);
            // Under "best total" the plan that follows may give somebody else up.
            if (objective !== 'total') expect(way.trade.served).toBe(1);
            const total = (s: RoundStudy) => planOf(s).report.total;
            expect(total(after) - total(before)).toBe(way.trade.total);
            expect(worthOfMoves(before, after, way.trade)).toEqual({
              served: after.pairs.length,
              total: total(after),
            });
          }
        }
      }),
      { numRuns: 40 },
    );
    expect(ways).toBeGreaterThan(30);
    expect([...sources].sort()).toEqual(['moves', 'none', 'one_more', 'unknown']);
  });

  it('finds nothing smaller by brute force: no single seat or waiver serves anybody told to need two', () => {
    fc.assert(
      fc.property(crowded, (spec) => {
        const input = people(spec);
        const before = study(input, STRICT);
        const { pool } = before;
        for (const { requestId } of planOf(before).waiting.slice(0, 2)) {
          const { size } = smallestChange(before, requestId, 1);
          if (
            size === null ||
            size < 2 ||
            before.pairs.some((p) => pool.requests[p.request]!.request.id === requestId)
          )
            continue;
          for (const offer of input.offers) {
            const capacities = [{ offerId: offer.id, capacity: (offer.capacity ?? 0) + 1 }];
            const changed = applyChange(input, STRICT, { capacities });
            const plan = planOf(study(changed.input, changed.settings));
            expect(plan.pairings.some((p) => p.requestId === requestId)).toBe(false);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('has nothing to offer to those who are served, or take no part', () => {
    const input = peopleFrom(4, { requests: 3, offers: 6, blanks: 0 });
    const before = study(input, SETTINGS);
    const served = planOf(before).pairings[0]!.requestId;
    expect(smallestChange(before, served, 3)).toEqual({ size: null, ways: [] });
    expect(smallestChange(before, 'unknown' as never, 3)).toEqual({ size: null, ways: [] });
  });
});

describe('scarcityOf', () => {
  it('is true when re-run with the imagined mentors', () => {
    let statements = 0;
    const kinds = new Set<string>();
    fc.assert(
      fc.property(crowded, (spec) => {
        const input = people(spec);
        const before = study(input, STRICT);
        for (const scarcity of scarcityOf(before)) {
          kinds.add(scarcity.kind);
          const { mentors, seats, more } = scarcity;
          statements++;
          const joining = Array.from({ length: mentors }, (_, n) =>
            imaginedMentor(input, n + 1, kindOf(scarcity), seats),
          );
          const changed = applyChange(input, STRICT, { mentors: joining });
          const after = study(changed.input, changed.settings);
          expect(after.pairs.length - before.pairs.length).toBe(more);
        }
      }),
      { numRuns: 40 },
    );
    expect(statements).toBeGreaterThan(30);
    expect([...kinds].sort()).toEqual(['any', 'hours', 'industry', 'language', 'skill', 'zone']);
  });
});
