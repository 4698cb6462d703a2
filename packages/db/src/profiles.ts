import type { MemberId, ProgramId } from '@trellis/domain/ids';
import type { Profile } from '@trellis/domain/profiles/profile';
import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Read } from './client.ts';
import { member } from './schema/members.ts';
import {
  careerStep,
  fieldVisibility,
  memberIndustry,
  memberLanguage,
  memberSkill,
  memberStyle,
} from './schema/profiles.ts';
import { amongIds, groupBy } from './sets.ts';
import { loadHours } from './weekly-hours.ts';

/** One member's whole profile, whatever its visibility: what somebody may see of it is decided in domain. */
export const loadProfile = async (read: Read, memberId: MemberId): Promise<Profile | null> =>
  (await loadProfilesWhere(read, (column) => sql`${column} = ${memberId}`))[0] ?? null;

/** Profiles of these members, in the order of their ids. */
export const loadProfiles = (read: Read, ids: readonly MemberId[]): Promise<readonly Profile[]> =>
  loadProfilesWhere(read, (column) => amongIds(column, ids));

/** Profiles of everybody with a request or an offer in the program, in the order of their ids. */
export const loadProfilesOfProgram = (read: Read, programId: ProgramId): Promise<readonly Profile[]> =>
  loadProfilesWhere(
    read,
    (column) => sql`${column} in (
      select member_id from request where agency_id = ${read.agencyId} and program_id = ${programId}
      union select member_id from offer where agency_id = ${read.agencyId} and program_id = ${programId})`,
  );

/** One query per table, however many members. Blanks stay blanks. */
const loadProfilesWhere = async (
  read: Read,
  whose: (memberId: AnyPgColumn) => SQL,
): Promise<readonly Profile[]> => {
  const mine = (table: { agencyId: AnyPgColumn; memberId: AnyPgColumn }) =>
    and(eq(table.agencyId, read.agencyId), whose(table.memberId));
  const [members, skills, industries, career, languages, style, visibility, hours] = await Promise.all([
    read.orm
      .select()
      .from(member)
      .where(and(eq(member.agencyId, read.agencyId), whose(member.id)))
      .orderBy(asc(member.id)),
    read.orm.select().from(memberSkill).where(mine(memberSkill)).orderBy(asc(memberSkill.termId)),
    read.orm.select().from(memberIndustry).where(mine(memberIndustry)).orderBy(asc(memberIndustry.termId)),
    read.orm
      .select()
      .from(careerStep)
      .where(mine(careerStep))
      .orderBy(asc(careerStep.position), asc(careerStep.id)),
    read.orm.select().from(memberLanguage).where(mine(memberLanguage)).orderBy(asc(memberLanguage.language)),
    read.orm.select().from(memberStyle).where(mine(memberStyle)),
    read.orm.select().from(fieldVisibility).where(mine(fieldVisibility)),
    loadHours(read, whose),
  ]);
  const skillsOf = groupBy(skills, (row) => row.memberId);
  const industriesOf = groupBy(industries, (row) => row.memberId);
  const careerOf = groupBy(career, (row) => row.memberId);
  const languagesOf = groupBy(languages, (row) => row.memberId);
  const styleOf = groupBy(style, (row) => row.memberId);
  const visibilityOf = groupBy(visibility, (row) => row.memberId);
  return members.map((row) => ({
    memberId: row.id,
    displayName: row.displayName,
    headline: row.headline,
    about: row.about,
    country: row.country,
    employer: row.employer,
    timeZone: row.timeZone,
    skills: (skillsOf.get(row.id) ?? []).map(({ termId, level }) => ({ termId, level })),
    industries: (industriesOf.get(row.id) ?? []).map(({ termId, years }) => ({ termId, years })),
    career: (careerOf.get(row.id) ?? []).map((step) => ({
      id: step.id,
      occupationId: step.occupationId,
      industryId: step.industryId,
      employer: step.employer,
      fromYear: step.fromYear,
      toYear: step.toYear,
    })),
    languages: (languagesOf.get(row.id) ?? []).map(({ language }) => language),
    style: Object.fromEntries((styleOf.get(row.id) ?? []).map(({ item, answer }) => [item, answer])),
    boundaries: row.boundaries,
    hours: hours.get(row.id) ?? [],
    visibility: Object.fromEntries(
      (visibilityOf.get(row.id) ?? []).map(({ field, visibility }) => [field, visibility]),
    ),
  }));
};
