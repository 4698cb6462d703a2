import { z } from 'zod';
import { CELL_PROBLEMS } from './cells.ts';
import { ImportField } from './fields.ts';

/** Why a row was left out altogether. */
const ROW_PROBLEMS = [
  /** Neither name nor e-mail nor id. */
  'nobody',
  /** The same person stands further up in this file. */
  'twice',
  /** The e-mail belongs to one member and the id to another. */
  'two_people',
  /** Withdrawn or erased: comes back by hand, not by a sheet. */
  'has_left',
  'mentee_missing',
  'mentor_missing',
  'mentee_unknown',
  'mentor_unknown',
  'mentee_unclear',
  'mentor_unclear',
  'same_person',
  'mentee_has_no_seat',
  'mentor_has_no_room',
  'mentor_capacity_unknown',
  'kept_apart',
] as const;

/** Why one cell was not taken although it can be read. */
const OTHER_CELL_PROBLEMS = [
  'too_many',
  'email_taken',
  'email_of_account',
  'below_held',
  'role_not_by_import',
  'not_a_role',
  'unknown_value',
  'not_open_yet',
  'ended',
  'hidden_field',
  'visibility_not_by_import',
  'membership_not_by_import',
  'said_twice',
  'hours_without_zone',
] as const;

export const ImportProblemCode = z.enum([...ROW_PROBLEMS, ...CELL_PROBLEMS, ...OTHER_CELL_PROBLEMS]);
export type ImportProblemCode = z.infer<typeof ImportProblemCode>;

/** One thing a person should look at: where it stands, what stands there, why it was not taken. */
export const ImportProblem = z.strictObject({
  line: z.number().int(),
  /** The column's header, or null where the row as a whole is meant. */
  column: z.string().nullable(),
  field: ImportField.nullable(),
  /** What stands there, shortened for showing. */
  value: z.string(),
  code: ImportProblemCode,
  /** A number that belongs to the reason: the most allowed, seats held, the other row. */
  number: z.number().int().nullable(),
  /** What may be meant, where something is near. */
  suggestion: z.string().nullable().default(null),
});
export type ImportProblem = z.infer<typeof ImportProblem>;
