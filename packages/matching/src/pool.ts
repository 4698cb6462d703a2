import { type PairHistory, pairHistory } from '@trellis/domain/fit/broken-rules';
import { offerReadiness, requestReadiness } from '@trellis/domain/fit/readiness';
import {
  type OfferSide,
  offerSide,
  poolFacts,
  type RequestSide,
  requestSide,
} from '@trellis/domain/fit/sides';
import { makeYardstick, type Yardstick } from '@trellis/domain/fit/yardstick';
import type { MemberId, OfferId, RequestId } from '@trellis/domain/ids';
import type { RoundInput, RoundMember, RoundSettings } from './round-input.ts';
import type { RoundPlan } from './round-plan.ts';
import { byId, seededOrder } from './seeded-order.ts';

/** The people of a round, ready to be compared. Requests and offers stand in a seeded order of their ids. */
export interface Pool {
  readonly yardstick: Yardstick;
  readonly history: PairHistory;
  readonly requests: readonly RequestSide[];
  /** Seats left to fill, by request. */
  readonly seats: Int32Array;
  readonly offers: readonly OfferSide[];
  /** Seats left to give, by offer. */
  readonly room: Int32Array;
  /** Seats that live pairings hold, by offer: what they cost already counts. */
  readonly held: Int32Array;
  readonly requestAt: ReadonlyMap<RequestId, number>;
  readonly offerAt: ReadonlyMap<OfferId, number>;
  readonly notReady: RoundPlan['notReady'];
}

/** A member named by a request or an offer is missing from the input: a bug of the caller. */
const memberOf = (members: ReadonlyMap<MemberId, RoundMember>, id: MemberId): RoundMember => {
  const member = members.get(id);
  if (member === undefined) throw new RangeError(`the round's input names member ${id} and does not hold it`);
  return member;
};

/** Those who are paired now are paired before as well, and nobody can waive that. */
const historyOf = (input: RoundInput): PairHistory => {
  const menteeOf = new Map(input.requests.map((request) => [request.id, request.memberId]));
  const mentorOf = new Map(input.offers.map((offer) => [offer.id, offer.memberId]));
  const live = input.held.flatMap(({ requestId, offerId }) => {
    const mentee = menteeOf.get(requestId);
    const mentor = mentorOf.get(offerId);
    return mentee === undefined || mentor === undefined ? [] : [{ mentee, mentor }];
  });
  const isLive = new Set(input.held.map(({ requestId, offerId }) => `${requestId} ${offerId}`));
  const waived = input.waived.filter(({ requestId, offerId }) => !isLive.has(`${requestId} ${offerId}`));
  return pairHistory(input.separations, [...input.pairedBefore, ...live], waived);
};

/** How often each key comes. */
export const countBy = <K>(keys: readonly K[]): ReadonlyMap<K, number> => {
  const counts = new Map<K, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};

const membersOf = (input: RoundInput): ReadonlyMap<MemberId, RoundMember> =>
  new Map(input.members.map((member) => [member.profile.memberId, member]));

/**
 * What all fits of a round are measured with. What is rare is counted over all its offers, ready or not.
 * @throws RangeError when the input names members it does not hold.
 */
export const yardstickOf = (input: RoundInput, settings: RoundSettings): Yardstick => {
  const members = membersOf(input);
  return makeYardstick({
    terms: [...input.terms].sort(byId),
    weights: settings.weights,
    rules: settings.rules,
    pool: poolFacts(
      [...input.offers]
        .sort(byId)
        .map((offer) => ({ offer, profile: memberOf(members, offer.memberId).profile })),
    ),
    zones: input.zones,
    at: input.at,
  });
};

/**
 * Sorts out who takes part and prepares them.
 * @throws RangeError when the input names members it does not hold.
 */
export const gatherPool = (input: RoundInput, settings: RoundSettings): Pool => {
  const members = membersOf(input);
  const heldByRequest = countBy(input.held.map((seat) => seat.requestId));
  const heldByOffer = countBy(input.held.map((seat) => seat.offerId));
  const offersById = [...input.offers].sort(byId);
  const requestsById = [...input.requests].sort(byId);

  const yardstick = yardstickOf(input, settings);

  const restingRequests: RoundPlan['notReady']['requests'][number][] = [];
  const readyRequests: { side: RequestSide; seats: number }[] = [];
  for (const request of requestsById) {
    const { profile, status } = memberOf(members, request.memberId);
    const readiness = requestReadiness(request, status, heldByRequest.get(request.id) ?? 0);
    if (readiness.ready) {
      readyRequests.push({ side: requestSide(request, profile, yardstick), seats: readiness.seats });
    } else {
      restingRequests.push({ requestId: request.id, memberId: request.memberId, reason: readiness.reason });
    }
  }
  const restingOffers: RoundPlan['notReady']['offers'][number][] = [];
  const readyOffers: { side: OfferSide; room: number; held: number }[] = [];
  for (const offer of offersById) {
    const { profile, status } = memberOf(members, offer.memberId);
    const held = heldByOffer.get(offer.id) ?? 0;
    const readiness = offerReadiness(offer, status, held);
    if (readiness.ready) {
      readyOffers.push({ side: offerSide(offer, profile, yardstick), room: readiness.room, held });
    } else {
      restingOffers.push({ offerId: offer.id, memberId: offer.memberId, reason: readiness.reason });
    }
  }

  const inOrder = <T>(list: readonly T[], seed: number): T[] =>
    [...seededOrder(list.length, seed)].map((at) => list[at]!);
  const requests = inOrder(readyRequests, settings.seed);
  const offers = inOrder(readyOffers, settings.seed ^ 0x5bd1e995);
  return {
    yardstick,
    history: historyOf(input),
    requests: requests.map(({ side }) => side),
    seats: Int32Array.from(requests, ({ seats }) => seats),
    offers: offers.map(({ side }) => side),
    room: Int32Array.from(offers, ({ room }) => room),
    held: Int32Array.from(offers, ({ held }) => held),
    requestAt: new Map(requests.map(({ side }, i) => [side.request.id, i])),
    offerAt: new Map(offers.map(({ side }, j) => [side.offer.id, j])),
    notReady: { requests: restingRequests, offers: restingOffers },
  };
};
