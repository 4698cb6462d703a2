import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import type { ActsIn, Tx } from '@trellis/db/client';
import { lockProgram, type Program } from '@trellis/db/programs';
import { loadStandings } from '@trellis/db/reads/readiness';
import { leaseRound } from '@trellis/db/round-lease';
import { insertRound } from '@trellis/db/rounds';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import { offerReadiness, requestReadiness } from '@trellis/domain/fit/readiness';
import type { RoundId } from '@trellis/domain/ids';
import type { RoundRef, StartRound } from '@trellis/domain/rounds/inputs';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { writeOnce } from '../../write-once.ts';
import { failInterrupted } from './fail-interrupted-rounds.ts';
import { runRound } from './run-round.ts';

type Refused = Refusal<
  'not_found' | 'program_not_open' | 'round_running' | 'nothing_to_match' | 'key_reused'
>;

export interface Started {
  readonly round: RoundRef;
  /** Settles when the round is ready, failed or canceled; never rejects. Null where a retry met its own round. */
  readonly done: Promise<void> | null;
}

/**
 * Press Match: begins a round of an open program and plans it in a thread. Of two starts at once one wins. A round
 * whose process died is failed on the way, so that it stands in nobody's way.
 */
export const startRound = async (
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'random' | 'zones' | 'matches' | 'log'>,
  actor: ActsIn & Pick<Acting, 'call'>,
  input: StartRound,
): Promise<Decision<Started, Refused>> => {
  const id = deps.ids.next() as RoundId;
  // Before the round can be seen: from its first moment on it is somebody's.
  const release = await leaseRound(deps.db, id);
  let begun: Program | null = null;
  let decision: Decision<RoundRef, Refused>;
  try {
    decision = await writeOnce(deps, actor, async (tx, now) => {
      begun = null;
      const program = await lockProgram(tx, input.programId);
      if (!program) return refuse('not_found', { what: 'program' });
      if (program.status !== 'open') return refuse('program_not_open', { status: program.status });
      const [running] = await failInterrupted(tx, program.id, now);
      if (running) return refuse('round_running', { roundId: running });
      const ready = await countReady(tx, program);
      if (ready.requests === 0 || ready.offers === 0) return refuse('nothing_to_match', ready);
      const objective = input.objective ?? program.objective;
      const { weights, rules } = program;
      const seed = deps.random.seed();
      await insertRound(
        tx,
        { id, programId: program.id, objective, weights, rules, seed, createdBy: actor.memberId },
        now,
      );
      await announce(tx, 'round', id);
      await appendAudit(tx, {
        action: 'round.started',
        subjectKind: 'round',
        subjectId: id,
        detail: { programId: program.id, objective, seed, weights, rules },
      });
      begun = { ...program, objective };
      return accept({ roundId: id });
    });
  } catch (error) {
    await release();
    throw error;
  }
  const program = begun as Program | null;
  if (!decision.ok || program === null) {
    await release();
    return decision.ok ? accept({ round: decision.value, done: null }) : decision;
  }
  const done = runRound(deps, actor, id, program.id).finally(release);
  return accept({
    round: decision.value,
    done: done.catch((error) => deps.log.error({ err: error }, 'round')),
  });
};

const countReady = async (tx: Tx, program: Program) => {
  const { requests, offers } = await loadStandings(tx, program.id);
  return {
    requests: requests.filter((row) => requestReadiness(row, row.memberStatus, row.held).ready).length,
    offers: offers.filter((row) => offerReadiness(row, row.memberStatus, row.held).ready).length,
  };
};
