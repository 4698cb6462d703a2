import type { MemberId } from '@trellis/domain/ids';
import type { NextStepKind } from '@trellis/domain/next-steps/next-step';
import type { PairingOrigin, PairingStatus } from '@trellis/domain/pairings/statuses';
import type { Day, Instant } from '@trellis/domain/time';
import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Read } from '../client.ts';
import { member } from '../schema/members.ts';
import { nextStep } from '../schema/next-steps.ts';
import { offer } from '../schema/offers.ts';
import { pairing } from '../schema/pairings.ts';
import { program } from '../schema/programs.ts';
import { request } from '../schema/requests.ts';
import { waiting } from '../schema/rounds.ts';

const mentee = alias(member, 'mentee');
const mentor = alias(member, 'mentor');
const owner = alias(member, 'owner');

export interface PairingRow {
  readonly program: string;
  readonly menteeId: MemberId;
  readonly mentee: string;
  readonly mentorId: MemberId;
  readonly mentor: string;
  readonly status: PairingStatus;
  readonly origin: PairingOrigin;
  readonly createdAt: Instant;
  readonly publishedAt: Instant | null;
  readonly endReasonCode: string | null;
}

/** Every pairing of the agency with both names, by program and mentee. */
export const loadPairingRows = (read: Read): Promise<readonly PairingRow[]> =>
  read.orm
    .select({
      program: program.name,
      menteeId: mentee.id,
      mentee: mentee.displayName,
      mentorId: mentor.id,
      mentor: mentor.displayName,
      status: pairing.status,
      origin: pairing.origin,
      createdAt: pairing.createdAt,
      publishedAt: pairing.publishedAt,
      endReasonCode: pairing.endReasonCode,
    })
    .from(pairing)
    .innerJoin(program, and(eq(program.agencyId, pairing.agencyId), eq(program.id, pairing.programId)))
    .innerJoin(request, and(eq(request.agencyId, pairing.agencyId), eq(request.id, pairing.requestId)))
    .innerJoin(offer, and(eq(offer.agencyId, pairing.agencyId), eq(offer.id, pairing.offerId)))
    .innerJoin(mentee, and(eq(mentee.agencyId, request.agencyId), eq(mentee.id, request.memberId)))
    .innerJoin(mentor, and(eq(mentor.agencyId, offer.agencyId), eq(mentor.id, offer.memberId)))
    .where(eq(pairing.agencyId, read.agencyId))
    .orderBy(asc(program.name), asc(mentee.displayName), asc(pairing.createdAt), asc(pairing.id));

export interface WaitingRow {
  readonly program: string;
  readonly menteeId: MemberId;
  readonly mentee: string;
  readonly step: NextStepKind | null;
  readonly words: string | null;
  readonly owner: string | null;
  readonly dueOn: Day | null;
  readonly missedRounds: number;
}

/** Everybody who waits, by their last round or by an open next step, with what comes next. */
export const loadWaitingRows = async (read: Read): Promise<readonly WaitingRow[]> => {
  const rows = await read.orm
    .select({
      requestId: request.id,
      program: program.name,
      menteeId: mentee.id,
      mentee: mentee.displayName,
      waitsSince: waiting.roundId,
      step: nextStep.kind,
      words: nextStep.words,
      owner: owner.displayName,
      dueOn: nextStep.dueOn,
      missedRounds: request.missedRounds,
    })
    .from(request)
    .innerJoin(program, and(eq(program.agencyId, request.agencyId), eq(program.id, request.programId)))
    .innerJoin(mentee, and(eq(mentee.agencyId, request.agencyId), eq(mentee.id, request.memberId)))
    .leftJoin(
      nextStep,
      and(
        eq(nextStep.agencyId, request.agencyId),
        eq(nextStep.requestId, request.id),
        isNull(nextStep.doneAt),
      ),
    )
    .leftJoin(owner, and(eq(owner.agencyId, nextStep.agencyId), eq(owner.id, nextStep.ownerId)))
    .leftJoin(waiting, and(eq(waiting.agencyId, request.agencyId), eq(waiting.requestId, request.id)))
    .where(and(eq(request.agencyId, read.agencyId), eq(request.status, 'open')))
    .orderBy(asc(program.name), asc(mentee.displayName), asc(request.id), desc(waiting.roundId));
  // Ids of rounds grow with time: the newest waiting of a request comes first, and is enough.
  const seen = new Set<string>();
  return rows.filter(({ requestId, waitsSince, step }) => {
    if ((waitsSince === null && step === null) || seen.has(requestId)) return false;
    seen.add(requestId);
    return true;
  });
};
