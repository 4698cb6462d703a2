import { describe, expect, it } from 'vitest';
import { PAIRING_STATUSES, type PairingStatus } from '../pairings/statuses.ts';
import { type Course, storyOf, TOGETHER_DAYS } from './story.ts';

const DAY = 86_400_000;
const NOW = 1_000 * DAY;

/** A pairing that began `begun` days ago and came into its status `changed` days ago. */
const course = (status: PairingStatus, begun: number | null, changed = 0): Course => ({
  status,
  begunMs: begun === null ? null : NOW - begun * DAY,
  changedMs: NOW - changed * DAY,
  endReasonCode: null,
});
const story = (...of: Parameters<typeof course>) => storyOf(course(...of), NOW);

describe('storyOf', () => {
  it('needs eight weeks together, to the day', () => {
    expect(story('active', TOGETHER_DAYS)).toBe('went_on');
    expect(story('active', TOGETHER_DAYS - 1)).toBe('too_early');
    // It came into its status when it began; what counts for a running pairing is today.
    expect(story('active', 90, 90)).toBe('went_on');
  });

  it('does not ask how those ended who went on', () => {
    for (const status of ['paused', 'closing', 'kept', 'closed', 'withdrawn'] as const) {
      expect(story(status, 100, 100 - TOGETHER_DAYS)).toBe('went_on');
    }
  });

  it('counts the time until it ended, not until today', () => {
    expect(story('closed', 300, 290)).toBe('did_not');
    expect(story('withdrawn', 300, 290)).toBe('did_not');
    expect(story('paused', 300, 290)).toBe('too_early');
    expect(story('closing', 300, 290)).toBe('too_early');
  });

  it('counts those who stay in touch as gone on, however soon', () => {
    expect(story('kept', 20)).toBe('went_on');
  });

  it('counts what never began as not gone on, and what is open as too early', () => {
    const never = (status: PairingStatus) => story(status, null);
    expect((['declined', 'expired', 'not_now', 'withdrawn'] as const).map(never)).toEqual(
      new Array(4).fill('did_not'),
    );
    expect((['invited', 'meeting'] as const).map(never)).toEqual(new Array(2).fill('too_early'));
  });

  it('says nothing where it is not about the two', () => {
    const left = { ...course('withdrawn', 20, 10), endReasonCode: 'left' };
    expect(storyOf(left, NOW)).toBeNull();
    expect(storyOf({ ...left, begunMs: NOW - 100 * DAY }, NOW)).toBe('went_on');
    expect(story('erased', 100)).toBeNull();
  });

  it('knows every status', () => {
    for (const status of PAIRING_STATUSES) expect(story(status, null)).not.toBeUndefined();
    const unpublished = ['suggested', 'approved', 'dismissed', 'ruled_out'] as const;
    expect(unpublished.map((status) => story(status, null))).toEqual(new Array(4).fill(null));
  });
});
