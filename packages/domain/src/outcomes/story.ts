import type { PairingStatus } from '../pairings/statuses.ts';

/**
 * How a published pairing went, as far as one knows. `went_on`: the two were together for eight weeks after both had said
 * "go on", or stay in touch · `did_not`: it came to an end before that · `too_early`: it is open and may still become either.
 */
export const STORIES = ['went_on', 'did_not', 'too_early'] as const;
export type Story = (typeof STORIES)[number];

/** Days after which two have gone on together: the eighth week, when the last check-in before closing is due. */
export const TOGETHER_DAYS = 56;
const TOGETHER_MS = TOGETHER_DAYS * 86_400_000;

/** What is known of a published pairing's course. Times are milliseconds since the epoch. */
export interface Course {
  readonly status: PairingStatus;
  /** When both had said "go on"; null when that never happened. */
  readonly begunMs: number | null;
  /** When it came into its status. */
  readonly changedMs: number;
  readonly endReasonCode: string | null;
}

/**
 * The story of a pairing, or null where it says nothing about the two: it was erased as a mistake, or one of them left the
 * agency before it was decided. How it ended does not matter once they have gone on.
 */
export const storyOf = (course: Course, nowMs: number): Story | null => {
  const { status, begunMs } = course;
  if (status === 'erased') return null;
  const untilMs = status === 'active' ? nowMs : course.changedMs;
  if (begunMs !== null && untilMs - begunMs >= TOGETHER_MS) return 'went_on';
  switch (status) {
    case 'kept':
      return 'went_on';
    case 'declined':
    case 'expired':
    case 'not_now':
    case 'closed':
      return 'did_not';
    case 'withdrawn':
      return course.endReasonCode === 'left' ? null : 'did_not';
    case 'invited':
    case 'meeting':
    case 'active':
    case 'paused':
    case 'closing':
      return 'too_early';
    default:
      return null;
  }
};
