import { expect, test } from 'vitest';
import type { PairingStatus } from '../pairings/statuses.ts';
import { relationByPairings } from './relation-by-pairings.ts';

const pairing = (status: PairingStatus, place: 'mentor' | 'mentee' = 'mentor') => ({
  status,
  place,
  consentOrder: 'mentor_first' as const,
  mentorAnswer: null,
  menteeAnswer: null,
});

test('nothing before publishing, proposed while asked, paired once both said yes', () => {
  expect(relationByPairings([])).toBe('none');
  for (const status of ['suggested', 'approved', 'dismissed', 'declined'] as const) {
    expect(relationByPairings([pairing(status)])).toBe('none');
  }
  expect(relationByPairings([pairing('invited')])).toBe('proposed');
  expect(relationByPairings([pairing('invited', 'mentee')])).toBe('none');
  expect(relationByPairings([pairing('meeting')])).toBe('paired');
});

test('the nearest of several counts', () => {
  expect(relationByPairings([pairing('declined'), pairing('active'), pairing('invited')])).toBe('paired');
});
