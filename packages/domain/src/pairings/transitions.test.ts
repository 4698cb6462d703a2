import { describe, expect, test } from 'vitest';
import { LIVE_STATUSES, PAIRING_STATUSES, type PairingStatus } from './statuses.ts';
import { mayMove, PARTIES, type Party, possibleMoves, TRANSITIONS } from './transitions.ts';

/** Written by hand from the lifecycle in the vocabulary, so that a slip in the table shows. */
const EXPECTED: Record<Party, Partial<Record<PairingStatus, readonly PairingStatus[]>>> = {
  coordinator: {
    suggested: ['approved', 'dismissed', 'ruled_out', 'withdrawn', 'erased'],
    approved: ['suggested', 'invited', 'dismissed', 'ruled_out', 'withdrawn', 'erased'],
    invited: ['withdrawn', 'erased'],
    meeting: ['active', 'withdrawn', 'erased'],
    active: ['paused', 'closing', 'withdrawn', 'erased'],
    paused: ['active', 'closing', 'withdrawn', 'erased'],
    closing: ['withdrawn', 'closed', 'erased'],
    dismissed: ['suggested', 'ruled_out'],
    ruled_out: ['suggested'],
    closed: ['active'],
  },
  mentor: {
    invited: ['meeting', 'declined'],
    meeting: ['active', 'not_now'],
    active: ['paused', 'closing'],
    paused: ['active', 'closing'],
    closing: ['kept', 'closed'],
    closed: ['active'],
  },
  mentee: {
    invited: ['meeting', 'declined'],
    meeting: ['active', 'not_now'],
    active: ['paused', 'closing'],
    paused: ['active', 'closing'],
    closing: ['kept', 'closed'],
    closed: ['active'],
  },
  schedule: { invited: ['expired'] },
};

describe('the lifecycle', () => {
  for (const party of PARTIES) {
    for (const from of PAIRING_STATUSES) {
      test(`${party}, from ${from}`, () => {
        expect([...possibleMoves(from, [party])].sort()).toEqual([...(EXPECTED[party][from] ?? [])].sort());
      });
    }
  }

  test('nobody moves to where they are', () => {
    for (const status of PAIRING_STATUSES) expect(mayMove(status, status, PARTIES)).toBe(false);
  });

  test('every live status can be left', () => {
    for (const status of LIVE_STATUSES) expect(possibleMoves(status, PARTIES)).not.toEqual([]);
  });

  test('erased is the end', () => {
    expect(possibleMoves('erased', PARTIES)).toEqual([]);
    expect(Object.keys(TRANSITIONS).sort()).toEqual([...PAIRING_STATUSES].sort());
  });
});
