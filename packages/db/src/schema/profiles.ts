import type { CareerStepId, MemberId, TermId } from '@trellis/domain/ids';
import {
  PROFILE_FIELDS,
  type ProfileField,
  SKILL_LEVELS,
  type SkillLevel,
  STYLE_ITEMS,
  type StyleItem,
  VISIBILITIES,
  type Visibility,
} from '@trellis/domain/profiles/fields';
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
  uuid,
} from 'drizzle-orm/pg-core';
import { agencyColumn, oneOf } from './columns.ts';
import { member } from './members.ts';
import { taxonomyTerm } from './taxonomy.ts';

const memberColumn = () => uuid('member_id').$type<MemberId>().notNull();

const ofMember = (name: string, t: { agencyId: AnyPgColumn; memberId: AnyPgColumn }) =>
  foreignKey({
    name,
    columns: [t.agencyId, t.memberId],
    foreignColumns: [member.agencyId, member.id],
  });

export const memberSkill = pgTable(
  'member_skill',
  {
    agencyId: agencyColumn(),
    memberId: memberColumn(),
    termId: uuid('term_id').$type<TermId>().notNull(),
    /** Null: has it, did not say how well. */
    level: smallint('level').$type<SkillLevel>(),
  },
  (t) => [
    primaryKey({ name: 'member_skill_pkey', columns: [t.agencyId, t.memberId, t.termId] }),
    ofMember('member_skill_member_fkey', t),
    foreignKey({
      name: 'member_skill_term_fkey',
      columns: [t.agencyId, t.termId],
      foreignColumns: [taxonomyTerm.agencyId, taxonomyTerm.id],
    }),
    index('member_skill_term_idx').on(t.agencyId, t.termId),
    oneOf('member_skill_level_check', t.level, SKILL_LEVELS),
  ],
);

export const memberIndustry = pgTable(
  'member_industry',
  {
    agencyId: agencyColumn(),
    memberId: memberColumn(),
    termId: uuid('term_id').$type<TermId>().notNull(),
    years: integer('years'),
  },
  (t) => [
    primaryKey({ name: 'member_industry_pkey', columns: [t.agencyId, t.memberId, t.termId] }),
    ofMember('member_industry_member_fkey', t),
    foreignKey({
      name: 'member_industry_term_fkey',
      columns: [t.agencyId, t.termId],
      foreignColumns: [taxonomyTerm.agencyId, taxonomyTerm.id],
    }),
    index('member_industry_term_idx').on(t.agencyId, t.termId),
    check('member_industry_years_check', sql`${t.years} between 0 and 80`),
  ],
);

export const careerStep = pgTable(
  'career_step',
  {
    agencyId: agencyColumn(),
    id: uuid('id').$type<CareerStepId>().notNull(),
    memberId: memberColumn(),
    occupationId: uuid('occupation_id').$type<TermId>(),
    industryId: uuid('industry_id').$type<TermId>(),
    employer: text('employer'),
    fromYear: integer('from_year'),
    toYear: integer('to_year'),
    /** Order in which the member wrote them, first 0. */
    position: integer('position').notNull(),
  },
  (t) => [
    primaryKey({ name: 'career_step_pkey', columns: [t.agencyId, t.id] }),
    ofMember('career_step_member_fkey', t),
    foreignKey({
      name: 'career_step_occupation_fkey',
      columns: [t.agencyId, t.occupationId],
      foreignColumns: [taxonomyTerm.agencyId, taxonomyTerm.id],
    }),
    foreignKey({
      name: 'career_step_industry_fkey',
      columns: [t.agencyId, t.industryId],
      foreignColumns: [taxonomyTerm.agencyId, taxonomyTerm.id],
    }),
    index('career_step_member_idx').on(t.agencyId, t.memberId),
    index('career_step_occupation_idx').on(t.agencyId, t.occupationId),
    index('career_step_industry_idx').on(t.agencyId, t.industryId),
    check('career_step_years_check', sql`${t.toYear} >= ${t.fromYear}`),
  ],
);

export const memberLanguage = pgTable(
  'member_language',
  {
    agencyId: agencyColumn(),
    memberId: memberColumn(),
    /** BCP 47 primary language subtag, lower case. */
    language: text('language').notNull(),
  },
  (t) => [
    primaryKey({ name: 'member_language_pkey', columns: [t.agencyId, t.memberId, t.language] }),
    ofMember('member_language_member_fkey', t),
    check('member_language_language_check', sql`${t.language} ~ '^[a-z]{2,3}$'`),
  ],
);

export const memberStyle = pgTable(
  'member_style',
  {
    agencyId: agencyColumn(),
    memberId: memberColumn(),
    item: text('item').$type<StyleItem>().notNull(),
    answer: smallint('answer').notNull(),
  },
  (t) => [
    primaryKey({ name: 'member_style_pkey', columns: [t.agencyId, t.memberId, t.item] }),
    ofMember('member_style_member_fkey', t),
    oneOf('member_style_item_check', t.item, STYLE_ITEMS),
    check('member_style_answer_check', sql`${t.answer} between 1 and 5`),
  ],
);

export const fieldVisibility = pgTable(
  'field_visibility',
  {
    agencyId: agencyColumn(),
    memberId: memberColumn(),
    field: text('field').$type<ProfileField>().notNull(),
    visibility: text('visibility').$type<Visibility>().notNull(),
  },
  (t) => [
    primaryKey({ name: 'field_visibility_pkey', columns: [t.agencyId, t.memberId, t.field] }),
    ofMember('field_visibility_member_fkey', t),
    oneOf('field_visibility_field_check', t.field, PROFILE_FIELDS),
    oneOf('field_visibility_visibility_check', t.visibility, VISIBILITIES),
  ],
);
