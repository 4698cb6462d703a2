import type { MemberStatus } from '../members/roles.ts';
import type { Offer } from '../offers/offer.ts';
import type { Request } from '../requests/request.ts';

/** Why a request takes no part in a round. */
export const REQUEST_NOT_READY = [
  'request_draft',
  'request_paused',
  'request_served',
  'request_withdrawn',
  'member_paused',
  'member_withdrawn',
  'no_seats',
  'seats_taken',
] as const;
export type RequestNotReady = (typeof REQUEST_NOT_READY)[number];

/** Why an offer takes no part. Unknown, none and full are three different things. */
export const OFFER_NOT_READY = [
  'offer_draft',
  'offer_paused',
  'offer_closed',
  'member_paused',
  'member_withdrawn',
  'capacity_unknown',
  'capacity_zero',
  'capacity_full',
] as const;
export type OfferNotReady = (typeof OFFER_NOT_READY)[number];

export type RequestReadiness =
  | { readonly ready: true; readonly seats: number }
  | { readonly ready: false; readonly reason: RequestNotReady };
export type OfferReadiness =
  | { readonly ready: true; readonly room: number }
  | { readonly ready: false; readonly reason: OfferNotReady };

const absence = (status: MemberStatus): 'member_paused' | 'member_withdrawn' | null =>
  status === 'active' ? null : status === 'paused' ? 'member_paused' : 'member_withdrawn';

/** `held`: seats of this request that live pairings hold already. `seats` is how many are left to fill. */
export const requestReadiness = (
  request: Pick<Request, 'status' | 'seats'>,
  member: MemberStatus,
  held: number,
): RequestReadiness => {
  const away = absence(member);
  if (request.status !== 'open') return { ready: false, reason: `request_${request.status}` };
  if (away !== null) return { ready: false, reason: away };
  if (request.seats <= 0) return { ready: false, reason: 'no_seats' };
  if (held >= request.seats) return { ready: false, reason: 'seats_taken' };
  return { ready: true, seats: request.seats - held };
};

/** `held`: seats of this offer that live pairings hold already. `room` is how many are left. */
export const offerReadiness = (
  offer: Pick<Offer, 'status' | 'capacity'>,
  member: MemberStatus,
  held: number,
): OfferReadiness => {
  const away = absence(member);
  if (offer.status !== 'open') return { ready: false, reason: `offer_${offer.status}` };
  if (away !== null) return { ready: false, reason: away };
  if (offer.capacity === null) return { ready: false, reason: 'capacity_unknown' };
  if (offer.capacity === 0) return { ready: false, reason: 'capacity_zero' };
  if (held >= offer.capacity) return { ready: false, reason: 'capacity_full' };
  return { ready: true, room: offer.capacity - held };
};
