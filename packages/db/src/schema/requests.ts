import type { MemberId, ProgramId, RequestId, TermId } from '@trellis/domain/ids';
import { NEEDS, type Need, REQUEST_STATUSES, type RequestStatus } from '@trellis/domain/requests/request';
import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { agencyColumn, instant, oneOf } from './columns.ts';
import { member } from './members.ts';
import { program } from './programs.ts';
import { taxonomyTerm } from './taxonomy.ts';

const toTerm = (name: string, agencyId: AnyPgColumn, termId: AnyPgColumn) =>
  foreignKey({
    name,
    columns: [agencyId, termId],
    foreignColumns: [taxonomyTerm.agencyId, taxonomyTerm.id],
  });

/** What someone seeks in a program. */
export const request = pgTable(
  'request',
  {
    agencyId: agencyColumn(),
    id: uuid('id').$type<RequestId>().notNull(),
    programId: uuid('program_id').$type<ProgramId>().notNull(),
    memberId: uuid('member_id').$type<MemberId>().notNull(),
    status: text('status').$type<RequestStatus>().notNull(),
    seats: smallint('seats').notNull(),
    fromOccupationId: uuid('from_occupation_id').$type<TermId>(),
    fromIndustryId: uuid('from_industry_id').$type<TermId>(),
    towardsOccupationId: uuid('towards_occupation_id').$type<TermId>(),
    towardsIndustryId: uuid('towards_industry_id').$type<TermId>(),
    mix: smallint('mix'),
    note: text('note'),
    openedAt: instant('opened_at'),
    missedRounds: integer('missed_rounds').notNull().default(0),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'request_pkey', columns: [t.agencyId, t.id] }),
    // A pairing and a wish stay within one program by this key.
    unique('request_program_key').on(t.agencyId, t.programId, t.id),
    foreignKey({
      name: 'request_program_fkey',
      columns: [t.agencyId, t.programId],
      foreignColumns: [program.agencyId, program.id],
    }),
    foreignKey({
      name: 'request_member_fkey',
      columns: [t.agencyId, t.memberId],
      foreignColumns: [member.agencyId, member.id],
    }),
    toTerm('request_from_occupation_fkey', t.agencyId, t.fromOccupationId),
    toTerm('request_from_industry_fkey', t.agencyId, t.fromIndustryId),
    toTerm('request_towards_occupation_fkey', t.agencyId, t.towardsOccupationId),
    toTerm('request_towards_industry_fkey', t.agencyId, t.towardsIndustryId),
    index('request_member_idx').on(t.agencyId, t.memberId),
    oneOf('request_status_check', t.status, REQUEST_STATUSES),
    check('request_seats_check', sql`${t.seats} between 1 and 100`),
    check('request_mix_check', sql`${t.mix} between 0 and 100`),
    check('request_missed_rounds_check', sql`${t.missedRounds} >= 0`),
  ],
);

const requestColumn = () => uuid('request_id').$type<RequestId>().notNull();

const ofRequest = (name: string, t: { agencyId: AnyPgColumn; requestId: AnyPgColumn }) =>
  foreignKey({
    name,
    columns: [t.agencyId, t.requestId],
    foreignColumns: [request.agencyId, request.id],
  });

export const requestGoal = pgTable(
  'request_goal',
  {
    agencyId: agencyColumn(),
    requestId: requestColumn(),
    termId: uuid('term_id').$type<TermId>().notNull(),
  },
  (t) => [
    primaryKey({ name: 'request_goal_pkey', columns: [t.agencyId, t.requestId, t.termId] }),
    ofRequest('request_goal_request_fkey', t),
    toTerm('request_goal_term_fkey', t.agencyId, t.termId),
    index('request_goal_term_idx').on(t.agencyId, t.termId),
  ],
);

export const requestSkill = pgTable(
  'request_skill',
  {
    agencyId: agencyColumn(),
    requestId: requestColumn(),
    termId: uuid('term_id').$type<TermId>().notNull(),
    need: text('need').$type<Need>().notNull(),
  },
  (t) => [
    primaryKey({ name: 'request_skill_pkey', columns: [t.agencyId, t.requestId, t.termId] }),
    ofRequest('request_skill_request_fkey', t),
    toTerm('request_skill_term_fkey', t.agencyId, t.termId),
    index('request_skill_term_idx').on(t.agencyId, t.termId),
    oneOf('request_skill_need_check', t.need, NEEDS),
  ],
);

export const requestIndustry = pgTable(
  'request_industry',
  {
    agencyId: agencyColumn(),
    requestId: requestColumn(),
    termId: uuid('term_id').$type<TermId>().notNull(),
  },
  (t) => [
    primaryKey({ name: 'request_industry_pkey', columns: [t.agencyId, t.requestId, t.termId] }),
    ofRequest('request_industry_request_fkey', t),
    toTerm('request_industry_term_fkey', t.agencyId, t.termId),
    index('request_industry_term_idx').on(t.agencyId, t.termId),
  ],
);

export const requestLanguage = pgTable(
  'request_language',
  {
    agencyId: agencyColumn(),
    requestId: requestColumn(),
    language: text('language').notNull(),
  },
  (t) => [
    primaryKey({ name: 'request_language_pkey', columns: [t.agencyId, t.requestId, t.language] }),
    ofRequest('request_language_request_fkey', t),
    check('request_language_language_check', sql`${t.language} ~ '^[a-z]{2,3}$'`),
  ],
);
