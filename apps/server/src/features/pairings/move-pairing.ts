import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import { enqueue } from '@trellis/db/outbox';
import { decidePairings } from '@trellis/db/pairing-decisions';
import { findPairings } from '@trellis/db/pairings';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { MovePairing, PairingRef } from '@trellis/domain/pairings/inputs';
import { mayMoveByStaff } from '@trellis/domain/pairings/staff-moves';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { noticesOfMove } from '../../pairing-notices.ts';
import { writeOnce } from '../../write-once.ts';

/**
 * Rests a running pairing until a day, takes it up again, winds it up or closes it, on the wish of the two, who both hear
 * of it. A pairing of one's own is moved on one's own page.
 */
export const movePairing = (
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Acting,
  { pairingId, version, to, resumeOn }: MovePairing,
): Promise<
  Decision<PairingRef, Refusal<'not_found' | 'forbidden' | 'illegal_transition' | 'conflict' | 'key_reused'>>
> =>
  writeOnce(deps, actor, async (tx, now) => {
    const [pairing] = await findPairings(tx, [pairingId]);
    if (!pairing) return refuse('not_found', { what: 'pairing' });
    if (pairing.menteeId === actor.memberId || pairing.mentorId === actor.memberId)
      return refuse('forbidden', {});
    if (!mayMoveByStaff(pairing.status, to)) {
      return refuse('illegal_transition', { from: pairing.status, to });
    }
    const step = { from: [pairing.status], to, resumeOn };
    const moved = await decidePairings(tx, [{ pairingId, version }], step, now);
    if (moved.length === 0) return refuse('conflict', { what: 'pairing', now: pairing.status });
    await enqueue(tx, noticesOfMove(pairing, to, actor.memberId, now), now);
    await announce(tx, 'pairing', pairing.programId);
    await appendAudit(tx, {
      action: `pairing.${to}`,
      subjectKind: 'pairing',
      subjectId: pairingId,
      detail: { by: 'staff', from: pairing.status, resumeOn },
    });
    return accept({ pairingId });
  });
