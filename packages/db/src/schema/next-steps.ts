import type { MemberId, NextStepId, ProgramId, RequestId } from '@trellis/domain/ids';
import { NEXT_STEP_KINDS, type NextStepKind } from '@trellis/domain/next-steps/next-step';
import type { Day } from '@trellis/domain/time';
import { sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { agencyColumn, instant, oneOf } from './columns.ts';
import { member } from './members.ts';
import { request } from './requests.ts';

/** What happens next for a waiting request: an owner, a step and a day. At most one is open at a time. */
export const nextStep = pgTable(
  'next_step',
  {
    agencyId: agencyColumn(),
    id: uuid('id').$type<NextStepId>().notNull(),
    programId: uuid('program_id').$type<ProgramId>().notNull(),
    requestId: uuid('request_id').$type<RequestId>().notNull(),
    kind: text('kind').$type<NextStepKind>().notNull(),
    /** Staff's own words; required by kind `own`. */
    words: text('words'),
    ownerId: uuid('owner_id').$type<MemberId>().notNull(),
    dueOn: date('due_on', { mode: 'string' }).$type<Day>().notNull(),
    createdBy: uuid('created_by').$type<MemberId>(),
    createdAt: instant('created_at').notNull(),
    /** Null while it is still to come. */
    doneAt: instant('done_at'),
  },
  (t) => [
    primaryKey({ name: 'next_step_pkey', columns: [t.agencyId, t.id] }),
    foreignKey({
      name: 'next_step_request_fkey',
      columns: [t.agencyId, t.programId, t.requestId],
      foreignColumns: [request.agencyId, request.programId, request.id],
    }),
    foreignKey({
      name: 'next_step_owner_fkey',
      columns: [t.agencyId, t.ownerId],
      foreignColumns: [member.agencyId, member.id],
    }),
    foreignKey({
      name: 'next_step_created_by_fkey',
      columns: [t.agencyId, t.createdBy],
      foreignColumns: [member.agencyId, member.id],
    }),
    uniqueIndex('next_step_open_key').on(t.agencyId, t.requestId).where(sql`${t.doneAt} is null`),
    index('next_step_due_idx').on(t.agencyId, t.ownerId, t.dueOn).where(sql`${t.doneAt} is null`),
    oneOf('next_step_kind_check', t.kind, NEXT_STEP_KINDS),
    check('next_step_words_check', sql`${t.kind} <> 'own' or ${t.words} is not null`),
  ],
);
