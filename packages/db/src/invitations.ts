import type { MemberId, PairingId, ProgramId, RequestId } from '@trellis/domain/ids';
import type { Answer, Asked } from '@trellis/domain/pairings/answer';
import { TRANSITIONS } from '@trellis/domain/pairings/transitions';
import type { Instant } from '@trellis/domain/time';
import { and, asc, eq, inArray, lte } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { offer } from './schema/offers.ts';
import { pairing } from './schema/pairings.ts';
import { program } from './schema/programs.ts';
import { request } from './schema/requests.ts';
import { amongIds } from './sets.ts';

/** A pairing that waits for an answer, as a schedule looks at it. */
export interface Invitation extends Asked {
  readonly id: PairingId;
  readonly programId: ProgramId;
  readonly requestId: RequestId;
  readonly menteeId: MemberId;
  readonly mentorId: MemberId;
  readonly decidedBy: MemberId | null;
}

/**
 * Invitations whose reminder or end has come, the earliest first, held until the transaction ends. What another process
 * holds, or somebody is just answering, is left out: the next run sees what became of it.
 */
export const takeInvitationsDue = async (
  tx: Tx,
  due: { readonly what: 'reminderAt' | 'expiresAt'; readonly now: Instant; readonly limit: number },
): Promise<readonly Invitation[]> => {
  const moment = pairing[due.what];
  const rows = await tx.orm
    .select({
      id: pairing.id,
      programId: pairing.programId,
      requestId: pairing.requestId,
      menteeId: request.memberId,
      mentorId: offer.memberId,
      decidedBy: pairing.decidedBy,
      status: pairing.status,
      consentOrder: program.consentOrder,
      mentorAnswer: pairing.mentorAnswer,
      menteeAnswer: pairing.menteeAnswer,
    })
    .from(pairing)
    .innerJoin(program, and(eq(program.agencyId, pairing.agencyId), eq(program.id, pairing.programId)))
    .innerJoin(request, and(eq(request.agencyId, pairing.agencyId), eq(request.id, pairing.requestId)))
    .innerJoin(offer, and(eq(offer.agencyId, pairing.agencyId), eq(offer.id, pairing.offerId)))
    .where(and(eq(pairing.agencyId, tx.agencyId), eq(pairing.status, 'invited'), lte(moment, due.now)))
    .orderBy(asc(moment), asc(pairing.id))
    .limit(due.limit)
    .for('no key update', { of: pairing, skipLocked: true });
  return rows.map((row) => ({
    ...row,
    mentorAnswer: row.mentorAnswer as Answer | null,
    menteeAnswer: row.menteeAnswer as Answer | null,
  }));
};

/** Ends those that still may end by the clock, and returns them; their seats are free with it. */
export const expireInvitations = async (
  tx: Tx,
  ids: readonly PairingId[],
  now: Instant,
): Promise<readonly PairingId[]> => {
  const rows = await tx.orm
    .update(pairing)
    .set({ status: 'expired', reminderAt: null, updatedAt: now })
    .where(
      and(
        eq(pairing.agencyId, tx.agencyId),
        amongIds(pairing.id, ids),
        inArray(pairing.status, [...TRANSITIONS.expired.from]),
        lte(pairing.expiresAt, now),
      ),
    )
    .returning({ id: pairing.id });
  return rows.map(({ id }) => id);
};

/** The people asked were reminded: no second time, until somebody else is asked. */
export const clearReminders = async (tx: Tx, ids: readonly PairingId[], now: Instant): Promise<void> => {
  await tx.orm
    .update(pairing)
    .set({ reminderAt: null, updatedAt: now })
    .where(and(eq(pairing.agencyId, tx.agencyId), amongIds(pairing.id, ids)));
};
