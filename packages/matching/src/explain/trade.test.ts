import { mixOf, scoreOf } from '@trellis/domain/fit/fit-of';
import { OBJECTIVES } from '@trellis/domain/programs/kinds';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange } from '../change.ts';
import type { RoundInput, RoundSettings } from '../round-input.ts';
import { type RoundStudy, studyRound, totalOf } from '../study.ts';
import { peopleFrom, SETTINGS } from '../testing/people.ts';
import { type Trade, tradeForGrant, tradeForPair, tradeForSeat, tradeWithoutPair } from './trade.ts';

const study = (input: RoundInput, settings: RoundSettings): RoundStudy => {
  const result = studyRound(input, settings);
  if (result.status !== 'studied') throw new Error(JSON.stringify(result));
  return result;
};

/** Served and Σ fit − load costs of a study, fixed pairs included. */
const worthOf = ({ pool, table, pairs, settings }: RoundStudy) => ({
  served: pairs.length,
  total: totalOf(pool, table, pairs, settings.loadStep),
});

const differs = (before: RoundStudy, after: RoundStudy) => ({
  served: worthOf(after).served - worthOf(before).served,
  total: worthOf(after).total - worthOf(before).total,
});

const worth = ({ served, total }: Trade) => ({ served, total });

const round = fc.record({
  seed: fc.integer({ min: 0, max: 1e6 }),
  requests: fc.integer({ min: 1, max: 14 }),
  offers: fc.integer({ min: 1, max: 9 }),
  objective: fc.constantFrom(...OBJECTIVES),
  loadStep: fc.constantFrom(0, 100, 4000),
  mostSeats: fc.constantFrom(1, 1, 3),
});
type Spec = typeof round extends fc.Arbitrary<infer T> ? T : never;
const roundOf = ({ seed, objective, loadStep, ...size }: Spec) => ({
  input: peopleFrom(seed, { ...size, skills: 40 }),
  settings: { ...SETTINGS, objective, loadStep },
});

describe('trades', () => {
  it('for a wanted pair equal the round solved anew with that pair fixed', () => {
    fc.assert(
      fc.property(round, fc.nat(), (spec, pick) => {
        const { input, settings } = roundOf(spec);
        const before = study(input, settings);
        if (before.table.column.length === 0) return;
        const e = pick % before.table.column.length;
        let request = 0;
        while (before.table.rowStart[request + 1]! <= e) request++;
        const offer = before.table.column[e]!;
        if (before.holding.atOffer[offer]!.includes(request)) return;
        const trade = tradeForPair(before, request, offer, before.table.fit[e]!)!;
        const requestId = before.pool.requests[request]!.request.id;
        const offerId = before.pool.offers[offer]!.offer.id;
        const after = study({ ...input, fixed: [{ requestId, offerId }] }, settings);
        expect(worth(trade)).toEqual(differs(before, after));
      }),
      { numRuns: 150 },
    );
  });

  it('for an unwanted pair equal the round solved anew with the two kept apart', () => {
    fc.assert(
      fc.property(round, fc.nat(), (spec, pick) => {
        const { input, settings } = roundOf(spec);
        const before = study(input, settings);
        const pair = before.pairs[pick % Math.max(1, before.pairs.length)];
        if (pair === undefined) return;
        const trade = tradeWithoutPair(before, pair.request, pair.offer)!;
        const apart = {
          memberA: before.pool.requests[pair.request]!.profile.memberId,
          memberB: before.pool.offers[pair.offer]!.profile.memberId,
          kind: 'ruled_out' as const,
        };
        const after = study({ ...input, separations: [apart] }, settings);
        expect(worth(trade)).toEqual(differs(before, after));
      }),
      { numRuns: 150 },
    );
  });

  it('for one more seat equal the round solved anew with it', () => {
    fc.assert(
      fc.property(round, fc.nat(), (spec, pick) => {
        const { input, settings } = roundOf(spec);
        const before = study(input, settings);
        if (before.pool.offers.length === 0) return;
        const at = pick % before.pool.offers.length;
        const { id } = before.pool.offers[at]!.offer;
        const offers = input.offers.map((o) => (o.id === id ? { ...o, capacity: o.capacity! + 1 } : o));
        expect(worth(tradeForSeat(before, at))).toEqual(
          differs(before, study({ ...input, offers }, settings)),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('for a grant equal the round solved anew with waiver, seat and pair', () => {
    fc.assert(
      fc.property(round, fc.nat(), fc.boolean(), (spec, pick, newSeat) => {
        const { input, settings } = roundOf(spec);
        const rules = { ...settings.rules, minSharedMinutes: 120, maxTimeZoneHours: 3 };
        const strict = { ...settings, rules };
        const before = study(input, strict);
        const { pool, holding } = before;
        const waiting = pool.requests.flatMap((_, request) => {
          const held = before.pairs.filter((pair) => pair.request === request).length;
          return held < pool.seats[request]! ? [request] : [];
        });
        const request = waiting[pick % Math.max(1, waiting.length)];
        const offer = pool.offers.length === 0 ? -1 : pick % pool.offers.length;
        if (request === undefined || offer < 0 || holding.atOffer[offer]!.includes(request)) return;
        const mix = mixOf(pool.requests[request]!, pool.yardstick);
        const fit = scoreOf(pool.requests[request]!, pool.offers[offer]!, pool.yardstick, mix);
        const trade = tradeForGrant(before, request, offer, fit, newSeat);
        const { id, capacity } = pool.offers[offer]!.offer;
        const pair = { requestId: pool.requests[request]!.request.id, offerId: id };
        const changed = applyChange(input, strict, {
          fixed: [pair],
          waived: [pair],
          ...(newSeat && { capacities: [{ offerId: id, capacity: capacity! + 1 }] }),
        });
        const after = study(changed.input, changed.settings);
        expect(worth(trade!)).toEqual(differs(before, after));
      }),
      { numRuns: 150 },
    );
  });
});
