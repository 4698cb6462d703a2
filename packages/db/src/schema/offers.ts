import type { MemberId, OfferId, ProgramId, TermId } from '@trellis/domain/ids';
import { OFFER_STATUSES, type OfferStatus } from '@trellis/domain/offers/offer';
import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { agencyColumn, instant, oneOf } from './columns.ts';
import { member } from './members.ts';
import { program } from './programs.ts';
import { taxonomyTerm } from './taxonomy.ts';

/** What someone gives in a program. */
export const offer = pgTable(
  'offer',
  {
    agencyId: agencyColumn(),
    id: uuid('id').$type<OfferId>().notNull(),
    programId: uuid('program_id').$type<ProgramId>().notNull(),
    memberId: uuid('member_id').$type<MemberId>().notNull(),
    status: text('status').$type<OfferStatus>().notNull(),
    /** Null is unknown, 0 is none: two different things. */
    capacity: integer('capacity'),
    hoursPerMonth: integer('hours_per_month'),
    note: text('note'),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'offer_pkey', columns: [t.agencyId, t.id] }),
    unique('offer_program_key').on(t.agencyId, t.programId, t.id),
    // Not led by the program: a stale plan could take it for the key above and read a whole program per check.
    uniqueIndex('offer_member_key').on(t.agencyId, t.memberId, t.programId),
    foreignKey({
      name: 'offer_program_fkey',
      columns: [t.agencyId, t.programId],
      foreignColumns: [program.agencyId, program.id],
    }),
    foreignKey({
      name: 'offer_member_fkey',
      columns: [t.agencyId, t.memberId],
      foreignColumns: [member.agencyId, member.id],
    }),
    oneOf('offer_status_check', t.status, OFFER_STATUSES),
    check('offer_capacity_check', sql`${t.capacity} between 0 and 1000`),
    check('offer_hours_check', sql`${t.hoursPerMonth} between 0 and 744`),
  ],
);

const offerColumn = () => uuid('offer_id').$type<OfferId>().notNull();
const termColumn = () => uuid('term_id').$type<TermId>().notNull();

const ofOffer = (name: string, t: { agencyId: AnyPgColumn; offerId: AnyPgColumn }) =>
  foreignKey({ name, columns: [t.agencyId, t.offerId], foreignColumns: [offer.agencyId, offer.id] });

const toTerm = (name: string, t: { agencyId: AnyPgColumn; termId: AnyPgColumn }) =>
  foreignKey({
    name,
    columns: [t.agencyId, t.termId],
    foreignColumns: [taxonomyTerm.agencyId, taxonomyTerm.id],
  });

export const offerGoal = pgTable(
  'offer_goal',
  { agencyId: agencyColumn(), offerId: offerColumn(), termId: termColumn() },
  (t) => [
    primaryKey({ name: 'offer_goal_pkey', columns: [t.agencyId, t.offerId, t.termId] }),
    ofOffer('offer_goal_offer_fkey', t),
    toTerm('offer_goal_term_fkey', t),
    index('offer_goal_term_idx').on(t.agencyId, t.termId),
  ],
);

export const offerSkill = pgTable(
  'offer_skill',
  { agencyId: agencyColumn(), offerId: offerColumn(), termId: termColumn() },
  (t) => [
    primaryKey({ name: 'offer_skill_pkey', columns: [t.agencyId, t.offerId, t.termId] }),
    ofOffer('offer_skill_offer_fkey', t),
    toTerm('offer_skill_term_fkey', t),
    index('offer_skill_term_idx').on(t.agencyId, t.termId),
  ],
);

export const offerIndustry = pgTable(
  'offer_industry',
  { agencyId: agencyColumn(), offerId: offerColumn(), termId: termColumn() },
  (t) => [
    primaryKey({ name: 'offer_industry_pkey', columns: [t.agencyId, t.offerId, t.termId] }),
    ofOffer('offer_industry_offer_fkey', t),
    toTerm('offer_industry_term_fkey', t),
    index('offer_industry_term_idx').on(t.agencyId, t.termId),
  ],
);
