import type { ProgramId } from '@trellis/domain/ids';
import {
  CONSENT_ORDERS,
  type ConsentOrder,
  OBJECTIVES,
  type Objective,
  PROGRAM_KINDS,
  PROGRAM_STATUSES,
  type ProgramKind,
  type ProgramStatus,
} from '@trellis/domain/programs/kinds';
import type { RuleSettings, Weights } from '@trellis/domain/programs/settings';
import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { agency } from './agency.ts';
import { agencyColumn, instant, oneOf } from './columns.ts';

export const program = pgTable(
  'program',
  {
    agencyId: agencyColumn(),
    id: uuid('id').$type<ProgramId>().notNull(),
    name: text('name').notNull(),
    description: text('description'),
    kind: text('kind').$type<ProgramKind>().notNull(),
    status: text('status').$type<ProgramStatus>().notNull(),
    objective: text('objective').$type<Objective>().notNull(),
    consentOrder: text('consent_order').$type<ConsentOrder>().notNull(),
    weights: jsonb('weights').$type<Weights>().notNull(),
    rules: jsonb('rules').$type<RuleSettings>().notNull(),
    /** Neither written nor read any more: the weight of reach is the program's own mix. Columns are only ever added. */
    mix: smallint('mix').notNull().default(50),
    agreementText: text('agreement_text'),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'program_pkey', columns: [t.agencyId, t.id] }),
    foreignKey({ name: 'program_agency_fkey', columns: [t.agencyId], foreignColumns: [agency.id] }),
    uniqueIndex('program_name_key').on(t.agencyId, t.name),
    oneOf('program_kind_check', t.kind, PROGRAM_KINDS),
    oneOf('program_status_check', t.status, PROGRAM_STATUSES),
    oneOf('program_objective_check', t.objective, OBJECTIVES),
    oneOf('program_consent_order_check', t.consentOrder, CONSENT_ORDERS),
    check('program_mix_check', sql`${t.mix} between 0 and 100`),
  ],
);
