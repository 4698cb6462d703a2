import type { MemberId, TermId } from '../ids.ts';
import { isBlank } from '../imports/cells.ts';
import { countryInEnglish } from '../imports/countries.ts';
import { languageInEnglish } from '../imports/languages.ts';
import { formatList } from '../imports/lists.ts';
import type { MemberStatus, Role } from '../members/roles.ts';
import { formatCareer } from '../notations/career.ts';
import { formatHours } from '../notations/hours.ts';
import { formatLevels, formatYears } from '../notations/rated-names.ts';
import { formatStyle } from '../notations/style.ts';
import { formatVisibility } from '../notations/visibility.ts';
import type { Profile } from '../profiles/profile.ts';
import { visibleProfile } from '../profiles/visible-profile.ts';

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
  'Weekly hours',
  'Languages',
  'Skills (level 1 to 5)',
  'Industries',
  'Career steps',
  'Working style (1 to 5)',
  'About',
  'Boundaries',
  'Who may see',
] as const;

export interface ExportedPerson {
  readonly id: MemberId;
  readonly displayName: string;
  readonly email: string | null;
  readonly roles: readonly Role[];
  readonly status: MemberStatus;
  readonly profile: Profile;
}

/** Lists are written by name, so that the same people are the same file whatever the ids of their terms are. */
const byName = <T extends { readonly name: string }>(values: readonly T[]): readonly T[] =>
  values.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));

/** A text of signs for "nothing said" is nothing, as it is for an import. */
const text = (value: string | null): string | null => (value === null || isBlank(value) ? null : value);

/** One person as staff may see them: what a member keeps to themselves stays blank. */
export const personCells = (
  person: ExportedPerson,
  termName: (id: TermId) => string,
): readonly (string | null)[] => {
  const profile = visibleProfile(person.profile, 'staff');
  const nameOf = (id: TermId | null) => (id === null ? null : termName(id));
  const skills = profile.skills.map(({ termId, level }) => ({ name: termName(termId), mark: level }));
  const industries = profile.industries.map(({ termId, years }) => ({ name: termName(termId), mark: years }));
  return [
    person.id,
    person.displayName,
    person.email,
    formatList(person.roles),
    person.status,
    text(profile.headline),
    text(profile.employer),
    profile.country === null ? null : countryInEnglish(profile.country),
    profile.timeZone,
    formatHours(profile.hours),
    formatList(profile.languages.map(languageInEnglish).toSorted()),
    formatLevels(byName(skills)),
    formatYears(byName(industries)),
    formatCareer(
      profile.career.map((step) => ({
        occupation: nameOf(step.occupationId),
        industry: nameOf(step.industryId),
        employer: step.employer,
        fromYear: step.fromYear,
        toYear: step.toYear,
      })),
    ),
    formatStyle(profile.style),
    text(profile.about),
    text(profile.boundaries),
    formatVisibility(profile.visibility),
  ];
};
