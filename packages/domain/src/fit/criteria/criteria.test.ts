import { describe, expect, it } from 'vitest';
import type { CareerStepId, MemberId, OfferId, ProgramId, RequestId, TermId } from '../../ids.ts';
import type { Offer } from '../../offers/offer.ts';
import type { Profile } from '../../profiles/profile.ts';
import { type Criterion, DEFAULT_WEIGHTS } from '../../programs/settings.ts';
import type { Request } from '../../requests/request.ts';
import { FIT_SCALE, isBridge } from '../fit.ts';
import { fitOf } from '../fit-of.ts';
import { sidesOf, yardstickWith } from '../testing/arbitrary-people.ts';
import { reachFrom } from './reach.ts';

const skill = (n: number) => `skill-${n}` as TermId;
const job = (n: number) => `occupation-${n}` as TermId;
const industry = (n: number) => `industry-${n}` as TermId;
const goal = (n: number) => `goal-${n}` as TermId;

const profile = (member: string, said: Partial<Profile>): Profile => ({
  memberId: member as MemberId,
  displayName: member,
  headline: null,
  about: null,
  country: null,
  employer: null,
  timeZone: null,
  skills: [],
  industries: [],
  career: [],
  languages: [],
  style: {},
  boundaries: null,
  hours: [],
  visibility: {},
  ...said,
});

const step = (occupation: number | null, inIndustry: number | null, fromYear: number) => ({
  id: 'step' as CareerStepId,
  occupationId: occupation === null ? null : job(occupation),
  industryId: inIndustry === null ? null : industry(inIndustry),
  employer: null,
  fromYear,
  toYear: null,
});

const fit = (
  asks: Partial<Request>,
  gives: Partial<Offer>,
  mentor: Partial<Profile> = {},
  mentee: Partial<Profile> = {},
) => {
  const yardstick = yardstickWith();
  const pair = {
    request: {
      id: 'request' as RequestId,
      programId: 'program' as ProgramId,
      memberId: 'mentee' as MemberId,
      status: 'open' as const,
      seats: 1,
      from: { occupationId: null, industryId: null },
      towards: { occupationId: null, industryId: null },
      goals: [],
      skills: [],
      industries: [],
      languages: [],
      mix: null,
      note: null,
      openedAt: null,
      missedRounds: 0,
      wishes: [],
      ...asks,
    },
    mentee: profile('mentee', mentee),
    offer: {
      id: 'offer' as OfferId,
      programId: 'program' as ProgramId,
      memberId: 'mentor' as MemberId,
      status: 'open' as const,
      capacity: 1,
      goals: [],
      skills: [],
      industries: [],
      note: null,
      hoursPerMonth: null,
      ...gives,
    },
    mentor: profile('mentor', mentor),
  };
  return fitOf(...sidesOf(pair, yardstick), yardstick);
};
const value = (result: ReturnType<typeof fit>, criterion: Criterion) =>
  result.parts.find((part) => part.criterion === criterion)?.value;

describe('skills', () => {
  const asks = (...ids: number[]) => ({
    skills: ids.map((n) => ({ termId: skill(n), need: 'nice' as const })),
  });
  const knows = (n: number, level: 1 | 3 | 5) => ({ skills: [{ termId: skill(n), level }] });

  it('count levels, parents and siblings', () => {
    expect(value(fit(asks(1), {}, knows(1, 5)), 'skills')).toBe(FIT_SCALE);
    expect(value(fit(asks(1), {}, knows(1, 1)), 'skills')).toBe(3_000);
    expect(value(fit(asks(1), {}, knows(0, 5)), 'skills')).toBe(6_000);
    expect(value(fit(asks(0), {}, knows(1, 5)), 'skills')).toBe(6_000);
    expect(value(fit(asks(1), {}, knows(2, 5)), 'skills')).toBe(4_000);
    expect(value(fit(asks(1), {}, knows(5, 5)), 'skills')).toBe(0);
    expect(value(fit(asks(1), {}), 'skills')).toBeNull();
  });

  it('weigh a rare one more than a common one', () => {
    // One offer of sixteen has skill 1, eleven have skill 11.
    const rare = value(fit(asks(1, 11), {}, knows(1, 5)), 'skills')!;
    const common = value(fit(asks(1, 11), {}, knows(11, 5)), 'skills')!;
    expect(rare).toBeGreaterThan(2 * common);
  });
});

describe('goals and industries', () => {
  it('compare by their trees', () => {
    expect(value(fit({ goals: [goal(1), goal(5)] }, { goals: [goal(1)] }), 'goals')).toBe(5_000);
    expect(value(fit({ goals: [goal(1)] }, { goals: [goal(2)] }), 'goals')).toBe(4_000);
    const towards = { towards: { occupationId: null, industryId: industry(1) } };
    const years = (n: number | null) => ({ industries: [{ termId: industry(1), years: n }] });
    expect(value(fit(towards, {}, years(12)), 'industries')).toBe(FIT_SCALE);
    expect(value(fit(towards, {}, years(1)), 'industries')).toBe(6_000);
    expect(value(fit(towards, {}, years(null)), 'industries')).toBe(8_500);
  });
});

describe('path', () => {
  const wish = {
    from: { occupationId: job(1), industryId: null },
    towards: { occupationId: job(5), industryId: null },
  };

  it('rewards the same move, then a neighboring one, then having arrived', () => {
    const same = fit(wish, {}, { career: [step(5, null, 2019), step(1, null, 2010)] });
    const near = fit(wish, {}, { career: [step(2, null, 2010), step(6, null, 2019)] });
    const arrived = fit(wish, {}, { career: [step(9, null, 2010), step(5, null, 2019)] });
    expect(value(same, 'path')).toBe(FIT_SCALE);
    expect(value(arrived, 'path')).toBe(6_000);
    expect(value(near, 'path')).toBe(Math.round(4_000 * (0.6 + 0.4 * 0.4)));
    expect(same.parts.find((p) => p.criterion === 'path')?.facts).toMatchObject({
      kind: 'same_move',
      move: { fromOccupation: job(1), toOccupation: job(5), year: 2019 },
    });
    expect(near.parts.find((p) => p.criterion === 'path')?.facts).toMatchObject({ kind: 'neighboring_move' });
    expect(arrived.parts.find((p) => p.criterion === 'path')?.facts).toMatchObject({ kind: 'arrived' });
  });

  it('does not reward the way back', () => {
    const back = fit(wish, {}, { career: [step(5, null, 2010), step(1, null, 2019)] });
    expect(value(back, 'path')).toBe(6_000);
  });
});

describe('reach', () => {
  const world = (...ids: number[]) => ({ skills: ids.map((n) => ({ termId: skill(n), level: null })) });

  it('peaks at moderate overlap', () => {
    const reach = (mentor: number[], mentee: number[]) =>
      value(fit({}, {}, world(...mentor), world(...mentee)), 'reach');
    expect(reach([1], [1])).toBe(0);
    expect(reach([1, 5], [1, 9])).toBe(FIT_SCALE);
    expect(reach([1], [5])).toBe(2_000);
    expect(reach([1, 5], [1])).toBe(7_500);
  });

  it('rises with every field in common up to a third, and falls with every one beyond', () => {
    for (const [mine, theirs] of [
      [6, 6],
      [3, 9],
      [12, 4],
    ] as const) {
      const most = Math.min(mine, theirs);
      for (let shared = 1; shared <= most; shared++) {
        const step = reachFrom(shared, mine, theirs, false) - reachFrom(shared - 1, mine, theirs, false);
        const overlap = shared / (mine + theirs - shared);
        const before = (shared - 1) / (mine + theirs - shared + 1);
        if (overlap <= 1 / 3) expect(step).toBeGreaterThan(0);
        if (before >= 1 / 3) expect(step).toBeLessThan(0);
      }
    }
    expect(reachFrom(3, 6, 6, false)).toBe(FIT_SCALE);
  });

  it('is halved by the same employer', () => {
    const result = fit({}, {}, { ...world(1, 5), employer: 'ACME ' }, { ...world(1, 9), employer: 'Acme' });
    expect(value(result, 'reach')).toBe(FIT_SCALE / 2);
    expect(isBridge(result)).toBe(false);
  });

  it('has the share the mentee wished for', () => {
    const mix = (wish: number | null) =>
      fit({ mix: wish, goals: [goal(1)] }, { goals: [goal(1)] }, world(1), world(5)).mix;
    const sum = Object.values(DEFAULT_WEIGHTS).reduce((all, weight) => all + weight);
    expect(mix(null)).toBe(Math.round((FIT_SCALE * DEFAULT_WEIGHTS.reach) / sum));
    expect(mix(0)).toBe(0);
    expect(mix(100)).toBe(6_000);
  });
});

describe('style, time and languages', () => {
  it('need two common answers before they say anything', () => {
    expect(
      value(fit({}, {}, { style: { talk_or_write: 1 } }, { style: { talk_or_write: 1 } }), 'style'),
    ).toBeNull();
    const answers = { talk_or_write: 1, plan_or_explore: 5 };
    expect(value(fit({}, {}, { style: answers }, { style: answers }), 'style')).toBe(FIT_SCALE);
    const opposite = { talk_or_write: 5, plan_or_explore: 1 };
    expect(value(fit({}, {}, { style: answers }, { style: opposite }), 'style')).toBe(0);
  });

  it('count minutes up to three hours', () => {
    const free = (minutes: number) => ({
      timeZone: 'Europe/Berlin' as never,
      hours: [{ weekday: 2, from: 600, to: 600 + minutes }],
    });
    expect(value(fit({}, {}, free(90), free(600)), 'time')).toBe(5_000);
    expect(value(fit({}, {}, free(600), free(600)), 'time')).toBe(FIT_SCALE);
    expect(value(fit({}, {}, free(600), {}), 'time')).toBeNull();
  });

  it('ask for the languages needed, or else for common ground', () => {
    const speaks = (...languages: string[]) => ({ languages });
    expect(value(fit(speaks('uk', 'de'), {}, speaks('de')), 'languages')).toBe(5_000);
    expect(value(fit({}, {}, speaks('en'), speaks('en')), 'languages')).toBe(FIT_SCALE);
    expect(value(fit({}, {}, speaks('en'), speaks('en', 'uk')), 'languages')).toBe(7_000);
    expect(value(fit({}, {}, speaks('en', 'uk'), speaks('en', 'uk')), 'languages')).toBe(FIT_SCALE);
  });
});
