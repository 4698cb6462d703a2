import { inRead, type Read } from '@trellis/db/client';
import { findMembers } from '@trellis/db/members';
import { findOffer, listOffersOfMember } from '@trellis/db/offers';
import { listPrograms, type Program } from '@trellis/db/programs';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { MemberId, OfferId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import { allows } from '@trellis/domain/members/policy';
import { blankOfferParts } from '@trellis/domain/offers/moves';
import type { Offer } from '@trellis/domain/offers/offer';
import type { OfferView } from '@trellis/domain/offers/views';
import type { Deps } from '../../deps.ts';

/** One offer, for its member or staff. */
export const readOffer = (
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  id: OfferId,
): Promise<Decision<OfferView, Refusal<'not_found'>>> =>
  inRead(deps.db, actor, async (read) => {
    const offer = await findOffer(read, id);
    if (!offer || !allows(actor, 'offers.read', offer.memberId))
      return refuse('not_found', { what: 'offer' });
    return accept((await viewsOf(read, [offer]))[0]!);
  });

/** A member's offers. */
export const readOffersOf = (
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  memberId: MemberId,
): Promise<Decision<OfferView[], Refusal<'not_found'>>> =>
  inRead(deps.db, actor, async (read) => {
    if (!allows(actor, 'offers.read', memberId)) return refuse('not_found', { what: 'member' });
    return accept(await viewsOf(read, await listOffersOfMember(read, memberId)));
  });

const viewsOf = async (read: Read, offers: readonly Offer[]): Promise<OfferView[]> => {
  const members = await findMembers(
    read,
    offers.map(({ memberId }) => memberId),
  );
  const nameOf = new Map(members.map(({ id, displayName }) => [id, displayName]));
  const programs = new Map((await listPrograms(read)).map((program) => [program.id, program]));
  return offers.map((offer) => ({
    id: offer.id,
    program: labelOf(programs.get(offer.programId)!),
    memberId: offer.memberId,
    memberName: nameOf.get(offer.memberId) ?? '',
    status: offer.status,
    capacity: offer.capacity,
    hoursPerMonth: offer.hoursPerMonth,
    goals: [...offer.goals],
    skills: [...offer.skills],
    industries: [...offer.industries],
    note: offer.note,
    blank: [...blankOfferParts(offer)],
  }));
};

const labelOf = ({ id, name, description, kind, status }: Program) => ({
  id,
  name,
  description,
  kind,
  status,
});
