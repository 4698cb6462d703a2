import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CRITERIA, DEFAULT_WEIGHTS } from '../programs/settings.ts';
import { termNearness, termTree } from '../taxonomy/tree.ts';
import { brokenRules, isAllowed, pairHistory } from './broken-rules.ts';
import { FIT_SCALE, FIT_UNKNOWN } from './fit.ts';
import { fitOf, mixOf, scoreOf } from './fit-of.ts';
import {
  arbitraryPair,
  arbitraryWeights,
  type PersonPair,
  sidesOf,
  TERMS,
  yardstickWith,
} from './testing/arbitrary-people.ts';
import { nearness } from './yardstick.ts';

const fit = (pair: PersonPair, weights = DEFAULT_WEIGHTS) => {
  const yardstick = yardstickWith(weights);
  return fitOf(...sidesOf(pair, yardstick), yardstick);
};

describe('fitOf', () => {
  it('gives the number that rounds are solved with', () => {
    fc.assert(
      fc.property(arbitraryPair, arbitraryWeights, (pair, weights) => {
        const yardstick = yardstickWith(weights);
        const [request, offer] = sidesOf(pair, yardstick);
        expect(scoreOf(request, offer, yardstick, mixOf(request, yardstick))).toBe(
          fitOf(request, offer, yardstick).fit,
        );
      }),
    );
  });

  it('stays on the scale in every part, as integers', () => {
    fc.assert(
      fc.property(arbitraryPair, arbitraryWeights, (pair, weights) => {
        const result = fit(pair, weights);
        const numbers = [
          result.fit,
          result.trust ?? 0,
          result.reach ?? 0,
          result.mix,
          result.evidence,
          ...result.parts.map((part) => part.value ?? 0),
          ...result.parts.map((part) => part.share),
        ];
        for (const number of numbers) {
          expect(Number.isInteger(number) && number >= 0 && number <= FIT_SCALE).toBe(true);
        }
        const shares = result.parts.reduce((sum, part) => sum + part.share, 0);
        expect(shares === 0 || Math.abs(shares - FIT_SCALE) <= CRITERIA.length).toBe(true);
      }),
    );
  });

  it('is the middle when nothing comparable is known', () => {
    fc.assert(
      fc.property(arbitraryPair, (pair) => {
        const result = fit(pair);
        if (result.parts.every((part) => part.share === 0)) expect(result.fit).toBe(FIT_UNKNOWN);
      }),
    );
  });

  it('lets a blank neither help nor hurt: the rest is weighed as if the criterion did not exist', () => {
    const blanks: Record<
      'skills' | 'goals' | 'style' | 'time' | 'languages',
      (pair: PersonPair) => PersonPair
    > = {
      skills: (p) => ({ ...p, request: { ...p.request, skills: [] } }),
      goals: (p) => ({ ...p, offer: { ...p.offer, goals: [] } }),
      style: (p) => ({ ...p, mentor: { ...p.mentor, style: {} } }),
      time: (p) => ({ ...p, mentee: { ...p.mentee, hours: [] } }),
      languages: (p) => ({ ...p, mentor: { ...p.mentor, languages: [] } }),
    };
    const criteria = Object.keys(blanks) as (keyof typeof blanks)[];
    fc.assert(
      fc.property(arbitraryPair, fc.constantFrom(...criteria), (pair, criterion) => {
        const withoutIt = { ...DEFAULT_WEIGHTS, [criterion]: 0 };
        expect(fit(blanks[criterion](pair)).trust).toBe(fit(pair, withoutIt).trust);
      }),
    );
  });

  it('does not change when all weights are doubled', () => {
    const half = arbitraryWeights.map(
      (weights) => Object.fromEntries(CRITERIA.map((c) => [c, Math.floor(weights[c] / 2)])) as typeof weights,
    );
    fc.assert(
      fc.property(arbitraryPair, half, (pair, weights) => {
        const doubled = Object.fromEntries(CRITERIA.map((c) => [c, weights[c] * 2])) as typeof weights;
        expect(fit(pair, doubled)).toEqual(fit(pair, weights));
      }),
    );
  });

  it('is never lowered by a wish', () => {
    fc.assert(
      fc.property(arbitraryPair, (pair) => {
        const without = fit({ ...pair, request: { ...pair.request, wishes: [] } });
        const named = { offerId: pair.offer.id, rank: 5 };
        const wished = fit({ ...pair, request: { ...pair.request, wishes: [named] } });
        if (without.trust !== null) expect(wished.fit).toBeGreaterThanOrEqual(without.fit);
      }),
    );
  });

  it('goes from trust to reach as far as the mentee wishes', () => {
    fc.assert(
      fc.property(arbitraryPair, fc.integer({ min: 0, max: 99 }), (pair, slider) => {
        const at = (mix: number | null) => fit({ ...pair, request: { ...pair.request, mix } });
        const { trust, reach } = at(0);
        if (trust === null || reach === null) return;
        expect(at(0).fit).toBe(trust);
        expect(at(100).fit).toBe(Math.round(0.4 * trust + 0.6 * reach));
        const [less, more] = [at(slider).fit, at(slider + 1).fit];
        expect(reach >= trust ? more >= less : more <= less).toBe(true);
        // Where the program weighs reach with nothing, there is nothing to go to.
        const without = { ...DEFAULT_WEIGHTS, reach: 0 };
        expect(fit({ ...pair, request: { ...pair.request, mix: 100 } }, without).fit).toBe(trust);
      }),
    );
  });

  it('uses nothing that a member keeps to themselves', () => {
    fc.assert(
      fc.property(arbitraryPair, (pair) => {
        const hidden = {
          skills: 'self',
          industries: 'self',
          career: 'self',
          languages: 'self',
          hours: 'self',
          style: 'self',
          employer: 'self',
        } as const;
        const blank = {
          skills: [],
          industries: [],
          career: [],
          languages: [],
          hours: [],
          style: {},
          employer: null,
        };
        expect(fit({ ...pair, mentor: { ...pair.mentor, visibility: hidden } })).toEqual(
          fit({ ...pair, mentor: { ...pair.mentor, ...blank, visibility: {} } }),
        );
      }),
    );
  });
});

describe('nearness', () => {
  it('agrees with the taxonomy', () => {
    const tree = termTree(TERMS);
    const yardstick = yardstickWith();
    for (const a of TERMS) {
      for (const b of TERMS) {
        expect(nearness(yardstick.parent, yardstick.numberOf(a.id), yardstick.numberOf(b.id))).toBe(
          Math.round(FIT_SCALE * termNearness(tree, a.id, b.id)),
        );
      }
    }
  });
});

describe('brokenRules', () => {
  it('is empty exactly for the pairs that may be proposed', () => {
    const rules = fc.record({
      sharedLanguage: fc.boolean(),
      maxTimeZoneHours: fc.option(fc.integer({ min: 0, max: 12 })),
      refuseSameEmployer: fc.boolean(),
      minSharedMinutes: fc.option(fc.integer({ min: 0, max: 600 })),
    });
    const history = fc.constantFrom(
      pairHistory([], []),
      pairHistory([{ memberA: 'mentor' as never, memberB: 'mentee' as never, kind: 'ruled_out' }], []),
      pairHistory([], [{ mentee: 'mentee' as never, mentor: 'mentor' as never }]),
      pairHistory([], [], [{ requestId: 'request' as never, offerId: 'offer' as never }]),
    );
    fc.assert(
      fc.property(arbitraryPair, rules, history, (pair, settings, past) => {
        const yardstick = yardstickWith(DEFAULT_WEIGHTS, settings);
        const [request, offer] = sidesOf(pair, yardstick);
        expect(isAllowed(request, offer, yardstick, past)).toBe(
          brokenRules(request, offer, yardstick, past).length === 0,
        );
      }),
    );
  });
});
