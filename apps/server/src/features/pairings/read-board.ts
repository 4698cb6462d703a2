import { inRead } from '@trellis/db/client';
import { findProgram } from '@trellis/db/programs';
import { findNewestRound, loadBoardRows, loadNotes } from '@trellis/db/reads/board';
import { listOpenNextSteps } from '@trellis/db/reads/next-steps';
import { loadStandings } from '@trellis/db/reads/readiness';
import { loadRequestsOfProgram } from '@trellis/db/requests';
import { listWaiting } from '@trellis/db/rounds';
import { listTerms } from '@trellis/db/taxonomy';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import { isBridge } from '@trellis/domain/fit/fit';
import { offerReadiness, requestReadiness } from '@trellis/domain/fit/readiness';
import type { ReasonsForAll } from '@trellis/domain/fit/reason';
import type { Actor } from '@trellis/domain/members/actor';
import type { BoardRef } from '@trellis/domain/pairings/inputs';
import type { BoardView } from '@trellis/domain/pairings/views';
import type { WaitingCause } from '@trellis/domain/rounds/report';
import type { Deps } from '../../deps.ts';
import { termsNamed } from './terms-named.ts';

/** Everything a coordinator decides by, as one moment saw it. */
export const readBoard = (
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  { programId }: BoardRef,
): Promise<Decision<BoardView, Refusal<'not_found'>>> =>
  inRead(deps.db, actor, async (read) => {
    const program = await findProgram(read, programId);
    if (!program) return refuse('not_found', { what: 'program' });
    const round = await findNewestRound(read, programId);
    const rows = await loadBoardRows(read, programId, round?.id ?? null);
    const notes = await loadNotes(
      read,
      rows.map(({ id }) => id),
    );
    const notesOf = new Map<string, BoardView['pairings'][number]['notes']>();
    for (const { pairingId, ...note } of notes)
      notesOf.set(pairingId, [...(notesOf.get(pairingId) ?? []), note]);
    const { requests, offers } = await loadStandings(read, programId);
    const requestOf = new Map((await loadRequestsOfProgram(read, programId)).map((one) => [one.id, one]));
    const causes = new Map(
      (round ? await listWaiting(read, round.id) : []).map((one) => [
        one.requestId,
        one.causes as WaitingCause[],
      ]),
    );
    const promised = new Set(
      (await listOpenNextSteps(read, { programId })).map(({ requestId }) => requestId),
    );
    const reasonsOf = (reasons: unknown) => [...((reasons as Partial<ReasonsForAll> | null)?.staff ?? [])];
    return accept({
      program: {
        id: program.id,
        name: program.name,
        status: program.status,
        consentOrder: program.consentOrder,
      },
      round,
      pairings: rows.map((row) => ({
        ...row,
        bridge: isBridge(row),
        reasons: reasonsOf(row.reasons),
        notes: notesOf.get(row.id) ?? [],
      })),
      waiting: requests
        .filter((row) => requestReadiness(row, row.memberStatus, row.held).ready)
        .map((row) => ({
          requestId: row.requestId,
          memberId: row.memberId,
          name: row.name,
          headline: null,
          missedRounds: requestOf.get(row.requestId)?.missedRounds ?? 0,
          causes: causes.get(row.requestId) ?? [],
          hasNextStep: promised.has(row.requestId),
        })),
      terms: termsNamed(
        rows.flatMap(({ reasons }) => reasonsOf(reasons)),
        await listTerms(read),
      ),
      free: offers.flatMap((row) => {
        const readiness = offerReadiness(row, row.memberStatus, row.held);
        return readiness.ready
          ? [
              {
                offerId: row.offerId,
                memberId: row.memberId,
                name: row.name,
                headline: null,
                free: readiness.room,
              },
            ]
          : [];
      }),
    });
  });
