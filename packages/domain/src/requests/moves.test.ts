import { expect, test } from 'vitest';
import { REQUEST_MOVES } from './inputs.ts';
import { blankParts, canOpenRequest, mayMoveRequest, requestMovesFrom } from './moves.ts';
import { REQUEST_STATUSES } from './request.ts';

const nowhere = { occupationId: null, industryId: null };
const blank = { from: nowhere, towards: nowhere, goals: [], skills: [], note: null };

test('every status × every move', () => {
  const may = REQUEST_STATUSES.map(
    (from) => [from, REQUEST_MOVES.filter((to) => mayMoveRequest(from, to))] as const,
  );
  expect(Object.fromEntries(may)).toEqual({
    draft: ['open', 'withdrawn'],
    open: ['paused', 'withdrawn'],
    paused: ['open', 'withdrawn'],
    served: ['open'],
    withdrawn: ['open', 'paused', 'draft'],
  });
});

test('withdrawing can be undone, wherever it came from', () => {
  for (const from of requestMovesFrom('withdrawn')) {
    expect(REQUEST_MOVES.filter((to) => to === from && mayMoveRequest('withdrawn', to))).toEqual([from]);
  }
});

test('blanks are named in the order of the form; a direction, a goal or a skill is enough to open', () => {
  const termId = 'term' as never;
  expect(blankParts(blank)).toEqual(['path', 'goals', 'skills', 'note']);
  expect(canOpenRequest(blank)).toBe(false);
  expect(canOpenRequest({ ...blank, note: 'Only words' })).toBe(false);
  expect(canOpenRequest({ ...blank, from: { occupationId: termId, industryId: null } })).toBe(false);
  expect(canOpenRequest({ ...blank, towards: { occupationId: null, industryId: termId } })).toBe(true);
  expect(canOpenRequest({ ...blank, goals: [termId] })).toBe(true);
  expect(canOpenRequest({ ...blank, skills: [{ termId, need: 'nice' }] })).toBe(true);
});
