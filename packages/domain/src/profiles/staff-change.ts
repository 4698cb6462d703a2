import type { ProfileChange } from './inputs.ts';
import type { Profile } from './profile.ts';
import { maySee } from './visible-profile.ts';

/**
 * Fields of a change that staff may not make for a member: who sees what is the member's own decision, and what staff
 * cannot see they cannot overwrite. The time zone follows the hours.
 */
export const notForStaff = (
  profile: Pick<Profile, 'visibility'>,
  change: ProfileChange,
): readonly (keyof ProfileChange)[] =>
  (Object.keys(change) as (keyof ProfileChange)[]).filter(
    (part) => part === 'visibility' || !maySee(profile, part === 'timeZone' ? 'hours' : part, 'staff'),
  );

/** Career steps as staff saved them, with the employers that staff cannot see as they were. */
export const keepHiddenEmployers = (
  profile: Pick<Profile, 'visibility' | 'career'>,
  career: Profile['career'],
): Profile['career'] => {
  if (maySee(profile, 'employer', 'staff')) return career;
  const known = new Map(profile.career.map(({ id, employer }) => [id, employer]));
  return career.map((step) => ({ ...step, employer: known.get(step.id) ?? null }));
};
