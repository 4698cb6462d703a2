import type { CareerStepId, MemberId, TermId } from '../ids.ts';
import { ROLES, type Role } from '../members/roles.ts';
import type { CareerStep, Profile } from '../profiles/profile.ts';
import type { TimeZone } from '../time.ts';
import { type ChangeList, withAdded } from './changes.ts';
import type { Identity } from './identify.ts';
import type { KnownPerson } from './known-people.ts';
import { formatList } from './lists.ts';
import { type PlanContext, type Report, valuesOf } from './plan-context.ts';
import type { RowReading } from './read-row.ts';

/** A profile keeps at most so many skills, industries or languages from sheets. */
const MOST_LISTED = 100;

export interface PersonPatch {
  displayName?: string;
  email?: string;
  sourceRef?: string;
  headline?: string;
  about?: string;
  boundaries?: string;
  country?: string;
  employer?: string;
  timeZone?: TimeZone;
}

/** What is written about one person. */
export interface PersonWrite {
  readonly memberId: MemberId;
  readonly isNew: boolean;
  readonly name: string;
  readonly patch: PersonPatch;
  readonly parts: Partial<Pick<Profile, 'skills' | 'industries' | 'languages'>> & {
    readonly career?: readonly CareerStep[];
  };
  readonly addRoles: readonly Role[];
  /** The occupation the job title names, where the agency knows it. */
  readonly occupationId: TermId | null;
}

const UNNAMED: Record<'en' | 'de', Record<PlanContext['kind'], string>> = {
  en: { mentors: 'Mentor', mentees: 'Mentee', people: 'Person', pairings: 'Person' },
  de: { mentors: 'Mentor:in', mentees: 'Mentee', people: 'Person', pairings: 'Person' },
};

const yearsInWords = (locale: 'en' | 'de', years: number): string =>
  locale === 'de'
    ? `${years} ${years === 1 ? 'Jahr' : 'Jahre'} Berufserfahrung`
    : `${years} ${years === 1 ? 'year' : 'years'} of experience`;

const newNameOf = (context: PlanContext, identity: Identity, reading: RowReading): string =>
  identity.name ??
  identity.email?.split('@')[0] ??
  `${UNNAMED[context.locale][context.kind]} ${reading.texts.ref ?? ''}`.trim();

/**
 * Compares a row with the member it is about. Texts are replaced by what the sheet says, lists only grow, blanks change
 * nothing: a sheet takes nothing away from anybody.
 */
export const planPerson = (
  context: PlanContext,
  reading: RowReading,
  identity: Identity,
  list: ChangeList,
  report: Report,
): PersonWrite => {
  const { known } = identity;
  const memberId = known?.id ?? (context.nextId() as MemberId);
  const profile = known === null ? null : (context.people.profiles.get(known.id) ?? null);
  const name =
    known !== null && identity.name === null ? known.displayName : newNameOf(context, identity, reading);
  const occupationId = occupationOf(context, reading);
  const patch: PersonPatch = {};
  const change = <K extends Exclude<keyof PersonPatch, 'timeZone'>>(
    key: K,
    field: Parameters<ChangeList['note']>[0] | null,
    to: string | null | undefined,
  ): void => {
    const from = known === null ? null : known[key];
    if (to === null || to === undefined || to === from) return;
    patch[key] = to;
    if (field !== null) list.note(field, from, to);
  };

  change('displayName', 'name', name);
  change('email', 'email', allowedEmail(context, identity, report));
  // The id only makes the member findable again; nobody needs to look at it.
  if (known === null || known.sourceRef === null) change('sourceRef', null, freeRef(context, identity));
  change('headline', 'job_title', headlineOf(context, reading, known, occupationId));
  change('employer', 'employer', reading.texts.employer);
  change('about', 'about', reading.texts.about);
  change('boundaries', 'boundaries', reading.texts.boundaries);
  change('country', 'country', valuesOf(context, reading, 'country', report)[0]);
  const zone = reading.texts.time_zone;
  if (zone !== undefined && !context.isZone(zone)) report('not_a_zone', { field: 'time_zone', value: zone });
  else if (zone !== undefined && zone !== known?.timeZone) {
    patch.timeZone = zone as TimeZone;
    list.note('time_zone', known?.timeZone ?? null, zone);
  }
  return {
    memberId,
    isNew: known === null,
    name,
    patch,
    parts: planParts(context, reading, profile, occupationId, list, report),
    addRoles: planRoles(context, reading, known, list, report),
    occupationId,
  };
};

/** Known titles name an occupation; others stay words. Nobody is asked about titles: there are as many as people. */
const occupationOf = (context: PlanContext, reading: RowReading): TermId | null =>
  reading.texts.job_title === undefined
    ? null
    : (context.book.find('occupation', reading.texts.job_title) as TermId | null);

const headlineOf = (
  context: PlanContext,
  reading: RowReading,
  known: KnownPerson | null,
  occupationId: TermId | null,
): string | null => {
  const title = reading.texts.job_title;
  if (title !== undefined) return title;
  const { years } = reading.counts;
  // Years are kept as a line in words where there is no career step they could belong to.
  return years === null || occupationId !== null || known?.headline
    ? null
    : yearsInWords(context.locale, years);
};

const allowedEmail = (context: PlanContext, identity: Identity, report: Report): string | null => {
  const { email, known } = identity;
  if (email === null || known === null || known.email === email) return email;
  const owner = context.people.byEmail.get(email);
  if (owner && owner.id !== known.id) {
    report('email_taken', { field: 'email', value: email });
    return null;
  }
  if (known.hasAccount) {
    report('email_of_account', { field: 'email', value: email });
    return null;
  }
  return email;
};

const freeRef = (context: PlanContext, { ref, known }: Identity): string | null => {
  if (ref === null) return null;
  const owner = context.people.byRef.get(ref);
  return owner && owner.id !== known?.id ? null : ref;
};

const planParts = (
  context: PlanContext,
  reading: RowReading,
  profile: Profile | null,
  occupationId: TermId | null,
  list: ChangeList,
  report: Report,
): PersonWrite['parts'] => {
  const namesOf = (ids: readonly TermId[]) =>
    ids.length === 0 ? null : formatList(ids.map(context.termName));
  const parts: { -readonly [K in keyof PersonWrite['parts']]: PersonWrite['parts'][K] } = {};
  const grown = (
    field: 'skills' | 'industries' | 'languages',
    had: readonly string[],
  ): readonly string[] | null => {
    const all = withAdded(had, valuesOf(context, reading, field, report));
    if (all === had) return null;
    if (all.length > MOST_LISTED) {
      report('too_many', { field, number: MOST_LISTED });
      return null;
    }
    return all;
  };

  const hadSkills = (profile?.skills ?? []).map(({ termId }) => termId);
  const skills = grown('skills', hadSkills) as readonly TermId[] | null;
  if (skills) {
    parts.skills = [
      ...(profile?.skills ?? []),
      ...skills.slice(hadSkills.length).map((termId) => ({ termId, level: null })),
    ];
    list.note('skills', namesOf(hadSkills), namesOf(skills));
  }
  const hadIndustries = (profile?.industries ?? []).map(({ termId }) => termId);
  const industries = grown('industries', hadIndustries) as readonly TermId[] | null;
  if (industries) {
    parts.industries = [
      ...(profile?.industries ?? []),
      ...industries.slice(hadIndustries.length).map((termId) => ({ termId, years: null })),
    ];
    list.note('industries', namesOf(hadIndustries), namesOf(industries));
  }
  const languages = grown('languages', profile?.languages ?? []);
  if (languages) {
    parts.languages = languages;
    list.note(
      'languages',
      profile?.languages.length ? profile.languages.join('; ') : null,
      languages.join('; '),
    );
  }
  if (occupationId !== null && (profile?.career.length ?? 0) === 0) {
    const { years } = reading.counts;
    parts.career = [
      {
        id: context.nextId() as CareerStepId,
        occupationId,
        industryId: industries?.length === 1 ? industries[0]! : null,
        employer: reading.texts.employer ?? null,
        fromYear: years === null ? null : Number(context.now.slice(0, 4)) - years,
        toYear: null,
      },
    ];
    list.note('occupation', null, context.termName(occupationId));
  }
  return parts;
};

const ROLE_WORDS: ReadonlyMap<string, Role> = new Map([
  ...ROLES.flatMap((role): [string, Role][] => [
    [role, role],
    [`${role}s`, role],
  ]),
  ['mentorin', 'mentor'],
  ['mentor:in', 'mentor'],
  ['berater', 'consultant'],
  ['beraterin', 'consultant'],
]);

/** Roles are only added, and staff roles never by a sheet: those are an admin's to give. */
const planRoles = (
  context: PlanContext,
  reading: RowReading,
  known: KnownPerson | null,
  list: ChangeList,
  report: Report,
): readonly Role[] => {
  const had = known?.roles ?? [];
  const wanted: Role[] = context.role === null ? [] : [context.role];
  for (const word of reading.lists.roles ?? []) {
    const role = ROLE_WORDS.get(word.toLowerCase());
    if (role === undefined) report('not_a_role', { field: 'roles', value: word });
    else if (!had.includes(role) && (role === 'coordinator' || role === 'admin')) {
      report('role_not_by_import', { field: 'roles', value: word });
    } else wanted.push(role);
  }
  const all = withAdded(had, wanted);
  if (all === had) return [];
  list.note('roles', had.length === 0 ? null : had.join('; '), all.join('; '));
  return all.slice(had.length);
};
