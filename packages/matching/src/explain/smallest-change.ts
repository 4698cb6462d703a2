import { brokenRules, isWaivable } from '@trellis/domain/fit/broken-rules';
import { mixOf, scoreOf } from '@trellis/domain/fit/fit-of';
import type { MemberId, OfferId, RequestId } from '@trellis/domain/ids';
import type { Rule } from '@trellis/domain/programs/settings';
import type { Change } from '../change.ts';
import type { RoundStudy } from '../study.ts';
import { reachesRoom } from './reaches-room.ts';
import { type Trade, tradeForGrant } from './trade.ts';

/** One way to serve a waiting request without taking a mentor from anybody else. */
export interface WayIn {
  readonly requestId: RequestId;
  /** With whom they would meet. */
  readonly offerId: OfferId;
  readonly mentorId: MemberId;
  readonly fit: number;
  /** Rules to waive for these two. */
  readonly waive: readonly Rule[];
  /** The mentor takes one more: the new capacity, live pairings included; null when a seat can be had by moving others. */
  readonly capacity: number | null;
  /** Who else would move, and what it brings in all. */
  readonly trade: Trade;
  /** What to apply to see exactly this: seat, waiver, and the pair itself. */
  readonly change: Change;
}

export interface SmallestChange {
  /** How many rules and limits must give way, at the least; null when only separations stand in the way. */
  readonly size: number | null;
  /** The ways of this size, best fit first. */
  readonly ways: readonly WayIn[];
}

interface Place {
  readonly offer: number;
  readonly broken: readonly Rule[];
  readonly newSeat: boolean;
  readonly size: number;
  readonly fit: number;
}

/**
 * The fewest rules and limits that must give way so that a waiting request is served and nobody loses a mentor.
 * Exact for pools of any size: to meet mentor j the request needs its k(j) broken rules waived, and one seat more
 * unless seats can be freed by moving others to free ones; the least over all j is the answer. (Under "best total" the
 * plan that follows may still give somebody up, where that is worth more: the trade says so.)
 */
export const smallestChange = (study: RoundStudy, requestId: RequestId, most: number): SmallestChange => {
  const { pool } = study;
  const request = pool.requestAt.get(requestId);
  if (request === undefined || !hasEmptySeat(study, request)) return { size: null, ways: [] };
  const places = placesFor(study, request);
  const size = places.reduce((least, place) => Math.min(least, place.size), Number.POSITIVE_INFINITY);
  if (size === Number.POSITIVE_INFINITY) return { size: null, ways: [] };
  const idOf = (place: Place): OfferId => pool.offers[place.offer]!.offer.id;
  const ways = places
    .filter((place) => place.size === size)
    .sort((a, b) => b.fit - a.fit || (idOf(a) < idOf(b) ? -1 : 1))
    .slice(0, most)
    .flatMap((place) => {
      const trade = tradeForGrant(study, request, place.offer, place.fit, place.newSeat);
      return trade === null ? [] : [wayIn(study, request, place, trade)];
    });
  return { size, ways };
};

const hasEmptySeat = ({ pool, pairs }: RoundStudy, request: number): boolean =>
  pairs.filter((pair) => pair.request === request).length < pool.seats[request]!;

const placesFor = (study: RoundStudy, request: number): readonly Place[] => {
  const { pool, holding } = study;
  const side = pool.requests[request]!;
  const mix = mixOf(side, pool.yardstick);
  const hasWay = reachesRoom(study);
  return pool.offers.flatMap((offer, j): Place[] => {
    if (holding.atOffer[j]!.includes(request)) return [];
    const broken = brokenRules(side, offer, pool.yardstick, pool.history).map(({ rule }) => rule);
    if (!broken.every(isWaivable)) return [];
    const newSeat = hasWay[j] === 0;
    const fit = scoreOf(side, offer, pool.yardstick, mix);
    return [{ offer: j, broken, newSeat, size: broken.length + (newSeat ? 1 : 0), fit }];
  });
};

const wayIn = (study: RoundStudy, request: number, place: Place, trade: Trade): WayIn => {
  const { pool } = study;
  const requestId = pool.requests[request]!.request.id;
  const { offer, profile } = pool.offers[place.offer]!;
  const capacity = place.newSeat ? (offer.capacity ?? 0) + 1 : null;
  const pair = { requestId, offerId: offer.id };
  return {
    ...pair,
    mentorId: profile.memberId,
    fit: place.fit,
    waive: place.broken,
    capacity,
    trade,
    change: {
      fixed: [pair],
      ...(place.broken.length > 0 && { waived: [pair] }),
      ...(capacity !== null && { capacities: [{ offerId: offer.id, capacity }] }),
    },
  };
};
