import { announce } from '@trellis/db/announcements';
import { saveAnswer } from '@trellis/db/answers';
import { appendAudit } from '@trellis/db/audit';
import { enqueue } from '@trellis/db/outbox';
import { lockOwnPairing, type OwnPairing } from '@trellis/db/reads/own-pairings';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import { applyAnswer, mayKnow } from '@trellis/domain/pairings/answer';
import type { AnswerPairing } from '@trellis/domain/pairings/own-inputs';
import type { Instant } from '@trellis/domain/time';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { invitationTerm } from '../../invitation-term.ts';
import { lookAfterMentee } from '../../look-after-mentee.ts';
import { writeOnce } from '../../write-once.ts';

/**
 * One of the two says yes or no to an invitation, or, after the first conversation, whether to go on. A no ends the
 * pairing without being shown to the other; the mentee's request is open again and staff owe them a next step, all in
 * the same transaction.
 */
export const answerPairing = (
  deps: Pick<Deps, 'db' | 'clock' | 'ids'>,
  actor: Acting,
  input: AnswerPairing,
): Promise<Decision<{ ended: boolean }, Refusal<'not_found' | 'conflict' | 'key_reused'>>> =>
  writeOnce(deps, actor, async (tx, now) => {
    const pairing = await lockOwnPairing(tx, actor.memberId, input.pairingId);
    if (!pairing || !mayKnow(pairing, pairing.place)) return refuse('not_found', { what: 'pairing' });
    const after = applyAnswer(pairing, pairing.place, input.answer);
    if (!after) return refuse('conflict', { what: 'pairing', now: pairing.status });
    const { place } = pairing;
    // The second person gets the whole term, not what the first one left of it.
    const term = pairing.status === 'invited' && after.status === 'invited' ? invitationTerm(now) : null;
    const step = {
      place,
      answer: input.answer,
      from: pairing.status,
      to: after.status,
      words: input.words,
      term,
    };
    if (!(await saveAnswer(tx, pairing.id, step, now))) {
      return refuse('conflict', { what: 'pairing', now: pairing.status });
    }
    const ended = after.status === 'declined' || after.status === 'not_now';
    if (ended) await lookAfterMentee(tx, deps, pairing, now);
    await enqueue(tx, noticesFor(pairing, after.status, now), now);
    await announce(tx, 'pairing', pairing.programId);
    await appendAudit(tx, {
      action: `pairing.${after.status === pairing.status ? `answered_${input.answer}` : after.status}`,
      subjectKind: 'pairing',
      subjectId: pairing.id,
      detail: { place, answer: input.answer, from: pairing.status, to: after.status },
    });
    return accept({ ended });
  });

/** Who hears of it: the second person asked, both when they are to meet, staff when it ended. Never a refusal. */
const noticesFor = (pairing: OwnPairing, to: OwnPairing['status'], dueAt: Instant) => {
  const other = pairing.place === 'mentor' ? pairing.menteeId : pairing.mentorId;
  const topic =
    to === 'invited'
      ? 'pairing.invited'
      : to === 'meeting' && pairing.status === 'invited'
        ? 'pairing.meeting'
        : null;
  if (to === 'declined' || to === 'not_now') {
    const staff = pairing.decidedBy;
    const key = `pairing.ended:${pairing.id}`;
    return staff
      ? [
          {
            topic: 'pairing.ended',
            dedupKey: key,
            payload: { pairingId: pairing.id, memberId: staff },
            dueAt,
          },
        ]
      : [];
  }
  if (!topic) return [];
  const people = topic === 'pairing.meeting' ? [pairing.menteeId, pairing.mentorId] : [other];
  return people.map((memberId) => ({
    topic,
    dedupKey: `${topic}:${pairing.id}:${memberId}`,
    payload: { pairingId: pairing.id, memberId },
    dueAt,
  }));
};
