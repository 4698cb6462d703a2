import { isBridge } from '@trellis/domain/fit/fit';
import { fitOf } from '@trellis/domain/fit/fit-of';
import { describe, expect, it } from 'vitest';
import { alternativesForOffer, alternativesForRequest, whyNot } from './explain/alternatives.ts';
import { pairAt } from './pair-table.ts';
import { planOf } from './plan-round.ts';
import type { RoundInput, RoundSettings } from './round-input.ts';
import { type RoundStudy, studyRound } from './study.ts';
import { blankOffer, blankProfile, idOf, peopleFrom, SETTINGS } from './testing/people.ts';
import { whatIf } from './what-if.ts';

const study = (input: RoundInput, settings: RoundSettings = SETTINGS): RoundStudy => {
  const result = studyRound(input, settings);
  if (result.status !== 'studied') throw new Error(JSON.stringify(result));
  return result;
};
const input = peopleFrom(21, { requests: 40, offers: 16 });

describe('whatIf', () => {
  it('changes nobody when nothing changes', () => {
    expect(whatIf(study(input), {})).toMatchObject({ status: 'compared', changed: [] });
  });

  it('names exactly those whose mentors differ from the round run with the change', () => {
    const settings = { weights: { ...SETTINGS.weights, goals: 0, skills: 10 } };
    const before = study(input);
    const result = whatIf(before, { settings });
    if (result.status !== 'compared') throw new Error(result.status);
    const was = planOf(before).pairings;
    const is = planOf(study(input, { ...SETTINGS, ...settings })).pairings;
    const mentor = (list: typeof was, id: string) => list.find((p) => p.requestId === id)?.offerId;
    const differing = input.requests
      .map((request) => request.id)
      .filter((id) => mentor(was, id) !== mentor(is, id))
      .sort();
    expect(result.changed.map((person) => person.requestId)).toEqual(differing);
    expect(differing.length).toBeGreaterThan(0);
    expect(result.after.served).toBe(is.length);
  });

  it('adds a mentor, and says when a change leaves no plan', () => {
    const memberId = idOf<never>(1, 99);
    const mentors = [
      { profile: blankProfile(memberId, 'New'), offer: { ...blankOffer(99, memberId), capacity: 3 } },
    ];
    const result = whatIf(study(input), { mentors });
    expect(result).toMatchObject({ status: 'compared' });
    if (result.status === 'compared') expect(result.after.served).toBe(result.before.served + 3);
    const [first] = planOf(study(input)).pairings;
    const fixed = [{ requestId: first!.requestId, offerId: first!.offerId }];
    const none = whatIf(study(input), { fixed, capacities: [{ offerId: first!.offerId, capacity: 0 }] });
    expect(none).toMatchObject({ status: 'infeasible', causes: [{ code: 'fixed_not_ready' }] });
  });
});

describe('alternatives', () => {
  const before = study(input);
  const { pool, table } = before;

  it('hold the planned mentor, the best by fit in order, and a bridge when one is allowed', () => {
    for (const { request } of pool.requests) {
      const list = alternativesForRequest(before, request.id, 3);
      const fits = list.map(({ fit }) => fit.fit);
      expect(fits).toEqual([...fits].sort((a, b) => b - a));
      const at = pool.requestAt.get(request.id)!;
      const planned = before.pairs.filter((pair) => pair.request === at);
      expect(list.filter((one) => one.isPlanned).length).toBe(planned.length);
      const allowed = pool.offers.filter((_, offer) => pairAt(table, at, offer) >= 0);
      const hasBridge = allowed.some((offer) => isBridge(fitOf(pool.requests[at]!, offer, pool.yardstick)));
      expect(list.some((one) => one.isBridge)).toBe(hasBridge);
    }
  });

  it('tell the same trade from either side', () => {
    const { offer } = pool.offers[0]!;
    for (const one of alternativesForOffer(before, offer.id, 3)) {
      const other = alternativesForRequest(before, one.requestId, 100).find((a) => a.offerId === offer.id)!;
      expect(other).toEqual(one);
    }
  });

  it('never make the plan better: it was the best', () => {
    for (const { request } of pool.requests) {
      for (const { trade } of alternativesForRequest(before, request.id, 2)) {
        expect(trade!.served < 0 || (trade!.served === 0 && trade!.total <= 0)).toBe(true);
      }
    }
  });

  it('answer "why not" for every pair of people', () => {
    for (const request of input.requests.slice(0, 10)) {
      for (const offer of input.offers) {
        const why = whyNot(before, request.id, offer.id);
        if (!offer.capacity) expect(why.kind).toBe('offer_not_ready');
        else if (why.kind === 'rules') expect(why.broken.length).toBeGreaterThan(0);
        else expect(['planned', 'trade']).toContain(why.kind);
      }
    }
    expect(whyNot(before, 'nobody' as never, input.offers[0]!.id)).toEqual({
      kind: 'request_not_ready',
      reason: null,
    });
  });
});
