import { z } from 'zod';
import type { ImportKind } from './kinds.ts';

/** What a column can mean. One row is one person, or with `mentee` and `mentor` one pair. */
export const IMPORT_FIELDS = [
  'ref',
  'name',
  'first_name',
  'last_name',
  'email',
  'job_title',
  'employer',
  'country',
  'time_zone',
  'languages',
  'about',
  'boundaries',
  'skills',
  'industries',
  'career',
  'style',
  'hours',
  'years',
  'roles',
  'membership',
  'visibility',
  'goals',
  'wanted_skills',
  'wanted_industries',
  'towards_occupation',
  'capacity',
  'hours_per_month',
  'disabled',
  'matched',
  'note',
  'mentee',
  'mentor',
] as const;
export const ImportField = z.enum(IMPORT_FIELDS);
export type ImportField = z.infer<typeof ImportField>;

const PERSON = [
  'ref',
  'name',
  'first_name',
  'last_name',
  'email',
  'job_title',
  'employer',
  'country',
  'time_zone',
  'languages',
  'about',
  'boundaries',
  'skills',
  'industries',
  'career',
  'style',
  'hours',
  'years',
] as const satisfies readonly ImportField[];

/** The fields a sheet of each kind can fill, in the order they are offered. */
export const FIELDS_OF_KIND: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  people: [...PERSON, 'roles', 'membership', 'visibility'],
  mentors: [...PERSON, 'goals', 'capacity', 'hours_per_month', 'disabled', 'matched', 'note'],
  mentees: [
    ...PERSON,
    'goals',
    'wanted_skills',
    'wanted_industries',
    'towards_occupation',
    'disabled',
    'matched',
    'note',
  ],
  pairings: ['mentee', 'mentor'],
};

/** Cells of these hold several values; several columns may fill one of them together. */
export const LIST_FIELDS = [
  'languages',
  'skills',
  'industries',
  'roles',
  'goals',
  'wanted_skills',
  'wanted_industries',
] as const satisfies readonly ImportField[];

/** A week may stand in a column a day, a career in a column a job. */
export const mayHaveSeveralColumns = (field: ImportField): boolean =>
  isListField(field) || field === 'hours' || field === 'career';

export const isListField = (field: ImportField): boolean =>
  (LIST_FIELDS as readonly ImportField[]).includes(field);
