import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import { endRound, findRound } from '@trellis/db/rounds';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { RoundRef } from '@trellis/domain/rounds/inputs';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { writeOnce } from '../../write-once.ts';

type Refused = Refusal<'not_found' | 'conflict' | 'key_reused'>;

/** Ends a running round without a result. A round that was faster is ready, and says so. */
export const cancelRound = async (
  deps: Pick<Deps, 'db' | 'clock' | 'matches'>,
  actor: Acting,
  input: RoundRef,
): Promise<Decision<RoundRef, Refused>> => {
  const decision: Decision<RoundRef, Refused> = await writeOnce(deps, actor, async (tx, now) => {
    const round = await findRound(tx, input.roundId);
    if (!round) return refuse('not_found', { what: 'round' });
    if (round.status === 'cancelled') return accept(input);
    if (!(await endRound(tx, round.id, { to: 'cancelled', failure: null }, now))) {
      const after = await findRound(tx, round.id);
      return refuse('conflict', { what: 'round', now: after?.status ?? round.status });
    }
    await announce(tx, 'round', round.id);
    await appendAudit(tx, { action: 'round.cancelled', subjectKind: 'round', subjectId: round.id });
    return accept(input);
  });
  // Another process hears of it with its next progress.
  if (decision.ok) deps.matches.cancel(input.roundId);
  return decision;
};
