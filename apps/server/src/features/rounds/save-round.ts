import { announce } from '@trellis/db/announcements';
import { type AuditLine, appendAudits } from '@trellis/db/audit';
import { type ActsIn, inTx } from '@trellis/db/client';
import { brokenConstraint } from '@trellis/db/constraint-errors';
import { insertPairings, type NewPairing } from '@trellis/db/pairings';
import { lockProgram } from '@trellis/db/programs';
import { countMissedRound } from '@trellis/db/requests';
import { finishRound, insertWaiting, type Round, supersedeRounds } from '@trellis/db/rounds';
import { accept, refuse } from '@trellis/domain/decision';
import type { PairingId } from '@trellis/domain/ids';
import type { RoundCertificate } from '@trellis/domain/rounds/report';
import type { RoundPlan } from '@trellis/matching/round-plan';
import type { Deps } from '../../deps.ts';

/** Thousands of pairings pass a trigger each. */
const STATEMENT_TIMEOUT_MS = 60_000;

/**
 * Saves a proved plan in one transaction: the board's undecided suggestions are replaced by the new ones, and who is
 * left over waits with causes. What staff decided while the round ran may have taken a seat of the plan; then
 * nothing is saved and the round begins anew.
 */
export const saveRound = async (
  deps: Pick<Deps, 'db' | 'clock' | 'ids'>,
  actor: ActsIn,
  round: Round,
  { plan, snapshot }: { readonly plan: RoundPlan; readonly snapshot: string },
): Promise<'ended' | 'changed_meanwhile'> => {
  const pairings = plan.pairings.map((pairing): NewPairing => {
    const { fit, trust, reach, evidence } = pairing.fit;
    return {
      id: deps.ids.next() as PairingId,
      programId: round.programId,
      roundId: round.id,
      requestId: pairing.requestId,
      requestSeat: pairing.requestSeat,
      offerId: pairing.offerId,
      offerSeat: pairing.offerSeat,
      status: 'suggested',
      origin: 'round',
      ...{ fit, trust, reach, evidence },
      reasons: pairing.reasons,
    };
  });
  const { notReady } = plan;
  const report = {
    ...plan.report,
    notReady: { requests: countReasons(notReady.requests), offers: countReasons(notReady.offers) },
  };
  const left = plan.waiting.map(({ requestId, causes }) => ({ requestId, causes }));
  try {
    await inTx(
      deps.db,
      actor,
      async (tx) => {
        const now = deps.clock.now();
        await lockProgram(tx, round.programId);
        const superseded = await supersedeRounds(tx, round.programId, now);
        const certificate = plan.certificate satisfies RoundCertificate;
        // Canceled, or failed by somebody who thought we were dead: nothing of it is kept.
        if (!(await finishRound(tx, round.id, { snapshot, certificate, report }, now))) {
          return refuse('conflict', { what: 'round', now: 'ended' });
        }
        await insertPairings(tx, pairings, now);
        await insertWaiting(tx, round, left);
        await countMissedRound(
          tx,
          left.map(({ requestId }) => requestId),
        );
        await announce(tx, 'round', round.id);
        await appendAudits(tx, [
          ...superseded.suggestions.map((id) => line('pairing.withdrawn', 'pairing', id, { by: round.id })),
          ...superseded.rounds.map((id) => line('round.superseded', 'round', id, { by: round.id })),
          ...pairings.map(({ id, requestId, offerId }) =>
            line('pairing.suggested', 'pairing', id, { roundId: round.id, requestId, offerId }),
          ),
          line('round.ready', 'round', round.id, {
            served: plan.report.served,
            seats: plan.report.seats,
            waiting: left.length,
            objective: plan.report.objective,
          }),
        ]);
        return accept(null);
      },
      { statementTimeoutMs: STATEMENT_TIMEOUT_MS },
    );
    return 'ended';
  } catch (error) {
    if (brokenConstraint(error)?.table === 'pairing') return 'changed_meanwhile';
    throw error;
  }
};

const line = (
  action: string,
  subjectKind: string,
  subjectId: string,
  detail: Record<string, unknown>,
): AuditLine => ({ action, subjectKind, subjectId, detail });

const countReasons = (list: readonly { readonly reason: string }[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { reason } of list) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
};
