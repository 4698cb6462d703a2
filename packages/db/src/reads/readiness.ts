import type { MemberId, OfferId, ProgramId, RequestId } from '@trellis/domain/ids';
import type { MemberStatus } from '@trellis/domain/members/roles';
import type { Capacity, OfferStatus } from '@trellis/domain/offers/offer';
import type { RequestStatus } from '@trellis/domain/requests/request';
import { and, asc, count, eq, type SQL } from 'drizzle-orm';
import type { Read } from '../client.ts';
import { keepsSeats } from '../held-seats.ts';
import { member } from '../schema/members.ts';
import { offer } from '../schema/offers.ts';
import { pairing } from '../schema/pairings.ts';
import { request } from '../schema/requests.ts';

interface Person {
  readonly memberId: MemberId;
  readonly name: string;
  readonly memberStatus: MemberStatus;
  /** Seats that the next round leaves alone. */
  readonly held: number;
}

export interface RequestStanding extends Person {
  readonly requestId: RequestId;
  readonly status: RequestStatus;
  readonly seats: number;
}

export interface OfferStanding extends Person {
  readonly offerId: OfferId;
  readonly status: OfferStatus;
  readonly capacity: Capacity;
}

/** All that decides whether the requests and offers of a program are ready for its next round, by name. */
export const loadStandings = async (
  read: Read,
  programId: ProgramId,
): Promise<{ readonly requests: readonly RequestStanding[]; readonly offers: readonly OfferStanding[] }> => {
  const held = and(
    eq(pairing.agencyId, read.agencyId),
    eq(pairing.programId, programId),
    keepsSeats(),
  ) as SQL;
  const [requests, offers, heldByRequest, heldByOffer] = await Promise.all([
    read.orm
      .select({
        requestId: request.id,
        memberId: member.id,
        name: member.displayName,
        memberStatus: member.status,
        status: request.status,
        seats: request.seats,
      })
      .from(request)
      .innerJoin(member, and(eq(member.agencyId, request.agencyId), eq(member.id, request.memberId)))
      .where(and(eq(request.agencyId, read.agencyId), eq(request.programId, programId)))
      .orderBy(asc(member.displayName), asc(request.id)),
    read.orm
      .select({
        offerId: offer.id,
        memberId: member.id,
        name: member.displayName,
        memberStatus: member.status,
        status: offer.status,
        capacity: offer.capacity,
      })
      .from(offer)
      .innerJoin(member, and(eq(member.agencyId, offer.agencyId), eq(member.id, offer.memberId)))
      .where(and(eq(offer.agencyId, read.agencyId), eq(offer.programId, programId)))
      .orderBy(asc(member.displayName), asc(offer.id)),
    read.orm
      .select({ id: pairing.requestId, held: count() })
      .from(pairing)
      .where(held)
      .groupBy(pairing.requestId),
    read.orm
      .select({ id: pairing.offerId, held: count() })
      .from(pairing)
      .where(held)
      .groupBy(pairing.offerId),
  ]);
  const ofRequest = new Map(heldByRequest.map((row) => [row.id, row.held]));
  const ofOffer = new Map(heldByOffer.map((row) => [row.id, row.held]));
  return {
    requests: requests.map((row) => ({ ...row, held: ofRequest.get(row.requestId) ?? 0 })),
    offers: offers.map((row) => ({ ...row, held: ofOffer.get(row.offerId) ?? 0 })),
  };
};
