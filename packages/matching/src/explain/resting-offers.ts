import { type OfferNotReady, offerReadiness } from '@trellis/domain/fit/readiness';
import { type OfferSide, offerSide } from '@trellis/domain/fit/sides';
import type { OfferId } from '@trellis/domain/ids';
import type { RoundStudy } from '../study.ts';

/** An offer that takes no part only because of its capacity, prepared as if it did. */
export interface RestingOffer {
  readonly side: OfferSide;
  /** Not said, none, or all seats held by live pairings. */
  readonly reason: Extract<OfferNotReady, 'capacity_unknown' | 'capacity_zero' | 'capacity_full'>;
  /** Seats that live pairings hold. */
  readonly held: number;
}

const known = new WeakMap<RoundStudy, readonly RestingOffer[]>();

/** The offers that one word about their capacity would bring into the round, in the order of their ids. Prepared once. */
export const restingOffers = (study: RoundStudy): readonly RestingOffer[] => {
  const before = known.get(study);
  if (before !== undefined) return before;
  const { input, pool } = study;
  const members = new Map(input.members.map((member) => [member.profile.memberId, member]));
  const heldBy = new Map<OfferId, number>();
  for (const { offerId } of input.held) heldBy.set(offerId, (heldBy.get(offerId) ?? 0) + 1);
  const resting = input.offers.flatMap((offer): RestingOffer[] => {
    const member = members.get(offer.memberId);
    if (member === undefined) return [];
    const held = heldBy.get(offer.id) ?? 0;
    const readiness = offerReadiness(offer, member.status, held);
    if (readiness.ready) return [];
    const { reason } = readiness;
    if (reason !== 'capacity_unknown' && reason !== 'capacity_zero' && reason !== 'capacity_full') return [];
    return [{ side: offerSide(offer, member.profile, pool.yardstick), reason, held }];
  });
  resting.sort((a, b) => (a.side.offer.id < b.side.offer.id ? -1 : 1));
  known.set(study, resting);
  return resting;
};
