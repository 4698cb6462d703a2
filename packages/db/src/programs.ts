import type { ProgramId } from '@trellis/domain/ids';
import type { ConsentOrder, Objective, ProgramKind, ProgramStatus } from '@trellis/domain/programs/kinds';
import type { RuleSettings, Weights } from '@trellis/domain/programs/settings';
import type { Instant } from '@trellis/domain/time';
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Read, Tx } from './client.ts';
import { program } from './schema/programs.ts';

/** What an agency runs, with the settings of its rounds. */
export interface Program {
  readonly id: ProgramId;
  readonly name: string;
  readonly description: string | null;
  readonly kind: ProgramKind;
  readonly status: ProgramStatus;
  readonly objective: Objective;
  readonly consentOrder: ConsentOrder;
  readonly weights: Weights;
  readonly rules: RuleSettings;
  readonly agreementText: string | null;
  readonly version: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

export type NewProgram = Omit<Program, 'version' | 'createdAt' | 'updatedAt'>;
export type ProgramPatch = Partial<Omit<NewProgram, 'id' | 'status' | 'kind'>>;

/** Unique violation: `program_name_key`. */
export const insertProgram = async (tx: Tx, fields: NewProgram, now: Instant): Promise<void> => {
  await tx.orm.insert(program).values({ agencyId: tx.agencyId, ...fields, createdAt: now, updatedAt: now });
};

/** Changes settings if they are still the `version` the screen saw; false when somebody was faster. */
export const updateProgram = async (
  tx: Tx,
  id: ProgramId,
  change: { readonly version: number; readonly patch: ProgramPatch },
  now: Instant,
): Promise<boolean> => {
  const rows = await tx.orm
    .update(program)
    .set({ ...change.patch, updatedAt: now })
    .where(and(eq(program.agencyId, tx.agencyId), eq(program.id, id), eq(program.version, change.version)))
    .returning({ id: program.id });
  return rows.length > 0;
};

/** Moves a program from one of `from` to `to`; false when it was in none of these. */
export const setProgramStatus = async (
  tx: Tx,
  id: ProgramId,
  step: { readonly from: readonly ProgramStatus[]; readonly to: ProgramStatus },
  now: Instant,
): Promise<boolean> => {
  const rows = await tx.orm
    .update(program)
    .set({ status: step.to, updatedAt: now })
    .where(
      and(eq(program.agencyId, tx.agencyId), eq(program.id, id), inArray(program.status, [...step.from])),
    )
    .returning({ id: program.id });
  return rows.length > 0;
};

/** Holds the program's row until the transaction ends: rounds and publishing of one program take turns. */
export const lockProgram = async (tx: Tx, id: ProgramId): Promise<Program | null> => {
  const [row] = await tx.orm
    .select()
    .from(program)
    .where(and(eq(program.agencyId, tx.agencyId), eq(program.id, id)))
    .for('no key update');
  return row ? toProgram(row) : null;
};

export const findProgram = async (read: Read, id: ProgramId): Promise<Program | null> => {
  const [row] = await read.orm
    .select()
    .from(program)
    .where(and(eq(program.agencyId, read.agencyId), eq(program.id, id)));
  return row ? toProgram(row) : null;
};

export const listPrograms = async (read: Read): Promise<readonly Program[]> => {
  const rows = await read.orm
    .select()
    .from(program)
    .where(eq(program.agencyId, read.agencyId))
    .orderBy(asc(program.name), asc(program.id));
  return rows.map(toProgram);
};

const toProgram = ({ agencyId: _agency, mix: _mix, ...row }: typeof program.$inferSelect): Program => row;
