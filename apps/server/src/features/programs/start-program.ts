import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import { broke } from '@trellis/db/constraint-errors';
import { insertProgram } from '@trellis/db/programs';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { ProgramId } from '@trellis/domain/ids';
import type { ProgramRef, StartProgram } from '@trellis/domain/programs/inputs';
import { DEFAULT_RULES, DEFAULT_WEIGHTS } from '@trellis/domain/programs/settings';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { writeOnce } from '../../write-once.ts';

/** Begins a program as a draft, with settings that work for most. */
export const startProgram = async (
  deps: Pick<Deps, 'db' | 'clock' | 'ids'>,
  actor: Acting,
  { name, kind }: StartProgram,
): Promise<Decision<ProgramRef, Refusal<'name_taken' | 'key_reused'>>> => {
  try {
    return await writeOnce(deps, actor, async (tx, now) => {
      const id = deps.ids.next() as ProgramId;
      const program = {
        id,
        name,
        kind,
        description: null,
        status: 'draft' as const,
        objective: 'served' as const,
        consentOrder: 'mentor_first' as const,
        weights: DEFAULT_WEIGHTS,
        rules: DEFAULT_RULES,
        agreementText: null,
      };
      await insertProgram(tx, program, now);
      await announce(tx, 'program', id);
      await appendAudit(tx, {
        action: 'program.started',
        subjectKind: 'program',
        subjectId: id,
        detail: { name, kind },
      });
      return accept({ programId: id });
    });
  } catch (error) {
    if (broke(error, 'program_name_key')) return refuse('name_taken', { name });
    throw error;
  }
};
