import type { MemberId, TermId } from '../ids.ts';
import { type MemberStatus, ROLES, type Role } from '../members/roles.ts';
import type { ProfileField } from '../profiles/fields.ts';
import { maySee } from '../profiles/visible-profile.ts';
import type { TimeZone } from '../time.ts';
import { type ChangeList, withAdded } from './changes.ts';
import type { ImportField } from './fields.ts';
import type { Identity } from './identify.ts';
import type { KnownPerson } from './known-people.ts';
import { nearZone } from './near-zone.ts';
import { type PlanContext, type Report, valuesOf } from './plan-context.ts';
import { type PersonParts, planParts } from './plan-parts.ts';
import type { RowReading } from './read-row.ts';

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
  readonly parts: PersonParts;
  readonly addRoles: readonly Role[];
  /** The occupation the job title names, where the agency knows it. */
  readonly occupationId: TermId | null;
  /** How a new member stands to the agency; null where nothing is said. */
  readonly status: Exclude<MemberStatus, 'erased'> | null;
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

  const open = openFields(known === null ? null : profile, report);
  change('displayName', 'name', name);
  change('email', 'email', allowedEmail(context, identity, report));
  // The id only makes the member findable again; nobody needs to look at it.
  if (known === null || known.sourceRef === null) change('sourceRef', null, freeRef(context, identity));
  if (open('headline', 'job_title', reading.texts.job_title)) {
    change('headline', 'job_title', headlineOf(context, reading, known, occupationId));
  }
  for (const field of ['employer', 'about', 'boundaries'] as const) {
    if (open(field, field, reading.texts[field])) change(field, field, reading.texts[field]);
  }
  if (open('country', 'country', reading.texts.country)) {
    change('country', 'country', valuesOf(context, reading, 'country', report)[0]);
  }
  const zone = open('hours', 'time_zone', reading.texts.time_zone) ? zoneOf(context, reading, report) : null;
  if (zone !== null && zone !== known?.timeZone) {
    patch.timeZone = zone;
    list.note('time_zone', known?.timeZone ?? null, zone);
  }
  const parts = planParts(context, reading, { profile, occupationId, open }, list, report);
  if (parts.hours && (patch.timeZone ?? known?.timeZone ?? null) === null) {
    report('hours_without_zone', { field: 'hours' });
  }
  return {
    memberId,
    isNew: known === null,
    name,
    patch,
    parts,
    addRoles: planRoles(context, reading, known, list, report),
    occupationId,
    status: statusOf(reading, known, list, report),
  };
};

/** Whether staff may write a field of this member; a value that stands in the sheet all the same is told. */
export type OpenField = (field: ProfileField, column: ImportField, said: unknown) => boolean;

/**
 * What a member keeps to themselves stays as it is, whatever the sheet says: staff cannot see it, so they cannot compare.
 */
const openFields =
  (profile: Parameters<typeof maySee>[0] | null, report: Report): OpenField =>
  (field, column, said) => {
    if (profile === null || maySee(profile, field, 'staff')) return true;
    if (said !== undefined && said !== null) report('hidden_field', { field: column });
    return false;
  };

const zoneOf = (context: PlanContext, reading: RowReading, report: Report): TimeZone | null => {
  const text = reading.texts.time_zone;
  if (text === undefined) return null;
  if (context.isZone(text)) return text as TimeZone;
  const near = nearZone(text);
  if (near?.sure && context.isZone(near.zone)) return near.zone as TimeZone;
  report('not_a_zone', {
    field: 'time_zone',
    value: text,
    ...(near === null ? {} : { suggestion: near.zone }),
  });
  return null;
};

/** A sheet says it of somebody new; who is known is paused or leaves by hand, since pairings may depend on it. */
const statusOf = (
  reading: RowReading,
  known: KnownPerson | null,
  list: ChangeList,
  report: Report,
): PersonWrite['status'] => {
  const status = reading.notations.membership;
  if (status === null || status === known?.status) return null;
  if (known !== null) {
    report('membership_not_by_import', { field: 'membership', value: status });
    return null;
  }
  if (status !== 'active') list.note('membership', null, status);
  return status;
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
    if (role === undefined)
      report('not_a_role', { field: 'roles', value: word, suggestion: ROLES.join('; ') });
    else if (!had.includes(role) && (role === 'coordinator' || role === 'admin')) {
      report('role_not_by_import', { field: 'roles', value: word });
    } else wanted.push(role);
  }
  const all = withAdded(had, wanted);
  if (all === had) return [];
  list.note('roles', had.length === 0 ? null : had.join('; '), all.join('; '));
  return all.slice(had.length);
};
