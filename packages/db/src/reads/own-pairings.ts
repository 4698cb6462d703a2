import type { MemberId, OfferId, PairingId, ProgramId, RequestId } from '@trellis/domain/ids';
import type { Answer, Place } from '@trellis/domain/pairings/answer';
import type { PairingStatus } from '@trellis/domain/pairings/statuses';
import type { ConsentOrder } from '@trellis/domain/programs/kinds';
import type { Day, Instant } from '@trellis/domain/time';
import { and, asc, eq, or, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Read, Tx } from '../client.ts';
import { member } from '../schema/members.ts';
import { offer } from '../schema/offers.ts';
import { pairing } from '../schema/pairings.ts';
import { program } from '../schema/programs.ts';
import { request } from '../schema/requests.ts';

/** A pairing as one of its two people stands to it; what they may know of it is decided in domain. */
export interface OwnPairing {
  readonly id: PairingId;
  readonly programId: ProgramId;
  readonly program: string;
  readonly consentOrder: ConsentOrder;
  readonly agreementText: string | null;
  readonly requestId: RequestId;
  readonly offerId: OfferId;
  readonly menteeId: MemberId;
  readonly mentee: string;
  readonly mentorId: MemberId;
  readonly mentor: string;
  readonly place: Place;
  readonly status: PairingStatus;
  readonly reasons: unknown;
  readonly mentorAnswer: Answer | null;
  readonly menteeAnswer: Answer | null;
  readonly decidedBy: MemberId | null;
  readonly expiresAt: Instant | null;
  readonly resumeOn: Day | null;
  readonly version: number;
}

const mentee = alias(member, 'mentee');
const mentor = alias(member, 'mentor');

const select = async (
  read: Read,
  memberId: MemberId,
  condition: SQL | undefined,
): Promise<readonly OwnPairing[]> => {
  const rows = await read.orm
    .select({
      id: pairing.id,
      programId: pairing.programId,
      program: program.name,
      consentOrder: program.consentOrder,
      agreementText: program.agreementText,
      requestId: pairing.requestId,
      offerId: pairing.offerId,
      menteeId: mentee.id,
      mentee: mentee.displayName,
      mentorId: mentor.id,
      mentor: mentor.displayName,
      status: pairing.status,
      reasons: pairing.reasons,
      mentorAnswer: pairing.mentorAnswer,
      menteeAnswer: pairing.menteeAnswer,
      decidedBy: pairing.decidedBy,
      expiresAt: pairing.expiresAt,
      resumeOn: pairing.resumeOn,
      version: pairing.version,
    })
    .from(pairing)
    .innerJoin(program, and(eq(program.agencyId, pairing.agencyId), eq(program.id, pairing.programId)))
    .innerJoin(request, and(eq(request.agencyId, pairing.agencyId), eq(request.id, pairing.requestId)))
    .innerJoin(offer, and(eq(offer.agencyId, pairing.agencyId), eq(offer.id, pairing.offerId)))
    .innerJoin(mentee, and(eq(mentee.agencyId, pairing.agencyId), eq(mentee.id, request.memberId)))
    .innerJoin(mentor, and(eq(mentor.agencyId, pairing.agencyId), eq(mentor.id, offer.memberId)))
    .where(and(eq(pairing.agencyId, read.agencyId), condition))
    .orderBy(asc(pairing.createdAt), asc(pairing.id));
  return rows.map((row) => ({
    ...row,
    place: row.mentorId === memberId ? ('mentor' as const) : ('mentee' as const),
    mentorAnswer: row.mentorAnswer as Answer | null,
    menteeAnswer: row.menteeAnswer as Answer | null,
  }));
};

/** Every pairing this member is in, on either side, oldest first. */
export const listOwnPairings = (read: Read, memberId: MemberId): Promise<readonly OwnPairing[]> =>
  select(read, memberId, or(eq(mentee.id, memberId), eq(mentor.id, memberId)));

/** One pairing of this member, or null when there is none or it is somebody else's. */
export const findOwnPairing = async (
  read: Read,
  memberId: MemberId,
  id: PairingId,
): Promise<OwnPairing | null> =>
  (
    await select(
      read,
      memberId,
      and(eq(pairing.id, id), or(eq(mentee.id, memberId), eq(mentor.id, memberId))),
    )
  )[0] ?? null;

/** As `findOwnPairing`; nobody else changes the pairing until this transaction ends. */
export const lockOwnPairing = async (
  tx: Tx,
  memberId: MemberId,
  id: PairingId,
): Promise<OwnPairing | null> => {
  await tx.orm
    .select({ id: pairing.id })
    .from(pairing)
    .where(and(eq(pairing.agencyId, tx.agencyId), eq(pairing.id, id)))
    .for('no key update');
  return findOwnPairing(tx, memberId, id);
};
