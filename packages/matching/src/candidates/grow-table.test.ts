import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../decide.ts';
import { helpRound, sharedSlots } from '../help-round.ts';
import { seatMarket } from '../market.ts';
import { scoreAllPairs } from '../pair-table.ts';
import { gatherPool } from '../pool.ts';
import { verifyAssignment } from '../solver/certificate.ts';
import { peopleFrom, SETTINGS } from '../testing/people.ts';
import { growTable } from './grow-table.ts';
import { rowSlots } from './row-slots.ts';

describe('growTable', () => {
  it('ends with prices that prove the plan over all allowed pairs', () => {
    const spec = fc.record({
      seed: fc.integer({ min: 0, max: 1e6 }),
      requests: fc.integer({ min: 1, max: 40 }),
      offers: fc.integer({ min: 1, max: 110 }),
      objective: fc.constantFrom<('served' | 'total')[]>('served', 'total'),
      loadStep: fc.constantFrom(0, 100, 3000),
      first: fc.integer({ min: 0, max: 3 }),
    });
    let grew = 0;
    fc.assert(
      fc.property(spec, ({ seed, objective, loadStep, first, ...size }) => {
        const pool = gatherPool(peopleFrom(seed, { ...size, skills: 60 }), SETTINGS);
        const dense = scoreAllPairs(pool);
        const start = decide(pool, dense, [], objective, loadStep, {});
        const fixed = start.pairs.slice(0, seed % 2);
        const all = decide(pool, dense, fixed, objective, loadStep, {});
        const slots = rowSlots({ requests: pool.requests.length, offers: pool.offers.length, most: first });
        const { decided, rounds } = growTable(pool, fixed, objective, loadStep, slots);
        grew += rounds;
        if (decided.proof.kind !== 'prices' || all.proof.kind !== 'prices') throw new Error('no prices');
        const whole = seatMarket(pool, dense, fixed, loadStep).sparse;
        expect(verifyAssignment(whole, decided.proof.assignment)).toMatchObject({ ok: true, faults: [] });
        expect(decided.proof.assignment.score).toBe(all.proof.assignment.score);
        expect(decided.pairs.length).toBe(all.pairs.length);
      }),
      { numRuns: 120 },
    );
    expect(grew).toBeGreaterThan(50);
  });

  it('gives the same whether others found the candidates, or took some and died', () => {
    const input = peopleFrom(4, { requests: 200, offers: 60 });
    const pool = gatherPool(input, SETTINGS);
    const wanted = { requests: pool.requests.length, offers: pool.offers.length, most: 5 };
    const alone = growTable(pool, [], 'served', 100, rowSlots(wanted));
    const helped = sharedSlots(wanted);
    const help = helpRound(input, SETTINGS);
    help.fill(helped);
    expect(Atomics.load(helped.done, 0)).toBe(1);
    expect(growTable(pool, [], 'served', 100, helped)).toEqual(alone);
    // All is planned: nobody has to be asked any more.
    help.ask(helped);
    const left = sharedSlots(wanted);
    Atomics.store(left.taken, 0, 2);
    expect(growTable(pool, [], 'served', 100, left)).toEqual(alone);
    expect(() => help.fill(rowSlots({ ...wanted, requests: 1 }))).toThrow(RangeError);
  });
});
