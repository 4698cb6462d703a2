import type { AccountId, MemberId } from '@trellis/domain/ids';
import type { MemberStatus, Role } from '@trellis/domain/members/roles';
import type { Instant, Locale, TimeZone } from '@trellis/domain/time';
import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Read, Tx } from './client.ts';
import { member, memberRole } from './schema/members.ts';
import { amongIds, amongTexts, groupBy, inChunks } from './sets.ts';

/** A person in the agency with their roles. Lists of the profile are in profiles.ts. */
export interface Member {
  readonly id: MemberId;
  readonly accountId: AccountId | null;
  readonly displayName: string;
  readonly email: string | null;
  /** Who this is in an imported sheet; unique in the agency. */
  readonly sourceRef: string | null;
  readonly status: MemberStatus;
  readonly headline: string | null;
  readonly about: string | null;
  readonly boundaries: string | null;
  readonly country: string | null;
  readonly employer: string | null;
  readonly timeZone: TimeZone | null;
  readonly locale: Locale | null;
  readonly roles: readonly Role[];
  readonly version: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

/** What a member is made of; everything but id, name and status may be left out (null). */
export type NewMember = Pick<Member, 'id' | 'displayName'> &
  Partial<Omit<Member, 'id' | 'displayName' | 'version' | 'createdAt' | 'updatedAt'>>;

/** Fields that are changed by name; status and account have functions of their own. */
export type MemberPatch = Partial<
  Omit<Member, 'id' | 'accountId' | 'status' | 'roles' | 'version' | 'createdAt' | 'updatedAt'>
>;

/** Inserts members with their roles. Unique violations: `member_email_key`, `member_source_ref_key`. */
export const insertMembers = async (tx: Tx, members: readonly NewMember[], now: Instant): Promise<void> => {
  await inChunks(members, (chunk) =>
    tx.orm.insert(member).values(
      chunk.map(({ roles: _, ...fields }) => ({
        agencyId: tx.agencyId,
        ...fields,
        status: fields.status ?? 'active',
        createdAt: now,
        updatedAt: now,
      })),
    ),
  );
  await addRoles(
    tx,
    members.flatMap(({ id, roles = [] }) => roles.map((role) => ({ memberId: id, role }))),
  );
};

/** Changes named fields of one member; false when there is no such member. */
export const updateMember = async (
  tx: Tx,
  id: MemberId,
  patch: MemberPatch,
  now: Instant,
): Promise<boolean> => {
  const rows = await tx.orm
    .update(member)
    .set({ ...patch, updatedAt: now })
    .where(and(eq(member.agencyId, tx.agencyId), eq(member.id, id)))
    .returning({ id: member.id });
  return rows.length > 0;
};

/** Moves a member from one of `from` to `to`; false when they were in none of these (somebody was faster). */
export const setMemberStatus = async (
  tx: Tx,
  id: MemberId,
  step: { readonly from: readonly MemberStatus[]; readonly to: MemberStatus },
  now: Instant,
): Promise<boolean> => {
  const rows = await tx.orm
    .update(member)
    .set({ status: step.to, updatedAt: now })
    .where(and(eq(member.agencyId, tx.agencyId), eq(member.id, id), inArray(member.status, [...step.from])))
    .returning({ id: member.id });
  return rows.length > 0;
};

/** Lets an account act as this member, or nobody (null). Unique violation: `member_account_key`. */
export const linkAccount = async (
  tx: Tx,
  id: MemberId,
  accountId: AccountId | null,
  now: Instant,
): Promise<void> => {
  await tx.orm
    .update(member)
    .set({ accountId, updatedAt: now })
    .where(and(eq(member.agencyId, tx.agencyId), eq(member.id, id)));
};

/** Adds roles; one a member has already stays. */
export const addRoles = (
  tx: Tx,
  roles: readonly { readonly memberId: MemberId; readonly role: Role }[],
): Promise<void> =>
  inChunks(roles, (chunk) =>
    tx.orm
      .insert(memberRole)
      .values(chunk.map((row) => ({ agencyId: tx.agencyId, ...row })))
      .onConflictDoNothing(),
  );

/** Makes these the member's roles, all of them. */
export const setRoles = async (tx: Tx, memberId: MemberId, roles: readonly Role[]): Promise<void> => {
  await tx.orm
    .delete(memberRole)
    .where(and(eq(memberRole.agencyId, tx.agencyId), eq(memberRole.memberId, memberId)));
  await addRoles(
    tx,
    roles.map((role) => ({ memberId, role })),
  );
};

/**
 * Active members with this role, locked until the transaction ends: of two admins who take the role from each
 * other at once, the second sees the first one's change and can refuse to take the last.
 */
export const lockHolders = async (tx: Tx, role: Role): Promise<readonly MemberId[]> => {
  const rows = await tx.orm
    .select({ id: member.id })
    .from(member)
    .innerJoin(memberRole, and(eq(memberRole.agencyId, member.agencyId), eq(memberRole.memberId, member.id)))
    .where(and(eq(member.agencyId, tx.agencyId), eq(memberRole.role, role), eq(member.status, 'active')))
    .orderBy(asc(member.id))
    .for('update', { of: member });
  const still = await tx.orm
    .select({ id: memberRole.memberId })
    .from(memberRole)
    .innerJoin(member, and(eq(member.agencyId, memberRole.agencyId), eq(member.id, memberRole.memberId)))
    .where(and(eq(memberRole.agencyId, tx.agencyId), eq(memberRole.role, role), eq(member.status, 'active')));
  const holders = new Set(still.map((row) => row.id));
  return rows.map((row) => row.id).filter((id) => holders.has(id));
};

const findWhere = async (read: Read, condition: SQL | undefined): Promise<readonly Member[]> => {
  const rows = await read.orm
    .select()
    .from(member)
    .where(and(eq(member.agencyId, read.agencyId), condition))
    .orderBy(asc(member.displayName), asc(member.id));
  if (rows.length === 0) return [];
  const roles = await read.orm
    .select({ memberId: memberRole.memberId, role: memberRole.role })
    .from(memberRole)
    .where(
      and(
        eq(memberRole.agencyId, read.agencyId),
        amongIds(
          memberRole.memberId,
          rows.map((row) => row.id),
        ),
      ),
    )
    .orderBy(asc(memberRole.role));
  const byMember = groupBy(roles, (row) => row.memberId);
  return rows.map(({ agencyId: _, ...row }) => ({
    ...row,
    roles: (byMember.get(row.id) ?? []).map(({ role }) => role),
  }));
};

const findOne = async (read: Read, condition: SQL): Promise<Member | null> =>
  (await findWhere(read, condition))[0] ?? null;

export const findMember = (read: Read, id: MemberId): Promise<Member | null> =>
  findOne(read, eq(member.id, id));

/**
 * The member as they are now, whom nobody else changes until this transaction ends; null when there is none. Whoever
 * begins or reopens something of which a member has one at a time holds this lock.
 */
export const lockMember = async (tx: Tx, id: MemberId): Promise<Member | null> => {
  await tx.orm
    .select({ id: member.id })
    .from(member)
    .where(and(eq(member.agencyId, tx.agencyId), eq(member.id, id)))
    .for('no key update');
  return findMember(tx, id);
};

export const findMemberByAccount = (read: Read, accountId: AccountId): Promise<Member | null> =>
  findOne(read, eq(member.accountId, accountId));

/** @param email lower case, as `EmailAddress` makes it */
export const findMemberByEmail = (read: Read, email: string): Promise<Member | null> =>
  findOne(read, eq(member.email, email));

export const findMembers = (read: Read, ids: readonly MemberId[]): Promise<readonly Member[]> =>
  findWhere(read, amongIds(member.id, ids));

export const findMembersByEmail = (read: Read, emails: readonly string[]): Promise<readonly Member[]> =>
  findWhere(read, amongTexts(member.email, emails));

export const findMembersBySourceRef = (read: Read, refs: readonly string[]): Promise<readonly Member[]> =>
  findWhere(read, amongTexts(member.sourceRef, refs));

/** Every member of the agency, by name; `role` keeps those who hold it. */
export const listMembers = (
  read: Read,
  filter: { readonly role?: Role; readonly status?: MemberStatus } = {},
): Promise<readonly Member[]> =>
  findWhere(
    read,
    and(
      filter.status && eq(member.status, filter.status),
      filter.role &&
        sql`exists (select 1 from ${memberRole} where ${memberRole.agencyId} = ${member.agencyId}
          and ${memberRole.memberId} = ${member.id} and ${memberRole.role} = ${filter.role})`,
    ),
  );

/**
 * Changes many members in one statement per thousand, for imports: each patch may name other fields, and a
 * field it does not name stays as it is.
 */
export const updateMembers = (
  tx: Tx,
  patches: readonly { readonly id: MemberId; readonly patch: MemberPatch }[],
  now: Instant,
): Promise<void> =>
  inChunks(patches, (chunk) =>
    tx.orm.execute(sql`
        update member m set
          display_name = case when p.patch ? 'displayName' then p.patch->>'displayName' else m.display_name end,
          email = case when p.patch ? 'email' then p.patch->>'email' else m.email end,
          source_ref = case when p.patch ? 'sourceRef' then p.patch->>'sourceRef' else m.source_ref end,
          headline = case when p.patch ? 'headline' then p.patch->>'headline' else m.headline end,
          about = case when p.patch ? 'about' then p.patch->>'about' else m.about end,
          boundaries = case when p.patch ? 'boundaries' then p.patch->>'boundaries' else m.boundaries end,
          country = case when p.patch ? 'country' then p.patch->>'country' else m.country end,
          employer = case when p.patch ? 'employer' then p.patch->>'employer' else m.employer end,
          time_zone = case when p.patch ? 'timeZone' then p.patch->>'timeZone' else m.time_zone end,
          locale = case when p.patch ? 'locale' then p.patch->>'locale' else m.locale end,
          updated_at = ${now}
        from jsonb_to_recordset(${JSON.stringify(chunk)}::jsonb) as p(id uuid, patch jsonb)
        where m.agency_id = ${tx.agencyId} and m.id = p.id`),
  );
