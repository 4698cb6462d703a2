import { z } from 'zod';
import { IMPORT_FIELDS } from './fields.ts';

export const ChangedField = z.enum([...IMPORT_FIELDS, 'offer', 'request', 'occupation', 'status']);
export type ChangedField = z.infer<typeof ChangedField>;

/** One field of one person before and after; null is blank. Lists are names, languages and countries are codes. */
export const Change = z.strictObject({
  field: ChangedField,
  from: z.string().nullable(),
  to: z.string().nullable(),
});
export type Change = z.infer<typeof Change>;

export const OUTCOMES = ['created', 'changed', 'same', 'left_out'] as const;
export const Outcome = z.enum(OUTCOMES);
export type Outcome = z.infer<typeof Outcome>;

/** What becomes of one row. */
export const RowOutcome = z.strictObject({
  line: z.number().int(),
  name: z.string(),
  outcome: Outcome,
  changes: z.array(Change),
});
export type RowOutcome = z.infer<typeof RowOutcome>;

/** Gathers the differences of one person. */
export interface ChangeList {
  readonly changes: Change[];
  /** Notes a difference; equal values are none. */
  readonly note: (field: ChangedField, from: string | number | null, to: string | number | null) => void;
}

export const changeList = (): ChangeList => {
  const changes: Change[] = [];
  const words = (value: string | number | null) => (value === null ? null : String(value));
  return {
    changes,
    note: (field, from, to) => {
      if (from !== to) changes.push({ field, from: words(from), to: words(to) });
    },
  };
};

/** A list with what is not in it yet added at its end; the same list when nothing is new. */
export const withAdded = <T>(had: readonly T[], more: readonly T[]): readonly T[] => {
  const missing = [...new Set(more)].filter((value) => !had.includes(value));
  return missing.length === 0 ? had : [...had, ...missing];
};
