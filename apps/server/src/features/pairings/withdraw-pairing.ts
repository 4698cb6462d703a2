import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import { enqueue } from '@trellis/db/outbox';
import { decidePairings } from '@trellis/db/pairing-decisions';
import { findPairings } from '@trellis/db/pairings';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { PairingRef, WithdrawPairing } from '@trellis/domain/pairings/inputs';
import { mayMove, partiesOf, TRANSITIONS } from '@trellis/domain/pairings/transitions';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { lookAfterMentee } from '../../look-after-mentee.ts';
import { noticesOfMove } from '../../pairing-notices.ts';
import { writeOnce } from '../../write-once.ts';

/**
 * Ends a live pairing for both, whatever state it is in; the mentee's request is open again. Whoever knew of it is told that
 * it is over; the reason stays with staff.
 */
export const withdrawPairing = (
  deps: Pick<Deps, 'db' | 'clock' | 'ids'>,
  actor: Acting,
  { pairingId, why }: WithdrawPairing,
): Promise<
  Decision<PairingRef, Refusal<'not_found' | 'forbidden' | 'illegal_transition' | 'conflict' | 'key_reused'>>
> =>
  writeOnce(deps, actor, async (tx, now) => {
    const [pairing] = await findPairings(tx, [pairingId]);
    if (!pairing) return refuse('not_found', { what: 'pairing' });
    if (pairing.menteeId === actor.memberId || pairing.mentorId === actor.memberId)
      return refuse('forbidden', {});
    if (!mayMove(pairing.status, 'withdrawn', partiesOf(actor.roles, null))) {
      return refuse('illegal_transition', { from: pairing.status, to: 'withdrawn' });
    }
    const step = { from: TRANSITIONS.withdrawn.from, to: 'withdrawn' as const, reasonCode: 'staff', why };
    const moved = await decidePairings(tx, [{ pairingId, version: pairing.version }], step, now);
    if (moved.length === 0) return refuse('conflict', { what: 'pairing', now: pairing.status });
    await lookAfterMentee(tx, deps, { ...pairing, decidedBy: actor.memberId }, now);
    await enqueue(tx, noticesOfMove(pairing, 'withdrawn', actor.memberId, now), now);
    await announce(tx, 'pairing', pairing.programId);
    await appendAudit(tx, {
      action: 'pairing.withdrawn',
      subjectKind: 'pairing',
      subjectId: pairingId,
      why,
      detail: { from: pairing.status },
    });
    return accept({ pairingId });
  });
