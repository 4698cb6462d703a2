import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignBestTotal, assignMostServed } from './assign.ts';
import type { Assignment } from './assignment.ts';
import { verifyAssignment } from './certificate.ts';
import { anyMarket, marketOfTable } from './testing/markets.ts';

const market = marketOfTable(
  [
    [9, 5, null],
    [8, 7, 1],
    [6, null, null],
  ],
  [1, 1, 1],
);

function altered(change: Partial<Assignment>): Assignment {
  return { ...assignMostServed(market), ...change };
}

describe('the certificate refuses', () => {
  test('a plan that is feasible but not best', () => {
    const worse = Int32Array.of(1, 2, 0);
    expect(assignMostServed(market).score).toBe(12);
    expect(
      verifyAssignment(market, altered({ mate: Int32Array.of(0, 1, -1), served: 2, score: 16 })).ok,
    ).toBe(false);
    expect(verifyAssignment(market, altered({ mate: worse, served: 3, score: 12 })).ok).toBe(true);
    expect(verifyAssignment(market, altered({ mate: worse, served: 3, score: 13 })).ok).toBe(false);
  });

  test('a pair that is not allowed, and an offer filled twice', () => {
    expect(verifyAssignment(market, altered({ mate: Int32Array.of(2, 1, 0) })).faults[0]).toContain(
      'not among',
    );
    expect(verifyAssignment(market, altered({ mate: Int32Array.of(0, 1, 0) })).faults[0]).toContain(
      'more than 1',
    );
  });

  test('prices that are negative, fractional or for other offers', () => {
    const dead = new Uint8Array(3);
    const price = Float64Array.of(0, 0, 0);
    for (const duals of [
      { dead, price: Float64Array.of(0, -1, 0) },
      { dead, price: Float64Array.of(0, 0.5, 0) },
      { dead, price: Float64Array.of(0, 0) },
    ]) {
      expect(verifyAssignment(market, altered({ duals })).ok).toBe(false);
    }
    expect(verifyAssignment(market, altered({ duals: { dead, price } })).ok).toBe(false);
  });
});

test('no prices whatever give a bound below a plan', () => {
  const shape = { requests: 5, offers: 4, lowest: 0, highest: 9, capacity: 2, slotStep: 2 };
  fc.assert(
    fc.property(anyMarket(shape), fc.array(fc.nat(12), { minLength: 4, maxLength: 4 }), (any, prices) => {
      const duals = {
        dead: new Uint8Array(any.offers),
        price: Float64Array.from(prices.slice(0, any.offers)),
      };
      const total = assignBestTotal(any);
      const bound = verifyAssignment(any, { ...total, duals }).bound;
      expect(bound.score >= BigInt(total.score)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
