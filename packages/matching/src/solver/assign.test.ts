import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignBestTotal, assignMostServed } from './assign.ts';
import { verifyAssignment } from './certificate.ts';
import { answerExhaustively } from './testing/brute-force.ts';
import { anyMarket, marketOfTable } from './testing/markets.ts';

const small = { requests: 6, offers: 6, lowest: 0, highest: 20, capacity: 3, slotStep: 4 };

describe.each(['paths', 'auction', 'dense', undefined] as const)('most served first by %s', (kernel) => {
  test('equals exhaustive search and proves itself', () => {
    fc.assert(
      fc.property(anyMarket({ ...small, lowest: -10 }), (market) => {
        const plan = assignMostServed(market, { kernel });
        const answer = answerExhaustively(market);
        expect([plan.served, plan.score]).toEqual([answer.mostServed, answer.servedScore]);
        expect(verifyAssignment(market, plan).faults).toEqual([]);
      }),
      { numRuns: 2500 },
    );
  });

  test('serves both although one pair alone is worth more', () => {
    const market = marketOfTable(
      [
        [100, 1],
        [2, null],
      ],
      [1, 1],
    );
    const plan = assignMostServed(market, { kernel });
    expect([...plan.mate]).toEqual([1, 0]);
    expect(assignBestTotal(market, { kernel }).score).toBe(100);
  });

  test.each([
    ['nobody at all', marketOfTable([], [])],
    ['requests without pairs', marketOfTable([[], []], [])],
    ['offers without requests', marketOfTable([], [1, 2])],
    ['offers without seats', marketOfTable([[5], [7]], [0])],
  ])('%s', (_name, market) => {
    const plan = assignMostServed(market, { kernel });
    expect([plan.served, plan.score]).toEqual([0, 0]);
    expect(verifyAssignment(market, plan).ok).toBe(true);
  });
});

describe.each(['paths', 'auction', 'dense', undefined] as const)('best total by %s', (kernel) => {
  test('equals exhaustive search and proves itself', () => {
    fc.assert(
      fc.property(anyMarket({ ...small, lowest: -10 }), (market) => {
        const plan = assignBestTotal(market, { kernel });
        expect(plan.score).toBe(answerExhaustively(market).totalScore);
        expect(verifyAssignment(market, plan).faults).toEqual([]);
      }),
      { numRuns: 2500 },
    );
  });

  test('never takes a pair of negative score', () => {
    expect([...assignBestTotal(marketOfTable([[-3]], [1])).mate]).toEqual([-1]);
  });
});
