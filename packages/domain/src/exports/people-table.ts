import type { MemberId, TermId } from '../ids.ts';
import { formatList } from '../imports/lists.ts';
import type { MemberStatus, Role } from '../members/roles.ts';
import { DEFAULT_VISIBILITY, type ProfileField } from '../profiles/fields.ts';
import type { Profile } from '../profiles/profile.ts';

/** Headers that an import of people understands, so that an exported file can come back. */
export const PEOPLE_HEADERS = [
  'Trellis id',
  'Name',
  'E-mail',
  'Roles',
  'Membership',
  'Job title',
  'Employer',
  'Country',
  'Time zone',
  'Languages',
  'Skills',
  'Industries',
  'About',
  'Boundaries',
] as const;

export interface ExportedPerson {
  readonly id: MemberId;
  readonly displayName: string;
  readonly email: string | null;
  readonly roles: readonly Role[];
  readonly status: MemberStatus;
  readonly profile: Profile;
}

/** One person as staff may see them: what a member keeps to themselves stays blank. */
export const personCells = (
  person: ExportedPerson,
  termName: (id: TermId) => string,
): readonly (string | null)[] => {
  const { profile } = person;
  const shown = <T>(field: ProfileField, value: T): T | null =>
    (profile.visibility[field] ?? DEFAULT_VISIBILITY[field]) === 'self' ? null : value;
  return [
    person.id,
    person.displayName,
    person.email,
    formatList(person.roles),
    person.status,
    shown('headline', profile.headline),
    shown('employer', profile.employer),
    shown('country', profile.country),
    profile.timeZone,
    shown('languages', formatList(profile.languages)),
    shown('skills', formatList(profile.skills.map(({ termId }) => termName(termId)))),
    shown('industries', formatList(profile.industries.map(({ termId }) => termName(termId)))),
    shown('about', profile.about),
    shown('boundaries', profile.boundaries),
  ];
};
