import { inRead } from '@trellis/db/client';
import { findProgram } from '@trellis/db/programs';
import { type BoardRow, findNewestRound, loadBoardRows, loadNotes } from '@trellis/db/reads/board';
import { listOpenNextSteps } from '@trellis/db/reads/next-steps';
import { loadStandings } from '@trellis/db/reads/readiness';
import { loadRequestsOfProgram } from '@trellis/db/requests';
import { listWaiting } from '@trellis/db/rounds';
import { groupBy } from '@trellis/db/sets';
import { listTerms } from '@trellis/db/taxonomy';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import { isBridge } from '@trellis/domain/fit/fit';
import { offerReadiness, requestReadiness } from '@trellis/domain/fit/readiness';
import type { ReasonsForAll } from '@trellis/domain/fit/reason';
import type { Actor } from '@trellis/domain/members/actor';
import type { NextStepView } from '@trellis/domain/next-steps/views';
import { asksOf } from '@trellis/domain/pairings/asks';
import type { BoardRef } from '@trellis/domain/pairings/inputs';
import { LIVE_STATUSES, type PairingStatus } from '@trellis/domain/pairings/statuses';
import type { BoardPairing, BoardView } from '@trellis/domain/pairings/views';
import type { ConsentOrder } from '@trellis/domain/programs/kinds';
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
    const promised = new Map(
      (await listOpenNextSteps(read, { programId })).map((step) => [step.requestId, step]),
    );
    // An undecided suggestion is no seat kept for the next round, but whoever has one is not waiting on this board.
    const suggested = rows.filter(({ status, origin }) => status === 'suggested' && origin === 'round');
    const suggestedTo = groupBy(suggested, ({ requestId }) => requestId);
    const suggestedAt = groupBy(suggested, ({ offerId }) => offerId);
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
        ...asSeenByStaff(row, program.consentOrder),
        reasons: reasonsOf(row.reasons),
        nextStep: stepFor(row, promised.get(row.requestId)),
        notes: notesOf.get(row.id) ?? [],
      })),
      waiting: requests
        .filter((row) => {
          const held = row.held + (suggestedTo.get(row.requestId)?.length ?? 0);
          return requestReadiness(row, row.memberStatus, held).ready;
        })
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
        const held = row.held + (suggestedAt.get(row.offerId)?.length ?? 0);
        const readiness = offerReadiness(row, row.memberStatus, held);
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

const LIVE: readonly PairingStatus[] = LIVE_STATUSES;

/** A row without what each side said word for word but what staff need: who was asked, and how it ended. */
const asSeenByStaff = (row: BoardRow, consentOrder: ConsentOrder) => {
  const { mentorAnswer, mentorAnsweredAt, menteeAnswer, menteeAnsweredAt, ...rest } = row;
  const { publishedAt, expiresAt, endReasonNote, updatedAt, reasons: _, ...shown } = rest;
  const answers = { mentorAnswer, mentorAnsweredAt, menteeAnswer, menteeAnsweredAt };
  const told = row.status === 'withdrawn' || publishedAt !== null;
  const over = told && !LIVE.includes(row.status);
  return {
    ...shown,
    bridge: isBridge(row),
    asks: asksOf({ status: row.status, consentOrder, publishedAt, expiresAt, ...answers }),
    ended: over ? { at: updatedAt, words: endReasonNote } : null,
  };
};

/** What the mentee can expect now; while a pairing is live, that pairing is what happens next. */
const stepFor = (row: BoardRow, step: NextStepView | undefined): BoardPairing['nextStep'] => {
  if (!step || LIVE.includes(row.status)) return null;
  const { kind, words, owner, dueOn } = step;
  return { kind, words, owner, dueOn };
};
