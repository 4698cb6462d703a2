import { describe, expect, test } from 'vitest';
import type { MemberId } from '../ids.ts';
import { leavesNoAdmin } from './last-admin.ts';
import { MEMBER_STATUSES } from './roles.ts';
import { memberMoves, memberMovesFrom } from './status-moves.ts';

const [ada, ben] = ['ada', 'ben'] as MemberId[] as [MemberId, MemberId];

describe('the last admin', () => {
  test.each([
    ['loses the role', { roles: ['coordinator'], status: 'active' }, true],
    ['rests', { roles: ['admin'], status: 'paused' }, true],
    ['leaves', { roles: ['admin'], status: 'withdrawn' }, true],
    ['is erased', { roles: [], status: 'erased' }, true],
    ['gets a role more', { roles: ['admin', 'mentor'], status: 'active' }, false],
  ] as const)('%s', (_, after, expected) => {
    expect(leavesNoAdmin([ada], ada, after)).toBe(expected);
    expect(leavesNoAdmin([ada, ben], ada, after)).toBe(false);
    expect(leavesNoAdmin([ada], ben, after)).toBe(false);
  });
});

test('what follows on what: nothing follows on being erased', () => {
  expect(Object.fromEntries(MEMBER_STATUSES.map((from) => [from, memberMoves(from)]))).toEqual({
    active: ['paused', 'withdrawn'],
    paused: ['active', 'withdrawn'],
    withdrawn: ['active'],
    erased: [],
  });
  expect(memberMovesFrom('erased')).toEqual(['active', 'paused', 'withdrawn']);
});
