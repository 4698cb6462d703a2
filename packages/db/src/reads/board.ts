import type {
  MemberId,
  OfferId,
  PairingId,
  PairingNoteId,
  ProgramId,
  RequestId,
  RoundId,
} from '@trellis/domain/ids';
import type { Answer } from '@trellis/domain/pairings/answer';
import { LIVE_STATUSES, type PairingOrigin, type PairingStatus } from '@trellis/domain/pairings/statuses';
import type { Day, Instant } from '@trellis/domain/time';
import { and, asc, desc, eq, inArray, isNotNull, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Read } from '../client.ts';
import { member } from '../schema/members.ts';
import { offer } from '../schema/offers.ts';
import { pairing, pairingNote } from '../schema/pairings.ts';
import { request } from '../schema/requests.ts';
import { round } from '../schema/rounds.ts';
import { amongIds } from '../sets.ts';

export interface BoardRow {
  readonly id: PairingId;
  readonly version: number;
  readonly status: PairingStatus;
  readonly origin: PairingOrigin;
  readonly requestId: RequestId;
  readonly offerId: OfferId;
  readonly menteeId: MemberId;
  readonly mentee: string;
  readonly menteeHeadline: string | null;
  readonly mentorId: MemberId;
  readonly mentor: string;
  readonly mentorHeadline: string | null;
  readonly fit: number | null;
  readonly trust: number | null;
  readonly reach: number | null;
  readonly evidence: number | null;
  readonly reasons: unknown;
  readonly missedRounds: number;
  readonly waitingSince: Instant | null;
  readonly decidedById: MemberId | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  readonly mentorAnswer: Answer | null;
  readonly mentorAnsweredAt: Instant | null;
  readonly menteeAnswer: Answer | null;
  readonly menteeAnsweredAt: Instant | null;
  readonly publishedAt: Instant | null;
  readonly reminderAt: Instant | null;
  readonly expiresAt: Instant | null;
  readonly resumeOn: Day | null;
  readonly endReasonNote: string | null;
  readonly updatedAt: Instant;
}

const mentee = alias(member, 'mentee');
const mentor = alias(member, 'mentor');
const decider = alias(member, 'decider');

/** Set aside before anybody was told. */
const ASIDE: readonly PairingStatus[] = ['dismissed', 'ruled_out'];
/** Over, or going on without a seat, after somebody was told. */
const OVER: readonly PairingStatus[] = ['declined', 'expired', 'withdrawn', 'not_now', 'closed', 'kept'];

/** What a new round took off to make room for its own was told to nobody and is of no interest. */
const withdrawnByPeople = and(
  eq(pairing.status, 'withdrawn'),
  sql`${pairing.endReasonCode} is distinct from 'superseded'`,
);

/**
 * What the board of a program shows: live pairings, what was set aside since the newest round came out, and what became
 * since then of those that were published or withdrawn (ever, where there was no round). Best fit first; one query, however many.
 */
export const loadBoardRows = async (
  read: Read,
  programId: ProgramId,
  roundId: RoundId | null,
): Promise<readonly BoardRow[]> => {
  const since = sql`coalesce((select finished_at from round
    where agency_id = ${read.agencyId} and id = ${roundId}), '-infinity')`;
  const rows = await read.orm
    .select({
      id: pairing.id,
      version: pairing.version,
      status: pairing.status,
      origin: pairing.origin,
      requestId: pairing.requestId,
      offerId: pairing.offerId,
      menteeId: mentee.id,
      mentee: mentee.displayName,
      menteeHeadline: mentee.headline,
      mentorId: mentor.id,
      mentor: mentor.displayName,
      mentorHeadline: mentor.headline,
      fit: pairing.fit,
      trust: pairing.trust,
      reach: pairing.reach,
      evidence: pairing.evidence,
      reasons: pairing.reasons,
      missedRounds: request.missedRounds,
      waitingSince: request.openedAt,
      decidedById: pairing.decidedBy,
      decidedBy: decider.displayName,
      decidedAt: pairing.decidedAt,
      mentorAnswer: pairing.mentorAnswer,
      mentorAnsweredAt: pairing.mentorAnsweredAt,
      menteeAnswer: pairing.menteeAnswer,
      menteeAnsweredAt: pairing.menteeAnsweredAt,
      publishedAt: pairing.publishedAt,
      reminderAt: pairing.reminderAt,
      expiresAt: pairing.expiresAt,
      resumeOn: pairing.resumeOn,
      endReasonNote: pairing.endReasonNote,
      updatedAt: pairing.updatedAt,
    })
    .from(pairing)
    .innerJoin(request, and(eq(request.agencyId, pairing.agencyId), eq(request.id, pairing.requestId)))
    .innerJoin(offer, and(eq(offer.agencyId, pairing.agencyId), eq(offer.id, pairing.offerId)))
    .innerJoin(mentee, and(eq(mentee.agencyId, pairing.agencyId), eq(mentee.id, request.memberId)))
    .innerJoin(mentor, and(eq(mentor.agencyId, pairing.agencyId), eq(mentor.id, offer.memberId)))
    .leftJoin(decider, and(eq(decider.agencyId, pairing.agencyId), eq(decider.id, pairing.decidedBy)))
    .where(
      and(
        eq(pairing.agencyId, read.agencyId),
        eq(pairing.programId, programId),
        or(
          inArray(pairing.status, [...LIVE_STATUSES]),
          roundId
            ? and(inArray(pairing.status, [...ASIDE]), sql`${pairing.decidedAt} >= ${since}`)
            : undefined,
          and(
            inArray(pairing.status, [...OVER]),
            or(isNotNull(pairing.publishedAt), withdrawnByPeople),
            sql`${pairing.updatedAt} >= ${since}`,
          ),
        ),
      ),
    )
    .orderBy(sql`${pairing.fit} desc nulls last`, asc(pairing.id));
  return rows.map((row) => ({
    ...row,
    mentorAnswer: row.mentorAnswer as Answer | null,
    menteeAnswer: row.menteeAnswer as Answer | null,
  }));
};

export interface BoardNote {
  readonly id: PairingNoteId;
  readonly pairingId: PairingId;
  readonly author: string;
  readonly body: string;
  readonly at: Instant;
}

/** Notes of these pairings, oldest first. */
export const loadNotes = (read: Read, ids: readonly PairingId[]): Promise<readonly BoardNote[]> =>
  read.orm
    .select({
      id: pairingNote.id,
      pairingId: pairingNote.pairingId,
      author: member.displayName,
      body: pairingNote.body,
      at: pairingNote.createdAt,
    })
    .from(pairingNote)
    .innerJoin(member, and(eq(member.agencyId, pairingNote.agencyId), eq(member.id, pairingNote.authorId)))
    .where(and(eq(pairingNote.agencyId, read.agencyId), amongIds(pairingNote.pairingId, ids)))
    .orderBy(asc(pairingNote.createdAt), asc(pairingNote.id));

/** The program's newest round that came to a result. */
export const findNewestRound = async (
  read: Read,
  programId: ProgramId,
): Promise<{ readonly id: RoundId; readonly number: number } | null> => {
  const [row] = await read.orm
    .select({ id: round.id, number: round.number })
    .from(round)
    .where(
      and(
        eq(round.agencyId, read.agencyId),
        eq(round.programId, programId),
        inArray(round.status, ['ready', 'published']),
      ),
    )
    .orderBy(desc(round.number))
    .limit(1);
  return row ?? null;
};
