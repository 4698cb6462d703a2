import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import { type ActsIn, inRead, inTx } from '@trellis/db/client';
import { endRound, findRound, setRoundProgress } from '@trellis/db/rounds';
import type { ProgramId, RoundId } from '@trellis/domain/ids';
import type { RoundFailure, RoundPhase } from '@trellis/domain/rounds/failures';
import { DEFAULT_LOAD_STEP, type RoundSettings } from '@trellis/matching/round-input';
import type { RoundProgress } from '@trellis/matching/round-watch';
import type { Deps } from '../../deps.ts';
import { loadRoundInput } from './load-input.ts';
import { saveRound } from './save-round.ts';

type Needs = Pick<Deps, 'db' | 'clock' | 'ids' | 'zones' | 'matches' | 'log'>;

/** People change while a round is planned; so often it begins anew, then it says so. */
const MOST_ATTEMPTS = 3;
/** Progress is written and told at most so often. Milliseconds. */
const PACE = 400;

/** Where in 0…100 each phase begins. */
const BEGINS: Record<RoundPhase, number> = {
  waiting: 0,
  loading: 0,
  scoring: 10,
  solving: 40,
  proving: 70,
  explaining: 75,
  saving: 92,
};

/** Plans a begun round, proves it, and saves it; whatever goes wrong ends it with a reason and changes nothing else. */
export const runRound = async (
  deps: Needs,
  actor: ActsIn,
  id: RoundId,
  programId: ProgramId,
): Promise<void> => {
  const fail = (failure: RoundFailure) => endWith(deps, actor, id, failure);
  const giveBack = await deps.matches.turn(() => void tellProgress(deps, actor, id).wait());
  try {
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      const outcome = await planAndSave(deps, actor, id, programId);
      if (outcome !== 'changed_meanwhile') return outcome === 'ended' ? undefined : await fail(outcome);
      deps.log.info({ roundId: id, attempt }, 'people changed while a round was planned');
    }
    await fail('changed_meanwhile');
  } catch (error) {
    deps.log.error({ err: error, roundId: id }, 'a round crashed');
    await fail('crashed');
  } finally {
    giveBack();
  }
};

/** `ended`: saved, or canceled meanwhile. */
const planAndSave = async (
  deps: Needs,
  actor: ActsIn,
  id: RoundId,
  programId: ProgramId,
): Promise<'ended' | RoundFailure> => {
  const round = await inRead(deps.db, actor, (read) => findRound(read, id));
  if (round?.status !== 'running') return 'ended';
  const settings: RoundSettings = {
    objective: round.objective,
    weights: round.weights,
    rules: round.rules,
    seed: round.seed,
    loadStep: DEFAULT_LOAD_STEP,
  };
  const input = await loadRoundInput(deps, actor, programId);
  const teller = tellProgress(deps, actor, id);
  const outcome = await deps.matches.plan(id, input, settings, teller.tell);
  await teller.last();
  if (outcome.status === 'cancelled') return 'ended';
  if (outcome.status === 'crashed') {
    deps.log.error({ err: outcome.error, roundId: id }, 'a matching thread died');
    return 'crashed';
  }
  const { result, snapshot } = outcome;
  switch (result.status) {
    case 'cancelled':
      return 'ended';
    case 'infeasible':
      deps.log.warn({ roundId: id, causes: result.causes }, 'a round has no plan');
      return 'infeasible';
    case 'not_proved':
      deps.log.error({ roundId: id, reason: result.reason }, 'a plan could not be proved');
      return 'not_proved';
    case 'planned':
      return saveRound(deps, actor, round, { plan: result, snapshot });
  }
};

/** Writes progress at a calm pace, one write at a time, and stops the thread once the round runs no more. */
const tellProgress = (deps: Needs, actor: ActsIn, id: RoundId) => {
  let toldAt = 0;
  let telling: Promise<void> = Promise.resolve();
  const write = async (at: { progress: number; phase: RoundPhase }) => {
    try {
      const runs = await inTx(deps.db, actor, async (tx) => {
        const still = await setRoundProgress(tx, id, at);
        if (still) await announce(tx, 'round_progress', id);
        return still;
      });
      if (!runs) deps.matches.cancel(id);
    } catch (error) {
      deps.log.warn({ err: error, roundId: id }, 'progress could not be written');
    }
  };
  return {
    tell({ stage, done, total }: RoundProgress) {
      const now = Date.parse(deps.clock.now());
      if (now - toldAt < PACE) return;
      toldAt = now;
      const phases = Object.keys(BEGINS) as RoundPhase[];
      const end = BEGINS[phases[phases.indexOf(stage) + 1] ?? 'saving'];
      const share = total > 0 ? Math.min(1, done / total) : 0;
      const progress = Math.round(BEGINS[stage] + share * (end - BEGINS[stage]));
      telling = telling.then(() => write({ progress, phase: stage }));
    },
    /** Others are before it: said once. */
    wait: () => write({ progress: 0, phase: 'waiting' }),
    async last() {
      telling = telling.then(() => write({ progress: BEGINS.saving, phase: 'saving' }));
      await telling;
    },
  };
};

const endWith = (deps: Needs, actor: ActsIn, id: RoundId, failure: RoundFailure): Promise<void> =>
  inTx(deps.db, actor, async (tx) => {
    if (!(await endRound(tx, id, { to: 'failed', failure }, deps.clock.now()))) return;
    await announce(tx, 'round', id);
    await appendAudit(tx, {
      action: 'round.failed',
      subjectKind: 'round',
      subjectId: id,
      detail: { failure },
    });
  });
