import type { AccountId, MemberId } from '@trellis/domain/ids';
import { MEMBER_STATUSES, type MemberStatus, ROLES, type Role } from '@trellis/domain/members/roles';
import { LOCALES, type Locale, type TimeZone } from '@trellis/domain/time';
import {
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { agency } from './agency.ts';
import { agencyColumn, instant, oneOf } from './columns.ts';
import { signInUser } from './sign-in.ts';

/** A person in an agency. Single-valued profile fields live here; lists are in profiles.ts. */
export const member = pgTable(
  'member',
  {
    agencyId: agencyColumn(),
    id: uuid('id').$type<MemberId>().notNull(),
    accountId: text('account_id').$type<AccountId>(),
    displayName: text('display_name').notNull(),
    email: text('email'),
    /** Who this is in a sheet the agency imports, so that the same sheet finds the same person. */
    sourceRef: text('source_ref'),
    status: text('status').$type<MemberStatus>().notNull(),
    headline: text('headline'),
    about: text('about'),
    boundaries: text('boundaries'),
    country: text('country'),
    employer: text('employer'),
    timeZone: text('time_zone').$type<TimeZone>(),
    locale: text('locale').$type<Locale>(),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'member_pkey', columns: [t.agencyId, t.id] }),
    foreignKey({ name: 'member_agency_fkey', columns: [t.agencyId], foreignColumns: [agency.id] }),
    foreignKey({ name: 'member_account_fkey', columns: [t.accountId], foreignColumns: [signInUser.id] }),
    uniqueIndex('member_email_key').on(t.agencyId, t.email),
    uniqueIndex('member_source_ref_key').on(t.agencyId, t.sourceRef),
    uniqueIndex('member_account_key').on(t.agencyId, t.accountId),
    index('member_account_idx').on(t.accountId),
    index('member_name_idx').on(t.agencyId, t.displayName, t.id),
    oneOf('member_status_check', t.status, MEMBER_STATUSES),
    oneOf('member_locale_check', t.locale, LOCALES),
  ],
);

export const memberRole = pgTable(
  'member_role',
  {
    agencyId: agencyColumn(),
    memberId: uuid('member_id').$type<MemberId>().notNull(),
    role: text('role').$type<Role>().notNull(),
  },
  (t) => [
    primaryKey({ name: 'member_role_pkey', columns: [t.agencyId, t.memberId, t.role] }),
    foreignKey({
      name: 'member_role_member_fkey',
      columns: [t.agencyId, t.memberId],
      foreignColumns: [member.agencyId, member.id],
    }),
    index('member_role_role_idx').on(t.agencyId, t.role),
    oneOf('member_role_role_check', t.role, ROLES),
  ],
);

/**
 * Which agencies an account opens: the one thing that must be known before an agency is chosen. Kept by a
 * trigger on member; the app role can only read it.
 */
export const signInMembership = pgTable(
  'sign_in_membership',
  {
    accountId: text('account_id').$type<AccountId>().notNull(),
    agencyId: agencyColumn(),
    memberId: uuid('member_id').$type<MemberId>().notNull(),
  },
  (t) => [
    primaryKey({ name: 'sign_in_membership_pkey', columns: [t.accountId, t.agencyId] }),
    foreignKey({
      name: 'sign_in_membership_member_fkey',
      columns: [t.agencyId, t.memberId],
      foreignColumns: [member.agencyId, member.id],
    }),
  ],
);
