import { PAIRING_STATUSES } from '@trellis/domain/pairings/statuses';
import type { BoardPairing } from '@trellis/domain/pairings/views';
import { expect, test } from 'vitest';
import { BOARD_STATES, filterBoard, NO_FILTER } from './board-filter.ts';

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
  const all = [
    pairing({}),
    pairing({ bridge: true }),
    pairing({ evidence: 100 }),
    pairing({ missedRounds: 2 }),
  ];
  expect(filterBoard(all, { ...NO_FILTER, bridges: true })).toHaveLength(1);
  expect(filterBoard(all, { ...NO_FILTER, littleKnown: true })).toHaveLength(1);
  expect(filterBoard(all, { ...NO_FILTER, waitedBefore: true })).toHaveLength(1);
});
