import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignBestTotal, assignMostServed } from './assign.ts';
import { assignThinned, isDense } from './assign-thinned.ts';
import { verifyAssignment } from './certificate.ts';
import { anyMarket, seededMarket } from './testing/markets.ts';

const shape = { requests: 12, offers: 9, lowest: 0, highest: 15, capacity: 3, slotStep: 3 };

describe('assignThinned', () => {
  test('equals the solve over all pairs, and its prices prove it over all of them', () => {
    let found = 0;
    fc.assert(
      fc.property(
        anyMarket(shape),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom('served' as const, 'total' as const),
        (market, first, objective) => {
          const plan = assignThinned(market, objective, { first });
          if (plan === null) return;
          found++;
          const whole = objective === 'total' ? assignBestTotal(market) : assignMostServed(market);
          expect(plan.score).toBe(whole.score);
          if (objective === 'served') expect(plan.served).toBe(whole.served);
          expect(verifyAssignment(market, plan)).toMatchObject({ ok: true, faults: [] });
        },
      ),
      { numRuns: 1500 },
    );
    expect(found).toBeGreaterThan(500);
  });

  test('begins with few pairs of a dense market and ends with the proof over all', () => {
    const market = seededMarket(3, {
      requests: 900,
      offers: 800,
      lowest: 0,
      highest: 9000,
      capacity: 3,
      slotStep: 100,
      perRow: 1500,
    });
    expect(isDense(market)).toBe(true);
    for (const objective of ['served', 'total'] as const) {
      const plan = assignThinned(market, objective)!;
      expect(plan.kernels).toContain('thinned');
      expect(verifyAssignment(market, plan).ok).toBe(true);
    }
  });

  test('gives up where everybody wants the same few', () => {
    const market = seededMarket(3, {
      requests: 60,
      offers: 40,
      lowest: 0,
      highest: 3,
      capacity: 1,
      slotStep: 0,
      perRow: 400,
    });
    expect(assignThinned(market, 'served', { first: 1 })).toBeNull();
  });
});
