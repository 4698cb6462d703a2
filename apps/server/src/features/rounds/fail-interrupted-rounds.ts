import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import { type ActsIn, inTx, type Tx } from '@trellis/db/client';
import { isLeased } from '@trellis/db/round-lease';
import { endRound, listRunningRounds } from '@trellis/db/rounds';
import type { ProgramId, RoundId } from '@trellis/domain/ids';
import type { Instant } from '@trellis/domain/time';
import type { Deps } from '../../deps.ts';

/**
 * Fails rounds that say "running" and that no living process works on: of one program, or of the whole agency.
 * @returns the rounds that do run
 */
export const failInterrupted = async (
  tx: Tx,
  programId: ProgramId | null,
  now: Instant,
): Promise<readonly RoundId[]> => {
  const alive: RoundId[] = [];
  for (const { id } of await listRunningRounds(tx, programId)) {
    if (await isLeased(tx, id)) {
      alive.push(id);
      continue;
    }
    if (!(await endRound(tx, id, { to: 'failed', failure: 'interrupted' }, now))) continue;
    await announce(tx, 'round', id);
    await appendAudit(tx, {
      action: 'round.failed',
      subjectKind: 'round',
      subjectId: id,
      detail: { failure: 'interrupted' },
    });
  }
  return alive;
};

/**
 * What a crash left behind is told as failed and can be run again. A job: at the start of every server and each minute, since
 * it may be the database that died, or a server that does not come back.
 */
export const failInterruptedRounds = (deps: Pick<Deps, 'db' | 'clock'>, agency: ActsIn): Promise<void> =>
  inTx(deps.db, agency, async (tx) => {
    await failInterrupted(tx, null, deps.clock.now());
  });
