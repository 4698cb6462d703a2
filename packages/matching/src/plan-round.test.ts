import type { MemberId } from '@trellis/domain/ids';
import { OBJECTIVES } from '@trellis/domain/programs/kinds';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditPlan } from './audit.ts';
import { planRound } from './plan-round.ts';
import type { RoundInput, RoundSettings } from './round-input.ts';
import type { RoundPlan } from './round-plan.ts';
import { peopleFrom, randomFrom, SETTINGS } from './testing/people.ts';

const plan = (input: RoundInput, settings: RoundSettings = SETTINGS): RoundPlan => {
  const result = planRound(input, settings);
  if (result.status !== 'planned') throw new Error(JSON.stringify(result));
  return result;
};

const shuffled = <T>(list: readonly T[], random: () => number): T[] =>
  list
    .map((value) => ({ value, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);

const small = fc.record({
  seed: fc.integer({ min: 0, max: 1e6 }),
  requests: fc.integer({ min: 0, max: 14 }),
  offers: fc.integer({ min: 0, max: 9 }),
  blanks: fc.constantFrom(0, 0.3, 0.8),
  mostSeats: fc.constantFrom(1, 1, 3),
});
type Spec = typeof small extends fc.Arbitrary<infer T> ? T : never;
const people = ({ seed, ...size }: Spec) => peopleFrom(seed, { ...size, skills: 40 });

describe('planRound', () => {
  it('passes its own audit, whatever the people', () => {
    fc.assert(
      fc.property(small, fc.constantFrom(...OBJECTIVES), (spec, objective) => {
        const input = people(spec);
        const settings = { ...SETTINGS, objective } as const;
        expect(auditPlan(input, settings, plan(input, settings))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same plan for the same people in another order', () => {
    fc.assert(
      fc.property(small, fc.integer(), (spec, seed) => {
        const input = people(spec);
        const random = randomFrom(seed);
        const other: RoundInput = {
          ...input,
          terms: shuffled(input.terms, random),
          members: shuffled(input.members, random),
          requests: shuffled(input.requests, random),
          offers: shuffled(input.offers, random),
        };
        expect(plan(other)).toEqual(plan(input));
      }),
      { numRuns: 30 },
    );
  });

  it('never serves fewer with one more seat', () => {
    fc.assert(
      fc.property(small, fc.nat(), (spec, pick) => {
        const input = people(spec);
        if (input.offers.length === 0) return;
        const more = input.offers[pick % input.offers.length]!;
        const offers = input.offers.map((offer) =>
          offer === more ? { ...offer, capacity: (offer.capacity ?? 0) + 1 } : offer,
        );
        expect(plan({ ...input, offers }).report.served).toBeGreaterThanOrEqual(plan(input).report.served);
      }),
      { numRuns: 40 },
    );
  });

  it('changes no total when a pair it does not use is forbidden', () => {
    fc.assert(
      fc.property(small, fc.nat(), fc.nat(), (spec, r, o) => {
        const input = people(spec);
        const before = plan(input);
        const request = input.requests[r % Math.max(1, input.requests.length)];
        const offer = input.offers[o % Math.max(1, input.offers.length)];
        if (!request || !offer) return;
        if (before.pairings.some((p) => p.requestId === request.id && p.offerId === offer.id)) return;
        const after = plan({
          ...input,
          separations: [{ memberA: offer.memberId, memberB: request.memberId, kind: 'ruled_out' }],
        });
        expect(after.certificate.total).toBe(before.certificate.total);
        expect(after.report.served).toBe(before.report.served);
      }),
      { numRuns: 40 },
    );
  });

  it('pairs nobody who gives less availability better than before', () => {
    fc.assert(
      fc.property(small, fc.nat(), (spec, pick) => {
        const input = people(spec);
        const settings = { ...SETTINGS, rules: { ...SETTINGS.rules, minSharedMinutes: 60 } };
        const request = input.requests[pick % Math.max(1, input.requests.length)];
        const member = input.members.find((m) => m.profile.memberId === request?.memberId);
        if (!request || !member || member.profile.hours.length < 2) return;
        const less = {
          ...input,
          members: input.members.map((m) =>
            m === member ? { ...m, profile: { ...m.profile, hours: m.profile.hours.slice(1) } } : m,
          ),
        };
        const allowed = (p: RoundPlan) => p.certificate.pairs;
        expect(allowed(plan(less, settings))).toBeLessThanOrEqual(allowed(plan(input, settings)));
        expect(plan(less, settings).report.served).toBeLessThanOrEqual(plan(input, settings).report.served);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps pairs decided by hand, and counts live pairings against both sides', () => {
    fc.assert(
      fc.property(small, (spec) => {
        const input = people(spec);
        const first = plan(input).pairings[0];
        if (first === undefined) return;
        const { requestId, offerId, requestSeat, offerSeat } = first;
        const fixed = plan({ ...input, fixed: [{ requestId, offerId }] });
        const kept = fixed.pairings.find((p) => p.requestId === requestId && p.offerId === offerId);
        expect(kept).toMatchObject({ fixed: true });
        const held = plan({ ...input, held: [{ requestId, offerId, requestSeat, offerSeat }] });
        const seats = input.requests.find((request) => request.id === requestId)!.seats;
        if (seats === 1) {
          expect(held.notReady.requests).toContainEqual(
            expect.objectContaining({ requestId, reason: 'seats_taken' }),
          );
        }
        expect(held.pairings.some((p) => p.requestId === requestId && p.offerId === offerId)).toBe(false);
        for (const pairing of held.pairings) {
          expect(pairing.offerId === offerId && pairing.offerSeat === offerSeat).toBe(false);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('says why fixed pairs leave no plan', () => {
    const input = peopleFrom(3, { requests: 6, offers: 4, blanks: 0 });
    const none = input.offers.find((offer) => offer.capacity === 0 || offer.capacity === null)!;
    const result = planRound(
      {
        ...input,
        fixed: [
          { requestId: input.requests[0]!.id, offerId: none.id },
          { requestId: input.requests[1]!.id, offerId: input.offers.find((o) => o.capacity)!.id },
        ],
        separations: [
          {
            memberA: input.requests[1]!.memberId,
            memberB: input.offers.find((o) => o.capacity)!.memberId,
            kind: 'never_pair',
          },
        ],
      },
      SETTINGS,
    );
    expect(result.status).toBe('infeasible');
    if (result.status !== 'infeasible') return;
    expect(result.causes.map((cause) => cause.code).sort()).toEqual([
      'fixed_breaks_rules',
      'fixed_not_ready',
    ]);
  });

  it('stops when told to, and says so', () => {
    const input = peopleFrom(5, { requests: 80, offers: 30 });
    expect(planRound(input, SETTINGS, { isCancelled: () => true })).toEqual({ status: 'cancelled' });
  });

  it('accepts empty pools, one-sided pools, and pools where nobody is ready', () => {
    const empty = peopleFrom(1, { requests: 0, offers: 0 });
    expect(plan(empty).pairings).toEqual([]);
    const lonely = plan(peopleFrom(1, { requests: 3, offers: 0 }));
    expect(lonely.waiting.map((w) => w.causes[0]!.code)).toEqual(['no_offers', 'no_offers', 'no_offers']);
    const paused = peopleFrom(2, { requests: 4, offers: 4 });
    const away = { ...paused, members: paused.members.map((m) => ({ ...m, status: 'paused' as const })) };
    expect(plan(away).notReady.requests).toHaveLength(4);
  });

  it('is the same for every fit shifted: weights scaled by a constant change no choice', () => {
    const input = peopleFrom(11, { requests: 12, offers: 8 });
    const halved = Object.fromEntries(
      Object.entries(SETTINGS.weights).map(([criterion, weight]) => [criterion, Math.floor(weight / 2)]),
    ) as RoundSettings['weights'];
    const doubled = Object.fromEntries(
      Object.entries(halved).map(([criterion, weight]) => [criterion, 2 * weight]),
    ) as RoundSettings['weights'];
    expect(plan(input, { ...SETTINGS, weights: doubled }).pairings).toEqual(
      plan(input, { ...SETTINGS, weights: halved }).pairings,
    );
  });

  it('refuses an input that names somebody it does not hold', () => {
    const input = peopleFrom(1, { requests: 1, offers: 1 });
    const stranger = { ...input, requests: [{ ...input.requests[0]!, memberId: 'nobody' as MemberId }] };
    expect(() => planRound(stranger, SETTINGS)).toThrow(RangeError);
  });
});

describe('a large pool', () => {
  it('is explained by the circle of contested mentors: more people than seats', () => {
    const result = plan(peopleFrom(8, { requests: 2200, offers: 500, blanks: 0.1 }));
    const contested = result.waiting.filter(({ causes }) => causes[0]?.code === 'contested');
    expect(contested.length).toBeGreaterThan(100);
    for (const { causes } of contested) {
      const [first] = causes;
      if (first?.code === 'contested') expect(first.facts.rivals).toBeGreaterThan(first.facts.seats);
    }
  }, 60_000);
});
