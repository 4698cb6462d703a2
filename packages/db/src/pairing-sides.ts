import type { MemberId, OfferId, RequestId } from '@trellis/domain/ids';
import type { Instant } from '@trellis/domain/time';
import { and, eq } from 'drizzle-orm';
import type { Read } from './client.ts';
import { member } from './schema/members.ts';
import { offer } from './schema/offers.ts';
import { request } from './schema/requests.ts';
import { amongIds } from './sets.ts';

interface Person {
  readonly memberId: MemberId;
  readonly name: string;
  readonly headline: string | null;
}

export interface Sides {
  mentee(id: RequestId): Person & { readonly missedRounds: number; readonly waitingSince: Instant | null };
  mentor(id: OfferId): Person;
}

/**
 * The people of these pairings. Three small queries instead of one that joins everything: without statistics, as right
 * after an import, a planner takes each table for one row and pairs every member with every other first.
 */
export const loadSides = async (
  read: Read,
  pairings: readonly { readonly requestId: RequestId; readonly offerId: OfferId }[],
): Promise<Sides> => {
  const requestIds = pairings.map(({ requestId }) => requestId);
  const offerIds = pairings.map(({ offerId }) => offerId);
  const requests = await read.orm
    .select({
      id: request.id,
      memberId: request.memberId,
      missedRounds: request.missedRounds,
      waitingSince: request.openedAt,
    })
    .from(request)
    .where(and(eq(request.agencyId, read.agencyId), amongIds(request.id, requestIds)));
  const offers = await read.orm
    .select({ id: offer.id, memberId: offer.memberId })
    .from(offer)
    .where(and(eq(offer.agencyId, read.agencyId), amongIds(offer.id, offerIds)));
  const memberIds = [...requests, ...offers].map(({ memberId }) => memberId);
  const members = await read.orm
    .select({ memberId: member.id, name: member.displayName, headline: member.headline })
    .from(member)
    .where(and(eq(member.agencyId, read.agencyId), amongIds(member.id, memberIds)));
  const requestOf = new Map(requests.map((row) => [row.id, row]));
  const offerOf = new Map(offers.map((row) => [row.id, row]));
  const personOf = new Map(members.map((row) => [row.memberId, row]));
  // Foreign keys hold: each pairing has its request and its offer, and each of these its member.
  return {
    mentee(id) {
      const { memberId, missedRounds, waitingSince } = requestOf.get(id)!;
      return { ...personOf.get(memberId)!, missedRounds, waitingSince };
    },
    mentor: (id) => personOf.get(offerOf.get(id)!.memberId)!,
  };
};
