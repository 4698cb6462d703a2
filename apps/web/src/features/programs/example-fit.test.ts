import type { ExamplePair } from '@trellis/domain/programs/example-pair';
import { DEFAULT_RULES, DEFAULT_WEIGHTS } from '@trellis/domain/programs/settings';
import { expect, test } from 'vitest';
import { exampleFit } from './example-fit.ts';

const id = <T>(n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}` as T;
const nowhere = { occupationId: null, industryId: null };
const [skill, goal] = [id<ExamplePair['terms'][number]['id']>(1), id<ExamplePair['terms'][number]['id']>(2)];

const person = (n: number, languages: string[]): ExamplePair['mentee'] => ({
  memberId: id(n),
  displayName: `Person ${n}`,
  headline: null,
  about: null,
  country: null,
  employer: null,
  timeZone: null,
  skills: [],
  industries: [],
  career: [],
  languages,
  style: {},
  boundaries: null,
  hours: [],
  visibility: {},
});

/** They share the skill; the goal the mentee has is not one the mentor helps with. */
const pair: ExamplePair = {
  request: {
    id: id(10),
    programId: id(11),
    memberId: id(12),
    status: 'open',
    seats: 1,
    from: nowhere,
    towards: nowhere,
    goals: [goal],
    skills: [{ termId: skill, need: 'nice' }],
    industries: [],
    languages: [],
    mix: null,
    note: null,
    openedAt: null,
    missedRounds: 0,
    wishes: [],
  },
  offer: {
    id: id(20),
    programId: id(11),
    memberId: id(22),
    status: 'open',
    capacity: 1,
    goals: [id(3)],
    skills: [skill],
    industries: [],
    note: null,
    hoursPerMonth: null,
  },
  mentee: person(12, ['de']),
  mentor: person(22, ['uk']),
  terms: [
    { id: skill, kind: 'skill', name: 'Facilitation', parentId: null },
    { id: goal, kind: 'goal', name: 'Change career', parentId: null },
  ],
  zones: {},
  at: '2026-11-24T09:00:00Z' as ExamplePair['at'],
  pool: { offers: 4, offersWith: [[skill, 1]] },
};

test('a weight that moves changes the fit, and its share', () => {
  const noGoals = exampleFit(pair, { ...DEFAULT_WEIGHTS, goals: 0 }, DEFAULT_RULES);
  const mostGoals = exampleFit(pair, { ...DEFAULT_WEIGHTS, goals: 10 }, DEFAULT_RULES);
  expect(noGoals.fit.fit).toBeGreaterThan(mostGoals.fit.fit);
  expect(noGoals.fit.parts.find(({ criterion }) => criterion === 'goals')?.share).toBe(0);
  expect(noGoals.reasons[0]?.code).toMatch(/skill/);
});

test('a rule that is switched on is named', () => {
  expect(exampleFit(pair, DEFAULT_WEIGHTS, { ...DEFAULT_RULES, sharedLanguage: true }).broken).toEqual([
    'language',
  ]);
  expect(exampleFit(pair, DEFAULT_WEIGHTS, { ...DEFAULT_RULES, sharedLanguage: false }).broken).toEqual([]);
});
