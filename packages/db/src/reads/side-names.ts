import type { OfferId, ProgramId, RequestId } from '@trellis/domain/ids';
import { and, eq } from 'drizzle-orm';
import type { Read } from '../client.ts';
import { member } from '../schema/members.ts';
import { offer } from '../schema/offers.ts';
import { request } from '../schema/requests.ts';

export interface SideNames {
  readonly ofRequest: ReadonlyMap<RequestId, string>;
  readonly ofOffer: ReadonlyMap<OfferId, string>;
}

/** Who stands behind each request and offer of a program, by name. */
export const loadNames = async (read: Read, programId: ProgramId): Promise<SideNames> => {
  const requests = await read.orm
    .select({ id: request.id, name: member.displayName })
    .from(request)
    .innerJoin(member, and(eq(member.agencyId, request.agencyId), eq(member.id, request.memberId)))
    .where(and(eq(request.agencyId, read.agencyId), eq(request.programId, programId)));
  const offers = await read.orm
    .select({ id: offer.id, name: member.displayName })
    .from(offer)
    .innerJoin(member, and(eq(member.agencyId, offer.agencyId), eq(member.id, offer.memberId)))
    .where(and(eq(offer.agencyId, read.agencyId), eq(offer.programId, programId)));
  return {
    ofRequest: new Map(requests.map(({ id, name }) => [id, name])),
    ofOffer: new Map(offers.map(({ id, name }) => [id, name])),
  };
};
