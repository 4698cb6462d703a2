import { inRead } from '@trellis/db/client';
import { loadRoundPairs } from '@trellis/db/reads/round-pairs';
import { findRound, loadSnapshot } from '@trellis/db/rounds';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { Actor } from '@trellis/domain/members/actor';
import type { RoundRef } from '@trellis/domain/rounds/inputs';
import type { ReplayView } from '@trellis/domain/rounds/views';
import type { Deps } from '../../deps.ts';

/**
 * Runs a saved round again from its snapshot and compares: the same pairs with the same fits, and the same sums. Seat
 * numbers are not compared, for they are put in order when a mentor takes fewer. Saves nothing.
 */
export const replayRound = async (
  deps: Pick<Deps, 'db' | 'matches'>,
  actor: Actor,
  { roundId }: RoundRef,
): Promise<Decision<ReplayView, Refusal<'not_found' | 'not_proved'>>> => {
  const saved = await inRead(deps.db, actor, async (read) => ({
    round: await findRound(read, roundId),
    snapshot: await loadSnapshot(read, roundId),
    pairs: await loadRoundPairs(read, roundId),
  }));
  if (!saved.round || saved.snapshot === null) return refuse('not_found', { what: 'round' });
  const outcome = await deps.matches.replay(saved.snapshot);
  if (outcome.status !== 'answered' || outcome.result.status !== 'planned') {
    return refuse('not_proved', { reason: outcome.status });
  }
  const { pairings, report } = outcome.result;
  const now = pairings.map(({ requestId, offerId, fit }) => `${requestId} ${offerId} ${fit.fit}`);
  const then = saved.pairs.map(({ requestId, offerId, fit }) => `${requestId} ${offerId} ${fit}`);
  const kept = saved.round.report as typeof report;
  const same =
    JSON.stringify(now.sort()) === JSON.stringify(then.sort()) &&
    report.served === kept.served &&
    report.total === kept.total;
  return accept({ same, pairings: pairings.length });
};
