import { announce } from '@trellis/db/announcements';
import { appendAudits } from '@trellis/db/audit';
import { inRead } from '@trellis/db/client';
import { finishNextStepsOf } from '@trellis/db/next-steps';
import { enqueue } from '@trellis/db/outbox';
import { publishPairings as savePublished } from '@trellis/db/pairing-decisions';
import { findPairings, type Pairing } from '@trellis/db/pairings';
import { findProgram, type Program } from '@trellis/db/programs';
import { findNewestRound, loadBoardRows } from '@trellis/db/reads/board';
import { listWithoutNextStep } from '@trellis/db/reads/next-steps';
import { serveFullRequests } from '@trellis/db/requests';
import { markRoundPublished } from '@trellis/db/rounds';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { Actor } from '@trellis/domain/members/actor';
import type { BoardRef, PublishPairings } from '@trellis/domain/pairings/inputs';
import type { PublishedView, PublishPreview } from '@trellis/domain/pairings/views';
import type { Instant } from '@trellis/domain/time';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { invitationTerm } from '../../invitation-term.ts';
import { writeOnce } from '../../write-once.ts';

/** Who could be told, in which order, and who would then be left with nothing to expect. Saves nothing. */
export const previewPublishing = (
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  { programId }: BoardRef,
): Promise<Decision<PublishPreview, Refusal<'not_found'>>> =>
  inRead(deps.db, actor, async (read) => {
    const program = await findProgram(read, programId);
    if (!program) return refuse('not_found', { what: 'program' });
    const round = await findNewestRound(read, programId);
    const rows = await loadBoardRows(read, programId, round?.id ?? null);
    const approved = rows.filter(({ status }) => status === 'approved');
    const without = await listWithoutNextStep(read, { programId });
    return accept({
      approved: approved.map(({ id, mentee, mentor }) => ({ pairingId: id, mentee, mentor })),
      undecided: rows.filter(({ status }) => status === 'suggested').length,
      consentOrder: program.consentOrder,
      withoutNextStep: without.map(({ requestId, memberId, name }) => ({ requestId, memberId, name })),
    });
  });

/**
 * Moves approved pairings on, all or some: those asked first are told, the others not yet. Refused, with their names, while
 * any ready member would be left without a next step as the board stands after it: whose pairing stays behind, suggested or
 * approved, is still being looked after. Refused as a whole when one of the pairings is approved no more.
 */
export const publishPairings = (
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Acting,
  { programId, pairingIds }: PublishPairings,
): Promise<
  Decision<PublishedView, Refusal<'not_found' | 'conflict' | 'left_without_next_step' | 'key_reused'>>
> =>
  writeOnce(deps, actor, async (tx, now) => {
    const program = await findProgram(tx, programId);
    if (!program) return refuse('not_found', { what: 'program' });
    const pairings = await findPairings(tx, pairingIds);
    const strangers =
      pairings.length !== pairingIds.length || pairings.some((one) => one.programId !== programId);
    if (strangers) return refuse('not_found', { what: 'pairing' });
    const dates = invitationTerm(now);
    const published = await savePublished(tx, pairingIds, dates, now);
    if (published.length !== pairingIds.length) {
      const lost = pairings.find(({ id }) => !published.includes(id));
      return refuse('conflict', { what: 'pairing', now: lost?.status ?? 'gone' });
    }
    const people = await listWithoutNextStep(tx, { programId });
    if (people.length > 0) {
      return refuse('left_without_next_step', {
        people: people.map(({ requestId, memberId, name }) => ({ requestId, memberId, name })),
      });
    }
    // Who is full waits no more, and what was promised them is done; who still has an empty seat keeps the promise.
    const served = await serveFullRequests(
      tx,
      pairings.map(({ requestId }) => requestId),
      now,
    );
    await finishNextStepsOf(tx, served, now);
    await enqueue(tx, invitations(program, pairings, now), now);
    const round = await findNewestRound(tx, programId);
    if (round) await markRoundPublished(tx, round.id, now);
    await announce(tx, 'pairing', programId);
    await appendAudits(
      tx,
      pairings.map(({ id, requestId, offerId }) => ({
        action: 'pairing.invited',
        subjectKind: 'pairing',
        subjectId: id,
        detail: { requestId, offerId, consentOrder: program.consentOrder, ...dates },
      })),
    );
    return accept({ published: [...published] });
  });

/** One notice to each person asked first. The second is asked when the first said yes. */
const invitations = (program: Program, pairings: readonly Pairing[], dueAt: Instant) =>
  pairings.flatMap(({ id, menteeId, mentorId }) => {
    const asked = {
      mentor_first: [mentorId],
      mentee_first: [menteeId],
      both_at_once: [mentorId, menteeId],
    }[program.consentOrder];
    return asked.map((memberId) => ({
      topic: 'pairing.invited',
      dedupKey: `pairing.invited:${id}:${memberId}`,
      payload: { pairingId: id, memberId },
      dueAt,
    }));
  });
