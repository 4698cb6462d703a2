import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import { broke } from '@trellis/db/constraint-errors';
import { lockProgram, type ProgramPatch, updateProgram } from '@trellis/db/programs';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { ProgramRef, SaveProgram } from '@trellis/domain/programs/inputs';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { writeOnce } from '../../write-once.ts';

/**
 * Saves the parts the setup page sends as one types; the others stay as they are, whoever changed them meanwhile.
 * The audit entry holds what each part was and became. Rounds that were run keep the settings they were run with.
 */
export const saveProgram = async (
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Acting,
  input: SaveProgram,
): Promise<Decision<ProgramRef, Refusal<'not_found' | 'name_taken' | 'key_reused'>>> => {
  try {
    return await writeOnce(deps, actor, async (tx, now) => {
      const program = await lockProgram(tx, input.programId);
      if (!program) return refuse('not_found', { what: 'program' });
      const { patch, detail } = differences(input.change, program);
      if (Object.keys(patch).length === 0) return accept({ programId: program.id });
      await updateProgram(tx, program.id, { version: program.version, patch }, now);
      await announce(tx, 'program', program.id);
      await appendAudit(tx, {
        action: 'program.changed',
        subjectKind: 'program',
        subjectId: program.id,
        detail,
      });
      return accept({ programId: program.id });
    });
  } catch (error) {
    if (broke(error, 'program_name_key')) return refuse('name_taken', { name: input.change.name ?? '' });
    throw error;
  }
};

/** Only what was sent and is different: a part that is missing is not a blank. */
const differences = (change: SaveProgram['change'], program: ProgramPatch) => {
  const changed = (Object.keys(change) as (keyof SaveProgram['change'])[])
    .filter((part) => change[part] !== undefined)
    .filter((part) => JSON.stringify(sorted(change[part])) !== JSON.stringify(sorted(program[part])));
  return {
    patch: Object.fromEntries(changed.map((part) => [part, change[part]])) as ProgramPatch,
    detail: Object.fromEntries(changed.map((part) => [part, { from: program[part], to: change[part] }])),
  };
};

/** jsonb does not keep the order of keys. */
const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    : value;
