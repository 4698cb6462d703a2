import { PROFILE_FIELDS, type ProfileField, VISIBILITIES, type Visibility } from '../profiles/fields.ts';
import type { Profile } from '../profiles/profile.ts';
import { namedAnswers } from './named-answers.ts';
import { type Reading, taken, unreadable } from './reading.ts';

/** How a field is called in a sheet: as the column it stands in. */
const FIELD_NAMES: Readonly<Record<ProfileField, string>> = {
  headline: 'job title',
  about: 'about',
  country: 'country',
  employer: 'employer',
  skills: 'skills',
  industries: 'industries',
  career: 'career steps',
  languages: 'languages',
  hours: 'weekly hours',
  style: 'working style',
  boundaries: 'boundaries',
};

const VISIBILITY_NAMES: Readonly<Record<Visibility, string>> = {
  self: 'only themselves',
  agency: 'agency',
  paired: 'paired',
  proposed: 'proposed',
  group: 'group',
};

const FIELDS = new Map(
  PROFILE_FIELDS.flatMap((field): [string, ProfileField][] => [
    [field, field],
    [FIELD_NAMES[field], field],
  ]),
);
const ANSWERS = new Map(
  VISIBILITIES.flatMap((visibility): [string, Visibility][] => [
    [visibility, visibility],
    [VISIBILITY_NAMES[visibility], visibility],
  ]),
);

/** `employer: only themselves; skills: group`: the fields a member decided about; the others follow the usual. */
export const formatVisibility = (visibility: Profile['visibility']): string =>
  PROFILE_FIELDS.flatMap((field) => {
    const shownTo = visibility[field];
    return shownTo === undefined ? [] : [`${FIELD_NAMES[field]}: ${VISIBILITY_NAMES[shownTo]}`];
  }).join('; ');

export const parseVisibility = (cell: string): Reading<Profile['visibility']> => {
  const visibility: Partial<Record<ProfileField, Visibility>> = {};
  for (const { name, answer, piece } of namedAnswers(cell)) {
    const field = FIELDS.get(name);
    const shownTo = ANSWERS.get(answer);
    if (field === undefined || shownTo === undefined) return unreadable('not_a_visibility', piece);
    visibility[field] = shownTo;
  }
  return taken(visibility);
};
