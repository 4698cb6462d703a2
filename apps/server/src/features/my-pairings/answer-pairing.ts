import { announce } from '@trellis/db/announcements';
import { saveAnswer } from '@trellis/db/answers';
import { appendAudit } from '@trellis/db/audit';
import type { Tx } from '@trellis/db/client';
import { findMember, listMembers } from '@trellis/db/members';
import { replaceNextSteps } from '@trellis/db/next-steps';
import { enqueue } from '@trellis/db/outbox';
import { lockOwnPairing, type OwnPairing } from '@trellis/db/reads/own-pairings';
import { setRequestStatus } from '@trellis/db/requests';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { MemberId, NextStepId } from '@trellis/domain/ids';
import { isStaff } from '@trellis/domain/members/roles';
import { applyAnswer, mayKnow } from '@trellis/domain/pairings/answer';
import type { AnswerPairing } from '@trellis/domain/pairings/own-inputs';
import type { Day, Instant } from '@trellis/domain/time';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { writeOnce } from '../../write-once.ts';

const DAY_MS = 86_400_000;
/** Within so many days somebody calls after a pairing did not come about. */
const CALL_WITHIN_DAYS = 7;

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
    const step = { place, answer: input.answer, from: pairing.status, to: after.status, words: input.words };
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

/** The request is open again, and whoever decided on the pairing, or else an admin, owes a call. */
const lookAfterMentee = async (
  tx: Tx,
  deps: Pick<Deps, 'ids'>,
  pairing: OwnPairing,
  now: Instant,
): Promise<void> => {
  await setRequestStatus(tx, [pairing.requestId], { from: ['served'], to: 'open' }, now);
  const ownerId = await ownerFor(tx, pairing.decidedBy);
  if (!ownerId) return;
  const dueOn = new Date(Date.parse(now) + CALL_WITHIN_DAYS * DAY_MS).toISOString().slice(0, 10) as Day;
  const { programId, requestId } = pairing;
  const id = deps.ids.next() as NextStepId;
  await replaceNextSteps(tx, [{ id, programId, requestId, kind: 'call', words: null, ownerId, dueOn }], now);
};

const ownerFor = async (tx: Tx, decidedBy: MemberId | null): Promise<MemberId | null> => {
  const decider = decidedBy && (await findMember(tx, decidedBy));
  if (decider && decider.status === 'active' && isStaff(decider.roles)) return decider.id;
  const admins = await listMembers(tx, { role: 'admin', status: 'active' });
  return admins[0]?.id ?? (await listMembers(tx, { role: 'coordinator', status: 'active' }))[0]?.id ?? null;
};

/** Who hears of it: the second person asked, both when they are to meet, staff when it ended. Never a refusal. */
const noticesFor = (pairing: OwnPairing, to: OwnPairing['status'], dueAt: Instant) => {
  const other = pairing.place === 'mentor' ? pairing.menteeId : pairing.mentorId;
  const topic =
    to === 'invited'
      ? 'pairing.invited'
      : to === 'meeting' && pairing.status === 'invited'
        ? 'pairing.meeting'
        : null;
  if (!topic) return [];
  const people = topic === 'pairing.meeting' ? [pairing.menteeId, pairing.mentorId] : [other];
  return people.map((memberId) => ({
    topic,
    dedupKey: `${topic}:${pairing.id}:${memberId}`,
    payload: { pairingId: pairing.id, memberId },
    dueAt,
  }));
};
