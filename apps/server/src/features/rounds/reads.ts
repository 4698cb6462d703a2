import type { Read } from '@trellis/db/client';
import { inRead } from '@trellis/db/client';
import { findMembers } from '@trellis/db/members';
import { findRequests } from '@trellis/db/requests';
import { findRound, listRounds, listWaiting, type Round } from '@trellis/db/rounds';
import { listTerms } from '@trellis/db/taxonomy';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { ProgramId, RoundId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import { RoundFailure, RoundPhase } from '@trellis/domain/rounds/failures';
import { RoundCertificate, RoundReport, WaitingCause } from '@trellis/domain/rounds/report';
import type { RoundCard, RoundProgressView, RoundView, WaitingView } from '@trellis/domain/rounds/views';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';

/** The program's rounds, newest first. */
export const readRounds = (
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  programId: ProgramId,
): Promise<RoundCard[]> =>
  inRead(deps.db, actor, async (read) => cardsOf(read, await listRounds(read, programId)));

/** One round with all it came to. */
export const readRound = (
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  id: RoundId,
): Promise<Decision<RoundView, Refusal<'not_found'>>> =>
  inRead(deps.db, actor, async (read) => {
    const round = await findRound(read, id);
    if (!round) return refuse('not_found', { what: 'round' });
    const [card] = await cardsOf(read, [round]);
    const report = reportOf(round);
    const scarce = new Set(report?.scarcity.map(({ termId }) => termId));
    const terms = scarce.size > 0 ? await listTerms(read) : [];
    return accept({
      ...card!,
      programId: round.programId,
      weights: round.weights,
      rules: round.rules,
      certificate: round.certificate === null ? null : RoundCertificate.parse(round.certificate),
      report,
      waiting: await waitingOf(read, id),
      terms: terms.filter((term) => scarce.has(term.id)).map((term) => ({ id: term.id, name: term.name })),
    });
  });

/** How far a round is now, or null when there is none. */
export const readProgress = (
  deps: Pick<Deps, 'db'>,
  actor: Pick<Actor, 'agencyId'>,
  id: RoundId,
): Promise<RoundProgressView | null> =>
  inRead(deps.db, actor, async (read) => {
    const round = await findRound(read, id);
    return round && { status: round.status, progress: round.progress, phase: phaseOf(round) };
  });

const reportOf = (round: Round): RoundReport | null =>
  round.report === null ? null : RoundReport.parse(round.report);

const phaseOf = ({ phase }: Round) => RoundPhase.safeParse(phase).data ?? null;

const cardsOf = async (read: Read, rounds: readonly Round[]): Promise<RoundCard[]> => {
  const by = rounds.flatMap(({ createdBy }) => (createdBy === null ? [] : [createdBy]));
  const names = new Map((await findMembers(read, by)).map((one) => [one.id, one.displayName]));
  return rounds.map((round) => {
    const report = reportOf(round);
    return {
      id: round.id,
      number: round.number,
      status: round.status,
      objective: round.objective,
      startedAt: round.startedAt,
      finishedAt: round.finishedAt,
      startedBy: round.createdBy === null ? null : (names.get(round.createdBy) ?? null),
      progress: round.progress,
      phase: phaseOf(round),
      failure: RoundFailure.safeParse(round.failure).data ?? null,
      served: report?.served ?? null,
      seats: report?.seats ?? null,
    };
  });
};

const waitingOf = async (read: Read, id: RoundId): Promise<WaitingView[]> => {
  const rows = await listWaiting(read, id);
  const requests = await findRequests(
    read,
    rows.map(({ requestId }) => requestId),
  );
  const members = await findMembers(
    read,
    requests.map(({ memberId }) => memberId),
  );
  const names = new Map(members.map((one) => [one.id, one.displayName]));
  const causes = new Map(rows.map((row) => [row.requestId, z.array(WaitingCause).parse(row.causes)]));
  return requests
    .map((request) => ({
      requestId: request.id,
      memberId: request.memberId,
      name: names.get(request.memberId) ?? '',
      missedRounds: request.missedRounds,
      causes: causes.get(request.id) ?? [],
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
};
