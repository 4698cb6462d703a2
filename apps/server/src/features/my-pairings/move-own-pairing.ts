import { announce } from '@trellis/db/announcements';
import { moveOwnPairing as saveMove } from '@trellis/db/answers';
import { appendAudit } from '@trellis/db/audit';
import { enqueue } from '@trellis/db/outbox';
import { lockOwnPairing } from '@trellis/db/reads/own-pairings';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import { mayKnow } from '@trellis/domain/pairings/answer';
import type { MoveOwnPairing } from '@trellis/domain/pairings/own-inputs';
import { mayMoveOwn } from '@trellis/domain/pairings/own-moves';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { noticesOfMove } from '../../pairing-notices.ts';
import { writeOnce } from '../../write-once.ts';

/**
 * Rests a pairing that runs, takes it up again, winds it up, or keeps it as a tie. Either of the two may; the other one
 * hears of it.
 */
export const moveOwnPairing = (
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Acting,
  input: MoveOwnPairing,
): Promise<
  Decision<{ moved: boolean }, Refusal<'not_found' | 'illegal_transition' | 'conflict' | 'key_reused'>>
> =>
  writeOnce(deps, actor, async (tx, now) => {
    const pairing = await lockOwnPairing(tx, actor.memberId, input.pairingId);
    if (!pairing || !mayKnow(pairing, pairing.place)) return refuse('not_found', { what: 'pairing' });
    if (!mayMoveOwn(pairing.status, input.to, pairing.place)) {
      return refuse('illegal_transition', { from: pairing.status, to: input.to });
    }
    const step = { from: pairing.status, to: input.to, resumeOn: input.resumeOn };
    if (!(await saveMove(tx, pairing.id, step, now)))
      return refuse('conflict', { what: 'pairing', now: 'changed' });
    await enqueue(tx, noticesOfMove(pairing, input.to, actor.memberId, now), now);
    await announce(tx, 'pairing', pairing.programId);
    await appendAudit(tx, {
      action: `pairing.${input.to}`,
      subjectKind: 'pairing',
      subjectId: pairing.id,
      detail: { place: pairing.place, from: pairing.status, resumeOn: input.resumeOn },
    });
    return accept({ moved: true });
  });
