import { DEFAULT_RULES, DEFAULT_WEIGHTS } from '@trellis/domain/programs/settings';
import type { RoundView } from '@trellis/domain/rounds/views';
import { expect, it } from 'vitest';
import { canKeep, draftOf, inputOf } from './what-if-draft.ts';

const round = {
  id: '018f2d2e-0000-7000-8000-000000000001',
  objective: 'served',
  weights: DEFAULT_WEIGHTS,
  rules: DEFAULT_RULES,
} as unknown as RoundView;

it('asks about nothing, and has nothing to keep, before anything is tried', () => {
  const draft = draftOf(round);
  expect(inputOf(round, draft)).toEqual({ roundId: round.id });
  expect(canKeep(round, draft)).toBe(false);
});

it('asks only about what differs, also when it was moved there and back', () => {
  const settings = { ...draftOf(round).settings, weights: { ...DEFAULT_WEIGHTS, goals: 1 } };
  const draft = { ...draftOf(round), settings };
  expect(inputOf(round, draft)).toEqual({ roundId: round.id, weights: settings.weights });
  expect(canKeep(round, draft)).toBe(true);
  const back = { ...draft, settings: { ...settings, weights: { ...DEFAULT_WEIGHTS } } };
  expect(inputOf(round, back)).toEqual({ roundId: round.id });
});

it('cannot keep mentors who do not exist', () => {
  const kind = { skills: [], industries: [], languages: ['de'], dayParts: [], timeZone: null };
  const draft = { ...draftOf(round), mentors: [{ from: 'kind' as const, kind, seats: 1, count: 2 }] };
  expect(inputOf(round, draft).mentors).toEqual(draft.mentors);
  expect(canKeep(round, draft)).toBe(false);
});
