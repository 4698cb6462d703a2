import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import { lockProgram, setProgramStatus } from '@trellis/db/programs';
import { listRunningRounds } from '@trellis/db/rounds';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { MoveProgram, ProgramRef } from '@trellis/domain/programs/inputs';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { writeOnce } from '../../write-once.ts';

/** Opens a program for requests, offers and rounds, or closes it; pairings under way go on either way. */
export const moveProgram = (
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Acting,
  { programId, to }: MoveProgram,
): Promise<Decision<ProgramRef, Refusal<'not_found' | 'round_running' | 'key_reused'>>> =>
  writeOnce(deps, actor, async (tx, now) => {
    const program = await lockProgram(tx, programId);
    if (!program) return refuse('not_found', { what: 'program' });
    if (program.status === to) return accept({ programId });
    const [running] = to === 'closed' ? await listRunningRounds(tx, programId) : [];
    if (running) return refuse('round_running', { roundId: running.id });
    await setProgramStatus(tx, programId, { from: [program.status], to }, now);
    await announce(tx, 'program', programId);
    await appendAudit(tx, {
      action: to === 'open' ? 'program.opened' : 'program.closed',
      subjectKind: 'program',
      subjectId: programId,
      detail: { from: program.status },
    });
    return accept({ programId });
  });
