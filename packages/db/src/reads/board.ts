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
import type { Read } from '../client.ts';
import { findMembers } from '../members.ts';
import { loadSides } from '../pairing-sides.ts';
import { member } from '../schema/members.ts';
import { pairing, pairingNote } from '../schema/pairings.ts';
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
 * since then of those that were published or withdrawn (ever, where there was no round). Best fit first; a handful of queries, however many rows.
 */
export const loadBoardRows = async (
  read: Read,
  programId: ProgramId,
  roundId: RoundId | null,
): Promise<readonly BoardRow[]> => {
  const pairings = await loadPairings(read, programId, roundId);
  const sides = await loadSides(read, pairings);
  const deciders = await findMembers(
    read,
    pairings.flatMap(({ decidedById }) => (decidedById ? [decidedById] : [])),
  );
  const deciderOf = new Map(deciders.map((row) => [row.id, row.displayName]));
  return pairings.map((row) => {
    const mentee = sides.mentee(row.requestId);
    const mentor = sides.mentor(row.offerId);
    return {
      ...row,
      ...{ menteeId: mentee.memberId, mentee: mentee.name, menteeHeadline: mentee.headline },
      ...{ mentorId: mentor.memberId, mentor: mentor.name, mentorHeadline: mentor.headline },
      ...{ missedRounds: mentee.missedRounds, waitingSince: mentee.waitingSince },
      decidedBy: (row.decidedById && deciderOf.get(row.decidedById)) ?? null,
      mentorAnswer: row.mentorAnswer as Answer | null,
      menteeAnswer: row.menteeAnswer as Answer | null,
    };
  });
};

const loadPairings = (read: Read, programId: ProgramId, roundId: RoundId | null) => {
  const since = sql`coalesce((select finished_at from round
    where agency_id = ${read.agencyId} and id = ${roundId}), '-infinity')`;
  return read.orm
    .select({
      id: pairing.id,
      version: pairing.version,
      status: pairing.status,
      origin: pairing.origin,
      requestId: pairing.requestId,
      offerId: pairing.offerId,
      fit: pairing.fit,
      trust: pairing.trust,
      reach: pairing.reach,
      evidence: pairing.evidence,
      reasons: pairing.reasons,
      decidedById: pairing.decidedBy,
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
