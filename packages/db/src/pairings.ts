import type { MemberId, OfferId, PairingId, ProgramId, RequestId, RoundId } from '@trellis/domain/ids';
import type { Answer, Asked } from '@trellis/domain/pairings/answer';
import { LIVE_STATUSES, type PairingOrigin, type PairingStatus } from '@trellis/domain/pairings/statuses';
import type { Instant } from '@trellis/domain/time';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Read, Tx } from './client.ts';
import { loadSides } from './pairing-sides.ts';
import { pairing } from './schema/pairings.ts';
import { program } from './schema/programs.ts';
import { amongIds, inChunks } from './sets.ts';

/** A pairing as it begins: suggested, or decided by hand, or brought along from elsewhere. */
export interface NewPairing {
  readonly id: PairingId;
  readonly programId: ProgramId;
  readonly roundId: RoundId | null;
  readonly requestId: RequestId;
  readonly requestSeat: number;
  readonly offerId: OfferId;
  readonly offerSeat: number;
  readonly status: PairingStatus;
  readonly origin: PairingOrigin;
  /** Ten-thousandths, 0 … 10000; null where nobody computed it. */
  readonly fit: number | null;
  readonly trust: number | null;
  readonly reach: number | null;
  readonly evidence: number | null;
  /** As domain's `ReasonsForAll`. */
  readonly reasons: unknown;
}

/**
 * Inserts pairings, which take their seats where they are live.
 * Broken rules: `pairing_request_seat_key`, `pairing_offer_seat_key`, `pairing_couple_key`, `pairing_capacity`,
 * `pairing_capacity_unknown`, `pairing_request_seats`, `pairing_separated`, `pairing_member_gone`, `pairing_self`.
 */
export const insertPairings = (tx: Tx, pairings: readonly NewPairing[], now: Instant): Promise<void> =>
  inChunks(pairings, (chunk) =>
    tx.orm
      .insert(pairing)
      .values(chunk.map((row) => ({ agencyId: tx.agencyId, ...row, createdAt: now, updatedAt: now }))),
  );

/** A pairing as the board's decisions look at it. */
export interface Pairing extends Asked {
  readonly id: PairingId;
  readonly version: number;
  readonly programId: ProgramId;
  readonly program: string;
  readonly roundId: RoundId | null;
  readonly requestId: RequestId;
  readonly requestSeat: number;
  readonly offerId: OfferId;
  readonly offerSeat: number;
  readonly menteeId: MemberId;
  readonly mentee: string;
  readonly mentorId: MemberId;
  readonly mentor: string;
  readonly decidedBy: MemberId | null;
}

/** These pairings with both people; ids that are not of this agency are missing from the answer. */
export const findPairings = async (read: Read, ids: readonly PairingId[]): Promise<readonly Pairing[]> => {
  const rows = await read.orm
    .select({
      id: pairing.id,
      version: pairing.version,
      status: pairing.status,
      programId: pairing.programId,
      mentorAnswer: pairing.mentorAnswer,
      menteeAnswer: pairing.menteeAnswer,
      roundId: pairing.roundId,
      requestId: pairing.requestId,
      requestSeat: pairing.requestSeat,
      offerId: pairing.offerId,
      offerSeat: pairing.offerSeat,
      decidedBy: pairing.decidedBy,
    })
    .from(pairing)
    .where(and(eq(pairing.agencyId, read.agencyId), amongIds(pairing.id, ids)))
    .orderBy(asc(pairing.id));
  if (rows.length === 0) return [];
  const programs = await read.orm
    .select({ id: program.id, name: program.name, consentOrder: program.consentOrder })
    .from(program)
    .where(
      and(
        eq(program.agencyId, read.agencyId),
        amongIds(
          program.id,
          rows.map(({ programId }) => programId),
        ),
      ),
    );
  const programOf = new Map(programs.map((row) => [row.id, row]));
  const sides = await loadSides(read, rows);
  return rows.map((row) => {
    const mentee = sides.mentee(row.requestId);
    const mentor = sides.mentor(row.offerId);
    const { name, consentOrder } = programOf.get(row.programId)!;
    return {
      ...row,
      ...{ program: name, consentOrder },
      ...{ menteeId: mentee.memberId, mentee: mentee.name },
      ...{ mentorId: mentor.memberId, mentor: mentor.name },
      mentorAnswer: row.mentorAnswer as Answer | null,
      menteeAnswer: row.menteeAnswer as Answer | null,
    };
  });
};

/** Two members, in any order. */
export interface Couple {
  readonly memberA: MemberId;
  readonly memberB: MemberId;
}

/** The live pairings between the two members of each couple, in any program, whichever of them seeks. */
export const findLivePairingsOf = async (
  read: Read,
  couples: readonly Couple[],
): Promise<readonly Pairing[]> => {
  if (couples.length === 0) return [];
  const bare = couples.map(({ memberA, memberB }) => ({ memberA, memberB }));
  // From the people to their sides to the seats: each step finds its few rows by an index.
  const rows = await read.orm.execute<{ id: PairingId }>(sql`
    select p.id
    from jsonb_to_recordset(${JSON.stringify(bare)}::jsonb) as couple("memberA" uuid, "memberB" uuid)
    join request r on r.agency_id = ${read.agencyId} and r.member_id in (couple."memberA", couple."memberB")
    join offer o on o.agency_id = r.agency_id and o.member_id in (couple."memberA", couple."memberB")
      and o.member_id <> r.member_id
    join pairing p on p.agency_id = r.agency_id and p.request_id = r.id and p.offer_id = o.id
      and p.status in ${LIVE_STATUSES}`);
  return findPairings(
    read,
    rows.map(({ id }) => id),
  );
};
