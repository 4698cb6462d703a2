import type { MemberId, OfferId, PairingId, ProgramId, RequestId } from '@trellis/domain/ids';
import { LIVE_STATUSES } from '@trellis/domain/pairings/statuses';
import type { Instant } from '@trellis/domain/time';
import { and, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { nextStep } from './schema/next-steps.ts';
import { offer, offerGoal, offerIndustry, offerSkill } from './schema/offers.ts';
import { pairing, pairingNote } from './schema/pairings.ts';
import { request, requestGoal, requestIndustry, requestLanguage, requestSkill } from './schema/requests.ts';
import { waiting } from './schema/rounds.ts';
import { separation } from './schema/separations.ts';
import { wish } from './schema/wishes.ts';

/** What ended because somebody left. */
export interface Ended {
  readonly requests: readonly RequestId[];
  readonly offers: readonly OfferId[];
  readonly pairings: readonly EndedPairing[];
}

export interface EndedPairing {
  readonly id: PairingId;
  readonly programId: ProgramId;
  readonly requestId: RequestId;
  readonly offerId: OfferId;
  /** The one who is left without this pairing seeks (true) or gives (false). */
  readonly leftSeeker: boolean;
}

const requestsOf = (tx: Tx, memberId: MemberId): SQL =>
  sql`(select id from request where agency_id = ${tx.agencyId} and member_id = ${memberId})`;
const offersOf = (tx: Tx, memberId: MemberId): SQL =>
  sql`(select id from offer where agency_id = ${tx.agencyId} and member_id = ${memberId})`;
const pairingsOf = (tx: Tx, memberId: MemberId): SQL =>
  sql`(${pairing.requestId} in ${requestsOf(tx, memberId)} or ${pairing.offerId} in ${offersOf(tx, memberId)})`;

/**
 * Ends everything of a member that is open: live pairings are withdrawn (their seats are free again), requests
 * withdrawn, offers closed. Lock the member first, so that nothing new begins meanwhile.
 * @param why kept with the pairings, for staff
 */
export const endEverythingOf = async (
  tx: Tx,
  memberId: MemberId,
  why: string | null,
  now: Instant,
): Promise<Ended> => {
  const pairings = await tx.orm
    .update(pairing)
    .set({
      status: 'withdrawn',
      decidedBy: tx.actorId,
      decidedAt: now,
      endReasonCode: 'left',
      endReasonNote: why,
      updatedAt: now,
    })
    .where(
      and(
        eq(pairing.agencyId, tx.agencyId),
        inArray(pairing.status, [...LIVE_STATUSES]),
        pairingsOf(tx, memberId),
      ),
    )
    .returning({
      id: pairing.id,
      programId: pairing.programId,
      requestId: pairing.requestId,
      offerId: pairing.offerId,
      leftSeeker: sql<boolean>`${pairing.requestId} not in ${requestsOf(tx, memberId)}`,
    });
  const requests = await tx.orm
    .update(request)
    .set({ status: 'withdrawn', updatedAt: now })
    .where(
      and(eq(request.agencyId, tx.agencyId), eq(request.memberId, memberId), ne(request.status, 'withdrawn')),
    )
    .returning({ id: request.id });
  const offers = await tx.orm
    .update(offer)
    .set({ status: 'closed', updatedAt: now })
    .where(and(eq(offer.agencyId, tx.agencyId), eq(offer.memberId, memberId), ne(offer.status, 'closed')))
    .returning({ id: offer.id });
  await tx.orm
    .update(nextStep)
    .set({ doneAt: now })
    .where(
      and(
        eq(nextStep.agencyId, tx.agencyId),
        sql`${nextStep.requestId} in ${requestsOf(tx, memberId)}`,
        sql`${nextStep.doneAt} is null`,
      ),
    );
  return {
    requests: requests.map(({ id }) => id),
    offers: offers.map(({ id }) => id),
    pairings,
  };
};

/**
 * Removes what a member's requests, offers, wishes and pairings say in words and lists, and the notes about their
 * pairings and separations. The rows stay, bare, so that rounds, seats and the other person's history still add up.
 */
export const removeWordsOf = async (tx: Tx, memberId: MemberId, now: Instant): Promise<void> => {
  const { agencyId, orm } = tx;
  await orm
    .update(request)
    .set({
      note: null,
      mix: null,
      fromOccupationId: null,
      fromIndustryId: null,
      towardsOccupationId: null,
      towardsIndustryId: null,
      updatedAt: now,
    })
    .where(and(eq(request.agencyId, agencyId), eq(request.memberId, memberId)));
  await orm
    .update(offer)
    .set({ note: null, hoursPerMonth: null, updatedAt: now })
    .where(and(eq(offer.agencyId, agencyId), eq(offer.memberId, memberId)));
  for (const table of [requestGoal, requestSkill, requestIndustry, requestLanguage, wish]) {
    await orm
      .delete(table)
      .where(and(eq(table.agencyId, agencyId), sql`${table.requestId} in ${requestsOf(tx, memberId)}`));
  }
  for (const table of [offerGoal, offerSkill, offerIndustry, wish]) {
    await orm
      .delete(table)
      .where(and(eq(table.agencyId, agencyId), sql`${table.offerId} in ${offersOf(tx, memberId)}`));
  }
  await orm
    .update(nextStep)
    .set({ words: sql`case when ${nextStep.kind} = 'own' then '–' end` })
    .where(and(eq(nextStep.agencyId, agencyId), sql`${nextStep.requestId} in ${requestsOf(tx, memberId)}`));
  await orm.delete(pairingNote).where(
    and(
      eq(pairingNote.agencyId, agencyId),
      sql`${pairingNote.pairingId} in (select ${pairing.id} from ${pairing}
        where ${pairing.agencyId} = ${agencyId} and ${pairingsOf(tx, memberId)})`,
    ),
  );
  await orm
    .update(pairing)
    .set({ reasons: [], endReasonNote: null, updatedAt: now })
    .where(and(eq(pairing.agencyId, agencyId), pairingsOf(tx, memberId)));
  await orm
    .update(waiting)
    .set({ causes: [] })
    .where(and(eq(waiting.agencyId, agencyId), sql`${waiting.requestId} in ${requestsOf(tx, memberId)}`));
  await orm
    .update(separation)
    .set({ why: null })
    .where(
      and(
        eq(separation.agencyId, agencyId),
        or(eq(separation.lowMemberId, memberId), eq(separation.highMemberId, memberId)),
      ),
    );
};
