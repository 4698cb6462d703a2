import type { MemberId } from '../ids.ts';
import type { Offer } from '../offers/offer.ts';
import type { PlannedPerson } from './plan-people.ts';
import type { OfferCounts } from './views.ts';

/**
 * How the offers of a sheet's people stand once it is in: what an agency checks first. Unknown capacity, none and a
 * number are told apart.
 */
export const countOffers = (
  rows: readonly PlannedPerson[],
  before: ReadonlyMap<MemberId, Offer>,
): OfferCounts => {
  const counts: OfferCounts = {
    open: 0,
    paused: 0,
    closed: 0,
    capacityUnknown: 0,
    capacityNone: 0,
    seats: 0,
  };
  for (const { memberId, write } of rows) {
    const offer = write?.offer?.offer ?? (memberId === null ? undefined : before.get(memberId));
    if (!offer) continue;
    if (offer.status !== 'draft') counts[offer.status]++;
    if (offer.capacity === null) counts.capacityUnknown++;
    if (offer.capacity === 0) counts.capacityNone++;
    counts.seats += offer.status === 'open' ? (offer.capacity ?? 0) : 0;
  }
  return counts;
};
