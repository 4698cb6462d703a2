import type { MemberId, ProgramId, RequestId, RoundId } from '@trellis/domain/ids';
import { OBJECTIVES, type Objective } from '@trellis/domain/programs/kinds';
import type { RuleSettings, Weights } from '@trellis/domain/programs/settings';
import { ROUND_STATUSES, type RoundStatus } from '@trellis/domain/rounds/statuses';
import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { agencyColumn, instant, oneOf } from './columns.ts';
import { member } from './members.ts';
import { program } from './programs.ts';
import { request } from './requests.ts';

/** One run of the matching, with everything needed to run it again and get the same. */
export const round = pgTable(
  'round',
  {
    agencyId: agencyColumn(),
    id: uuid('id').$type<RoundId>().notNull(),
    programId: uuid('program_id').$type<ProgramId>().notNull(),
    /** 1 is the program's first. */
    number: integer('number').notNull(),
    status: text('status').$type<RoundStatus>().notNull(),
    objective: text('objective').$type<Objective>().notNull(),
    weights: jsonb('weights').$type<Weights>().notNull(),
    rules: jsonb('rules').$type<RuleSettings>().notNull(),
    /** As `program.mix`. */
    mix: smallint('mix').notNull().default(50),
    seed: bigint('seed', { mode: 'number' }).notNull(),
    /** The market as JSON text, byte for byte: a replay reads exactly what the round read. */
    snapshot: text('snapshot'),
    certificate: jsonb('certificate').$type<unknown>(),
    report: jsonb('report').$type<unknown>(),
    /** 0 … 100 while running. */
    progress: smallint('progress').notNull().default(0),
    phase: text('phase'),
    failure: text('failure'),
    createdBy: uuid('created_by').$type<MemberId>(),
    startedAt: instant('started_at').notNull(),
    finishedAt: instant('finished_at'),
    publishedAt: instant('published_at'),
  },
  (t) => [
    primaryKey({ name: 'round_pkey', columns: [t.agencyId, t.id] }),
    unique('round_program_key').on(t.agencyId, t.programId, t.id),
    uniqueIndex('round_number_key').on(t.agencyId, t.programId, t.number),
    uniqueIndex('round_running_key').on(t.agencyId, t.programId).where(sql`${t.status} = 'running'`),
    foreignKey({
      name: 'round_program_fkey',
      columns: [t.agencyId, t.programId],
      foreignColumns: [program.agencyId, program.id],
    }),
    foreignKey({
      name: 'round_created_by_fkey',
      columns: [t.agencyId, t.createdBy],
      foreignColumns: [member.agencyId, member.id],
    }),
    oneOf('round_status_check', t.status, ROUND_STATUSES),
    oneOf('round_objective_check', t.objective, OBJECTIVES),
    check('round_progress_check', sql`${t.progress} between 0 and 100`),
    check('round_mix_check', sql`${t.mix} between 0 and 100`),
  ],
);

/** A request a round left without a pairing, with the causes in the words of the engine. */
export const waiting = pgTable(
  'waiting',
  {
    agencyId: agencyColumn(),
    roundId: uuid('round_id').$type<RoundId>().notNull(),
    requestId: uuid('request_id').$type<RequestId>().notNull(),
    programId: uuid('program_id').$type<ProgramId>().notNull(),
    causes: jsonb('causes').$type<unknown>().notNull(),
  },
  (t) => [
    primaryKey({ name: 'waiting_pkey', columns: [t.agencyId, t.roundId, t.requestId] }),
    foreignKey({
      name: 'waiting_round_fkey',
      columns: [t.agencyId, t.programId, t.roundId],
      foreignColumns: [round.agencyId, round.programId, round.id],
    }),
    foreignKey({
      name: 'waiting_request_fkey',
      columns: [t.agencyId, t.programId, t.requestId],
      foreignColumns: [request.agencyId, request.programId, request.id],
    }),
  ],
);
