import type {
  MemberId,
  OfferId,
  PairingId,
  PairingNoteId,
  ProgramId,
  RequestId,
  RoundId,
} from '@trellis/domain/ids';
import {
  LIVE_STATUSES,
  PAIRING_ORIGINS,
  PAIRING_STATUSES,
  type PairingOrigin,
  type PairingStatus,
} from '@trellis/domain/pairings/statuses';
import type { Day } from '@trellis/domain/time';
import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { agencyColumn, instant, listOf, oneOf } from './columns.ts';
import { member } from './members.ts';
import { offer } from './offers.ts';
import { program } from './programs.ts';
import { request } from './requests.ts';
import { round } from './rounds.ts';

const live = (status: AnyPgColumn) => sql`${status} in ${listOf(LIVE_STATUSES)}`;

/**
 * One request seat and one offer seat. While live (suggested … closing) it holds both numbered seats, so no
 * seat can be given twice; triggers in the migrations hold capacity, separations and transitions.
 */
export const pairing = pgTable(
  'pairing',
  {
    agencyId: agencyColumn(),
    id: uuid('id').$type<PairingId>().notNull(),
    programId: uuid('program_id').$type<ProgramId>().notNull(),
    roundId: uuid('round_id').$type<RoundId>(),
    requestId: uuid('request_id').$type<RequestId>().notNull(),
    /** 1 … request.seats */
    requestSeat: smallint('request_seat').notNull(),
    offerId: uuid('offer_id').$type<OfferId>().notNull(),
    /** 1 … offer.capacity */
    offerSeat: smallint('offer_seat').notNull(),
    status: text('status').$type<PairingStatus>().notNull(),
    origin: text('origin').$type<PairingOrigin>().notNull(),
    /** Ten-thousandths, 0 … 10000; null where nobody computed it (imported pairs). */
    fit: integer('fit'),
    trust: integer('trust'),
    reach: integer('reach'),
    evidence: integer('evidence'),
    reasons: jsonb('reasons').$type<unknown>().notNull(),
    /** What each side said while invited or after meeting; null is "not yet". Never shown to the other side. */
    mentorAnswer: text('mentor_answer'),
    mentorAnsweredAt: instant('mentor_answered_at'),
    menteeAnswer: text('mentee_answer'),
    menteeAnsweredAt: instant('mentee_answered_at'),
    decidedBy: uuid('decided_by').$type<MemberId>(),
    decidedAt: instant('decided_at'),
    publishedAt: instant('published_at'),
    reminderAt: instant('reminder_at'),
    expiresAt: instant('expires_at'),
    resumeOn: date('resume_on', { mode: 'string' }).$type<Day>(),
    /** Staff only. */
    endReasonCode: text('end_reason_code'),
    endReasonNote: text('end_reason_note'),
    /** Rises by one with every update (a trigger does it): what a screen saw is what it may change. */
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'pairing_pkey', columns: [t.agencyId, t.id] }),
    foreignKey({
      name: 'pairing_program_fkey',
      columns: [t.agencyId, t.programId],
      foreignColumns: [program.agencyId, program.id],
    }),
    foreignKey({
      name: 'pairing_round_fkey',
      columns: [t.agencyId, t.programId, t.roundId],
      foreignColumns: [round.agencyId, round.programId, round.id],
    }),
    foreignKey({
      name: 'pairing_request_fkey',
      columns: [t.agencyId, t.programId, t.requestId],
      foreignColumns: [request.agencyId, request.programId, request.id],
    }),
    foreignKey({
      name: 'pairing_offer_fkey',
      columns: [t.agencyId, t.programId, t.offerId],
      foreignColumns: [offer.agencyId, offer.programId, offer.id],
    }),
    foreignKey({
      name: 'pairing_decided_by_fkey',
      columns: [t.agencyId, t.decidedBy],
      foreignColumns: [member.agencyId, member.id],
    }),
    uniqueIndex('pairing_offer_seat_key').on(t.agencyId, t.offerId, t.offerSeat).where(live(t.status)),
    uniqueIndex('pairing_request_seat_key').on(t.agencyId, t.requestId, t.requestSeat).where(live(t.status)),
    uniqueIndex('pairing_couple_key').on(t.agencyId, t.requestId, t.offerId).where(live(t.status)),
    index('pairing_program_idx').on(t.agencyId, t.programId, t.status),
    index('pairing_round_idx').on(t.agencyId, t.roundId),
    index('pairing_request_idx').on(t.agencyId, t.requestId),
    index('pairing_offer_idx').on(t.agencyId, t.offerId),
    index('pairing_expiry_idx').on(t.agencyId, t.expiresAt).where(sql`${t.status} = 'invited'`),
    oneOf('pairing_status_check', t.status, PAIRING_STATUSES),
    oneOf('pairing_origin_check', t.origin, PAIRING_ORIGINS),
    check('pairing_seats_check', sql`${t.requestSeat} >= 1 and ${t.offerSeat} >= 1`),
    check('pairing_fit_check', sql`${t.fit} between 0 and 10000`),
    check('pairing_trust_check', sql`${t.trust} between 0 and 10000`),
    check('pairing_reach_check', sql`${t.reach} between 0 and 10000`),
    check('pairing_evidence_check', sql`${t.evidence} between 0 and 10000`),
    oneOf('pairing_mentor_answer_check', t.mentorAnswer, ['accepted', 'declined', 'go_on', 'not_now']),
    oneOf('pairing_mentee_answer_check', t.menteeAnswer, ['accepted', 'declined', 'go_on', 'not_now']),
  ],
);

/** A line of staff about a pairing; members never see it. */
export const pairingNote = pgTable(
  'pairing_note',
  {
    agencyId: agencyColumn(),
    id: uuid('id').$type<PairingNoteId>().notNull(),
    pairingId: uuid('pairing_id').$type<PairingId>().notNull(),
    authorId: uuid('author_id').$type<MemberId>().notNull(),
    body: text('body').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'pairing_note_pkey', columns: [t.agencyId, t.id] }),
    foreignKey({
      name: 'pairing_note_pairing_fkey',
      columns: [t.agencyId, t.pairingId],
      foreignColumns: [pairing.agencyId, pairing.id],
    }),
    foreignKey({
      name: 'pairing_note_author_fkey',
      columns: [t.agencyId, t.authorId],
      foreignColumns: [member.agencyId, member.id],
    }),
    index('pairing_note_pairing_idx').on(t.agencyId, t.pairingId, t.createdAt),
  ],
);

/** The legal steps, copied from domain by every migration, for the trigger that checks them. Not tenant data. */
export const pairingTransition = pgTable(
  'pairing_transition',
  {
    fromStatus: text('from_status').$type<PairingStatus>().notNull(),
    toStatus: text('to_status').$type<PairingStatus>().notNull(),
  },
  (t) => [primaryKey({ name: 'pairing_transition_pkey', columns: [t.fromStatus, t.toStatus] })],
);
