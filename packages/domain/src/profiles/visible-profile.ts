import { DEFAULT_VISIBILITY, type ProfileField, type Visibility } from './fields.ts';
import type { Profile } from './profile.ts';

/** How somebody who looks stands to the member whose profile it is. */
export const RELATIONS = ['self', 'staff', 'paired', 'proposed', 'group', 'none'] as const;
export type Relation = (typeof RELATIONS)[number];

/** Who sees a field of each visibility; each wider than the one before. */
const SEEN_BY: Readonly<Record<Visibility, readonly Relation[]>> = {
  self: ['self'],
  agency: ['self', 'staff'],
  paired: ['self', 'staff', 'paired'],
  proposed: ['self', 'staff', 'paired', 'proposed'],
  group: ['self', 'staff', 'paired', 'proposed', 'group'],
};

export const visibilityOf = (profile: Pick<Profile, 'visibility'>, field: ProfileField): Visibility =>
  profile.visibility[field] ?? DEFAULT_VISIBILITY[field];

export const maySee = (
  profile: Pick<Profile, 'visibility'>,
  field: ProfileField,
  relation: Relation,
): boolean => SEEN_BY[visibilityOf(profile, field)].includes(relation);

/**
 * The profile as somebody in this relation sees it: fields they may not see are blank, as if never filled in. The name
 * is always shown; the time zone follows the hours.
 */
export const visibleProfile = (profile: Profile, relation: Relation): Profile => {
  const shown = <T>(field: ProfileField, value: T, blank: T): T =>
    maySee(profile, field, relation) ? value : blank;
  return {
    memberId: profile.memberId,
    displayName: profile.displayName,
    headline: shown('headline', profile.headline, null),
    about: shown('about', profile.about, null),
    country: shown('country', profile.country, null),
    employer: shown('employer', profile.employer, null),
    timeZone: shown('hours', profile.timeZone, null),
    skills: shown('skills', profile.skills, []),
    industries: shown('industries', profile.industries, []),
    career: shown('career', profile.career, []).map((step) => ({
      ...step,
      employer: shown('employer', step.employer, null),
    })),
    languages: shown('languages', profile.languages, []),
    style: shown('style', profile.style, {}),
    boundaries: shown('boundaries', profile.boundaries, null),
    hours: shown('hours', profile.hours, []),
    visibility: relation === 'self' || relation === 'staff' ? profile.visibility : {},
  };
};
