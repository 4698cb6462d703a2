import { listAgencies } from '@trellis/db/agencies';
import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import { inTx, type Tx } from '@trellis/db/client';
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

/** At the start of a server, for every agency: what a crash left behind is told as failed and can be run again. */
export const failInterruptedRounds = async (deps: Pick<Deps, 'db' | 'clock'>): Promise<void> => {
  for (const { id: agencyId } of await listAgencies(deps.db)) {
    await inTx(deps.db, { agencyId, memberId: null }, (tx) => failInterrupted(tx, null, deps.clock.now()));
  }
};
