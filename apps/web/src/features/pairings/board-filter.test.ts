import type { PairingId } from '@trellis/domain/ids';
import type { ReasonKind } from '@trellis/domain/pairings/reason-kinds';
import { PAIRING_STATUSES } from '@trellis/domain/pairings/statuses';
import type { BoardPairing } from '@trellis/domain/pairings/views';
import { expect, test } from 'vitest';
import { BOARD_STATES, filterBoard, filterOf, NO_FILTER, readBoardSearch, searchOf } from './board-filter.ts';

const pairing = (fields: Partial<BoardPairing>): BoardPairing =>
  ({
    id: 'p',
    status: 'suggested',
    mentee: 'Maya Lindner',
    mentor: 'Tomasz Nowak',
    menteeHeadline: 'Teacher',
    mentorHeadline: null,
    evidence: 8000,
    bridge: false,
    reasons: [],
    missedRounds: 0,
    ...fields,
  }) as BoardPairing;

test('every status can be found under one heading besides all', () => {
  for (const status of PAIRING_STATUSES) {
    const found = BOARD_STATES.filter(
      (state) => filterBoard([pairing({ status })], { ...NO_FILTER, state }).length > 0,
    );
    expect(found).toContain('all');
    expect(found.length).toBeGreaterThan(1);
  }
});

test('all words must be said, in any order and field', () => {
  const filter = (text: string) => filterBoard([pairing({})], { ...NO_FILTER, text });
  expect(filter('nowak maya')).toHaveLength(1);
  expect(filter('teacher')).toHaveLength(1);
  expect(filter('maya nobody')).toHaveLength(0);
});

test('marks narrow down', () => {
  const all = [pairing({}), pairing({ evidence: 100 }), pairing({ missedRounds: 2 })];
  expect(filterBoard(all, { ...NO_FILTER, littleKnown: true })).toHaveLength(1);
  expect(filterBoard(all, { ...NO_FILTER, waitedBefore: true })).toHaveLength(1);
});

test('kinds of reasons narrow down together', () => {
  const reason = (code: string) => ({ code, facts: {} }) as BoardPairing['reasons'][number];
  const all = [
    pairing({ reasons: [reason('rare_skill'), reason('shared_time')] }),
    pairing({ reasons: [reason('near_skill')], bridge: true }),
    pairing({ reasons: [reason('little_known')] }),
  ];
  const found = (...because: ReasonKind[]) => filterBoard(all, { ...NO_FILTER, because }).length;
  expect(found()).toBe(3);
  expect(found('skill')).toBe(2);
  expect(found('skill', 'time')).toBe(1);
  expect(found('bridge')).toBe(1);
  expect(found('goal')).toBe(0);
});

test('what somebody else has just moved stays in sight, and what was decided here is found again', () => {
  const one = pairing({ id: 'a' as PairingId, status: 'dismissed' });
  const ids = new Set([one.id]);
  const none = new Set<PairingId>();
  expect(filterBoard([one], NO_FILTER, { kept: ids, decidedHere: none })).toHaveLength(1);
  const mine = { ...NO_FILTER, state: 'decided_here' as const };
  expect(filterBoard([one], mine, { kept: none, decidedHere: ids })).toHaveLength(1);
  expect(filterBoard([one], mine, { kept: none, decidedHere: none })).toHaveLength(0);
});

test('the address remembers a filter, and takes nothing that it does not know', () => {
  const filter = { ...NO_FILTER, text: 'maya', because: ['skill', 'bridge'] as const, waitedBefore: true };
  expect(searchOf(filter)).toEqual({ find: 'maya', show: 'open', because: 'skill,bridge', waited: true });
  expect(filterOf(searchOf(filter), 'all')).toEqual(filter);
  expect(readBoardSearch({ find: 7, show: 'nowhere', because: 'luck,goal', little: 'yes' })).toEqual({
    find: '7',
    because: 'goal',
  });
  expect(filterOf({}, 'all')).toEqual({ ...NO_FILTER, state: 'all' });
});
