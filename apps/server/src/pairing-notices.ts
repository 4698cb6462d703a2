import type { OutboxItem } from '@trellis/db/outbox';
import type { MemberId, PairingId } from '@trellis/domain/ids';
import { type Asked, mayKnow } from '@trellis/domain/pairings/answer';
import type { PairingStatus } from '@trellis/domain/pairings/statuses';
import type { Instant } from '@trellis/domain/time';

/** What the two hear of a pairing that runs, by where it went; nothing is said about the other moves. */
const TOPICS: Partial<Record<PairingStatus, string>> = {
  paused: 'pairing.paused',
  active: 'pairing.resumed',
  closing: 'pairing.closing',
  closed: 'pairing.closed',
  kept: 'pairing.kept',
  withdrawn: 'pairing.withdrawn',
};

interface Couple extends Asked {
  readonly id: PairingId;
  readonly version: number;
  readonly menteeId: MemberId;
  readonly mentorId: MemberId;
}

/**
 * One notice to each of the two who may know of the pairing, except whoever moved it. `pairing` is as it was before the
 * move: its version keeps a second rest apart from the first.
 */
export const noticesOfMove = (
  pairing: Couple,
  to: PairingStatus,
  movedBy: MemberId,
  now: Instant,
): OutboxItem[] => {
  const topic = TOPICS[to];
  if (!topic) return [];
  const people = [
    ...(mayKnow(pairing, 'mentee') ? [pairing.menteeId] : []),
    ...(mayKnow(pairing, 'mentor') ? [pairing.mentorId] : []),
  ];
  return people
    .filter((memberId) => memberId !== movedBy)
    .map((memberId) => ({
      topic,
      dedupKey: `${topic}:${pairing.id}:${pairing.version}:${memberId}`,
      payload: { pairingId: pairing.id, memberId },
      dueAt: now,
    }));
};
