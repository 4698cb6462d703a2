import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairAt } from '../pair-table.ts';
import type { RoundInput, RoundSettings } from '../round-input.ts';
import { type RoundStudy, studyRound } from '../study.ts';
import { peopleFrom, SETTINGS } from '../testing/people.ts';
import {
  rowsOf,
  type Trade,
  tradeForPair,
  tradeForPermission,
  tradeForSeat,
  tradeWithoutPair,
} from './trade.ts';

const study = (input: RoundInput, settings: RoundSettings): RoundStudy => {
  const result = studyRound(input, settings);
  if (result.status !== 'studied') throw new Error(JSON.stringify(result));
  return result;
};

/** Served and Σ fit − load costs of a study, fixed pairs included. */
const worthOf = ({ pool, table, pairs, settings }: RoundStudy) => {
  const load = pool.held.slice();
  let total = 0;
  for (const { request, offer } of pairs) {
    total += table.fit[pairAt(table, request, offer)]! - settings.loadStep * load[offer]!;
    load[offer] = load[offer]! + 1;
  }
  return { served: pairs.length, total };
};

const differs = (before: RoundStudy, after: RoundStudy) => ({
  served: worthOf(after).served - worthOf(before).served,
  total: worthOf(after).total - worthOf(before).total,
});

const worth = ({ served, total }: Trade) => ({ served, total });

const round = fc.record({
  seed: fc.integer({ min: 0, max: 1e6 }),
  requests: fc.integer({ min: 1, max: 14 }),
  offers: fc.integer({ min: 1, max: 9 }),
  objective: fc.constantFrom<('served' | 'total')[]>('served', 'total'),
  loadStep: fc.constantFrom(0, 100, 4000),
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
        const trade = tradeForPair(before, rowsOf(before, request)[0]!, offer)!;
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
        const trade = tradeWithoutPair(before, rowsOf(before, pair.request)[0]!)!;
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

  it('for a waived rule equal the round solved anew with it', () => {
    fc.assert(
      fc.property(round, fc.nat(), (spec, pick) => {
        const { input, settings } = roundOf(spec);
        const rules = { ...settings.rules, minSharedMinutes: 120, maxTimeZoneHours: 3 };
        const strict = { ...settings, rules };
        const before = study(input, strict);
        const forbidden = before.pool.requests.flatMap((_, request) =>
          before.pool.offers.flatMap((__, offer) =>
            pairAt(before.table, request, offer) < 0 ? [{ request, offer }] : [],
          ),
        );
        const pair = forbidden[pick % Math.max(1, forbidden.length)];
        if (pair === undefined) return;
        const requestId = before.pool.requests[pair.request]!.request.id;
        const offerId = before.pool.offers[pair.offer]!.offer.id;
        const after = study({ ...input, waived: [{ requestId, offerId }] }, strict);
        const e = pairAt(after.table, pair.request, pair.offer);
        const fit = after.table.fit[e]!;
        const trade = tradeForPermission(before, rowsOf(before, pair.request)[0]!, pair.offer, fit);
        expect(worth(trade)).toEqual(differs(before, after));
      }),
      { numRuns: 150 },
    );
  });
});
