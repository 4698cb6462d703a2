import { isAllowed } from '@trellis/domain/fit/broken-rules';
import { mixOf, scoreOf } from '@trellis/domain/fit/fit-of';
import { CRITERIA, type Weights } from '@trellis/domain/programs/settings';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherPool } from '../pool.ts';
import { peopleFrom, SETTINGS } from '../testing/people.ts';
import { makeSearch } from './search.ts';
import { topPairs } from './top-pairs.ts';
import { mostAmong, mostLeftOut, violators } from './violators.ts';

const weights = fc.record(
  Object.fromEntries(CRITERIA.map((c) => [c, fc.integer({ min: 0, max: 10 })])) as Record<
    keyof Weights,
    fc.Arbitrary<number>
  >,
);
const size = fc.record({
  requests: fc.integer({ min: 1, max: 8 }),
  offers: fc.integer({ min: 1, max: 60 }),
  blanks: fc.constantFrom(0, 0.3, 0.8),
  skills: fc.constantFrom(16, 80),
});

const prepared = (seed: number, people: { requests: number; offers: number }, someWeights: Weights) => {
  const plain = peopleFrom(seed, people);
  const waived = [{ requestId: plain.requests[0]!.id, offerId: plain.offers[0]!.id }];
  const pool = gatherPool({ ...plain, waived }, { ...SETTINGS, weights: someWeights });
  const search = makeSearch(pool);
  const exact = pool.requests.map((request) =>
    pool.offers.flatMap((offer, j) =>
      isAllowed(request, offer, pool.yardstick, pool.history)
        ? [{ offer: j, fit: scoreOf(request, offer, pool.yardstick, mixOf(request, pool.yardstick)) }]
        : [],
    ),
  );
  return { pool, search, exact };
};

describe('topPairs', () => {
  it('are those of a full comparison', () => {
    fc.assert(
      fc.property(fc.integer(), size, weights, fc.integer({ min: 0, max: 12 }), (seed, people, w, most) => {
        const { pool, search, exact } = prepared(seed, people, w);
        pool.requests.forEach((request, i) => {
          const sorted = [...exact[i]!].sort((a, b) => b.fit - a.fit || a.offer - b.offer);
          const { offer: offers, fit } = topPairs(search, request, most);
          expect([...offers]).toEqual([...offers].sort((a, b) => a - b));
          const found = [...offers]
            .map((offer, k) => ({ offer, fit: fit[k]! }))
            .sort((a, b) => b.fit - a.fit);
          expect(found.map(({ fit }) => fit)).toEqual(sorted.slice(0, most).map(({ fit }) => fit));
          expect(exact[i]).toEqual(expect.arrayContaining([...found]));
          expect(new Set(found.map(({ offer }) => offer)).size).toBe(found.length);
        });
      }),
      { numRuns: 200 },
    );
  });
});

it('works over more offers than one tile holds, and with more terms than fit into memory together', () => {
  const { pool, search, exact } = prepared(3, { requests: 6, offers: 2300 }, SETTINGS.weights);
  const fits = (i: number) => [...topPairs(search, pool.requests[i]!, 40).fit].sort((a, b) => b - a);
  pool.requests.forEach((request, i) => {
    const best = exact[i]!.map(({ fit }) => fit).sort((a, b) => b - a);
    expect(fits(i)).toEqual(best.slice(0, 40));
    const terms = [...pool.yardstick.parent.keys()];
    const skills = [...request.skills, ...terms.filter((term) => !request.skills.includes(term))].slice(
      0,
      150,
    );
    const many = { ...request, skills, skillWeight: skills.map((_, k) => 100 + k), must: [] };
    const mix = mixOf(many, pool.yardstick);
    const scores = pool.offers
      .filter((offer) => isAllowed(many, offer, pool.yardstick, pool.history))
      .map((offer) => scoreOf(many, offer, pool.yardstick, mix));
    expect([...topPairs(search, many, 40).fit].sort((a, b) => b - a)).toEqual(
      scores.sort((a, b) => b - a).slice(0, 40),
    );
    search.lists.forget();
    expect(fits(i)).toEqual(best.slice(0, 40));
  });
  const tooMany = {
    ...pool.requests[0]!,
    skills: new Array(201).fill(0),
    skillWeight: new Array(201).fill(1),
  };
  expect(() => topPairs(search, tooMany, 3)).toThrow(RangeError);
});

describe('violators', () => {
  it('hold every kind of pair that a full comparison finds, and one that improves whenever there is one', () => {
    const worth = fc.integer({ min: -3000, max: 9000 });
    const most = fc.constantFrom(1, 3, 1000);
    fc.assert(
      fc.property(
        fc.integer(),
        size,
        weights,
        worth,
        most,
        fc.integer(),
        (seed, people, w, own, limit, salt) => {
          const { pool, search, exact } = prepared(seed, people, w);
          const price = Float64Array.from(pool.offers, (_, j) => ((j * 7919 + salt) >>> 0) % 4000);
          search.views.price.set(Float64Array.from(search.index.positionAt, (position) => price[position]!));
          const has = (offer: number) => offer % 5 === 1;
          const row = Int32Array.from(pool.offers.keys()).filter(has);
          pool.requests.forEach((request, i) => {
            const beating = (by: number) =>
              exact[i]!.filter(({ offer, fit }) => fit - price[offer]! > own - by && !has(offer));
            const {
              offer: position,
              fit,
              improves,
            } = violators(search, request, {
              worth: own,
              most: limit,
              nearly: 300,
              row,
            });
            const found = Array.from(position, (offer, k) => ({
              offer,
              fit: fit[k]!,
              improves: improves[k] === 1,
            }));
            expect(beating(300)).toEqual(
              expect.arrayContaining(found.map(({ offer, fit }) => ({ offer, fit }))),
            );
            const improving = found.filter(({ improves }) => improves).map(({ offer }) => offer);
            const all = beating(0).map(({ offer }) => offer);
            expect(all).toEqual(expect.arrayContaining(improving));
            expect(improving.length > 0).toBe(all.length > 0);
            if (limit === 1000) expect(found.length).toBe(beating(300).length);
            const left = exact[i]!.filter(({ offer }) => !has(offer));
            const best = Math.max(own - 300, ...left.map(({ offer, fit }) => fit - price[offer]!));
            search.views.all.set([...pool.offers.keys()]);
            search.views.fall.fill(0);
            const most = mostLeftOut(
              search,
              request,
              { list: 'all', count: pool.offers.length, fallen: -1 },
              { worth: own, nearly: 300, row, beyond: 10_000 },
            );
            if (best > own) expect(most).toBeGreaterThan(own);
            else expect(most).toBeLessThanOrEqual(own);
            expect(most).toBeGreaterThanOrEqual(Math.min(best, own + 1));
            const count = search.kernel.gatherAsked(1, pool.offers.length, -1, Number.POSITIVE_INFINITY);
            expect(count).toBe(pool.offers.length);
            const among = mostAmong(search, request, count, { worth: own, nearly: 300, row });
            if (best > own) expect(among).toBe(Number.POSITIVE_INFINITY);
            else expect(among).toBeLessThanOrEqual(own);
            expect(among).toBeGreaterThanOrEqual(best);
          });
        },
      ),
      { numRuns: 200 },
    );
  });
});
