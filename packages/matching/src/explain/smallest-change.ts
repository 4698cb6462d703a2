import { brokenRules, isWaivable } from '@trellis/domain/fit/broken-rules';
import { mixOf, scoreOf } from '@trellis/domain/fit/fit-of';
import type { OfferSide } from '@trellis/domain/fit/sides';
import type { MemberId, OfferId, RequestId } from '@trellis/domain/ids';
import type { Rule } from '@trellis/domain/programs/settings';
import type { Change } from '../change.ts';
import { isGrown, type RoundStudy } from '../study.ts';
import { reachesRoom } from './reaches-room.ts';
import { type RestingOffer, restingOffers } from './resting-offers.ts';
import { type Trade, tradeForGrant } from './trade.ts';

/**
 * Where the seat comes from: others move for it; a mentor takes one more; one says how many they can take, which is not
 * known yet; one who takes nobody takes somebody.
 */
export type SeatSource = 'moves' | 'one_more' | 'unknown' | 'none';

/** One way to serve a waiting request without taking a mentor from anybody else. */
export interface WayIn {
  readonly requestId: RequestId;
  /** With whom they would meet. */
  readonly offerId: OfferId;
  readonly mentorId: MemberId;
  readonly fit: number;
  /** Rules to waive for these two. */
  readonly waive: readonly Rule[];
  readonly seat: SeatSource;
  /** The mentor's new capacity, live pairings included; null when a seat can be had by moving others. */
  readonly capacity: number | null;
  /** Who else would move, and what it brings in all. */
  readonly trade: Trade;
  /** Whether the trade is the best there is; in very large pools it is one that can be had, and a better one may exist. */
  readonly isExact: boolean;
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
  readonly side: OfferSide;
  /** Its position in the pool, or null for one that rests. */
  readonly offer: number | null;
  readonly broken: readonly Rule[];
  readonly seat: SeatSource;
  readonly capacity: number | null;
  readonly size: number;
  readonly fit: number;
}

/**
 * The fewest rules and limits that must give way so that a waiting request is served and nobody loses a mentor.
 * Exact for pools of any size: to meet mentor j the request needs its k(j) broken rules waived, and one seat more
 * unless seats can be freed by moving others to free ones; the least over all j is the answer. Mentors whose capacity is
 * unknown, zero or used up count as well: they need the one seat. (Under "best total" the plan that follows may still give
 * somebody up, where that is worth more: the trade says so.)
 */
export const smallestChange = (study: RoundStudy, requestId: RequestId, most: number): SmallestChange => {
  const request = study.pool.requestAt.get(requestId);
  if (request === undefined || !hasEmptySeat(study, request)) return { size: null, ways: [] };
  const places = [...readyPlaces(study, request), ...restingPlaces(study, request)];
  const size = places.reduce((least, place) => Math.min(least, place.size), Number.POSITIVE_INFINITY);
  if (size === Number.POSITIVE_INFINITY) return { size: null, ways: [] };
  const ways = someOfEach(
    places.filter((place) => place.size === size).sort((a, b) => b.fit - a.fit || byOffer(a, b)),
    most,
  ).flatMap((place) => {
    const trade = tradeAt(study, request, place);
    return trade === null ? [] : [wayIn(study, request, place, trade)];
  });
  return { size, ways };
};

const byOffer = (a: Place, b: Place): number => (a.side.offer.id < b.side.offer.id ? -1 : 1);

/** The first of a sorted list; if all of them ask a mentor for more than they said, the last place is for one who said nothing. */
const someOfEach = (places: readonly Place[], most: number): readonly Place[] => {
  const first = places.slice(0, most);
  const silent = places.find(({ seat }) => seat === 'unknown');
  if (most < 2 || silent === undefined || first.some(({ seat }) => seat !== 'one_more')) return first;
  return [...first.slice(0, most - 1), silent];
};

const hasEmptySeat = ({ pool, pairs }: RoundStudy, request: number): boolean =>
  pairs.filter((pair) => pair.request === request).length < pool.seats[request]!;

const readyPlaces = (study: RoundStudy, request: number): readonly Place[] => {
  const { pool, holding } = study;
  const hasWay = reachesRoom(study);
  return pool.offers.flatMap((side, j): Place[] => {
    if (holding.atOffer[j]!.includes(request)) return [];
    const place = placeAt(study, request, side);
    if (place === null) return [];
    if (hasWay[j] === 1) return [{ ...place, offer: j, seat: 'moves', capacity: null }];
    const capacity = (side.offer.capacity ?? 0) + 1;
    return [{ ...place, offer: j, seat: 'one_more', capacity, size: place.size + 1 }];
  });
};

const SOURCE: Readonly<Record<RestingOffer['reason'], SeatSource>> = {
  capacity_unknown: 'unknown',
  capacity_zero: 'none',
  capacity_full: 'one_more',
};

const restingPlaces = (study: RoundStudy, request: number): readonly Place[] =>
  restingOffers(study).flatMap(({ side, reason, held }): Place[] => {
    const place = placeAt(study, request, side);
    if (place === null) return [];
    return [{ ...place, offer: null, seat: SOURCE[reason], capacity: held + 1, size: place.size + 1 }];
  });

/** What stands between two people besides a seat, or null when nobody may waive it. */
const placeAt = (
  { pool }: RoundStudy,
  request: number,
  side: OfferSide,
): Pick<Place, 'side' | 'broken' | 'size' | 'fit'> | null => {
  const own = pool.requests[request]!;
  const broken = brokenRules(own, side, pool.yardstick, pool.history).map(({ rule }) => rule);
  if (!broken.every(isWaivable)) return null;
  return {
    side,
    broken,
    size: broken.length,
    fit: scoreOf(own, side, pool.yardstick, mixOf(own, pool.yardstick)),
  };
};

/** A mentor who joins with one seat gives it to this request: nobody else moves, since the plan was best without the two. */
const tradeAt = (study: RoundStudy, request: number, place: Place): Trade | null => {
  const { pool, settings } = study;
  if (place.offer !== null) {
    return tradeForGrant(study, request, place.offer, place.fit, place.capacity !== null);
  }
  const { id, memberId } = pool.requests[request]!.request;
  const live = place.capacity === null ? 0 : place.capacity - 1;
  return {
    served: 1,
    total: place.fit - settings.loadStep * live,
    changes: [
      {
        requestId: id,
        menteeId: memberId,
        from: null,
        to: place.side.offer.id,
        fitBefore: null,
        fitAfter: place.fit,
      },
    ],
  };
};

const wayIn = ({ pool, settings }: RoundStudy, request: number, place: Place, trade: Trade): WayIn => {
  const requestId = pool.requests[request]!.request.id;
  const { offer, profile } = place.side;
  const pair = { requestId, offerId: offer.id };
  const { capacity } = place;
  return {
    ...pair,
    mentorId: profile.memberId,
    fit: place.fit,
    waive: place.broken,
    seat: place.seat,
    capacity,
    trade,
    isExact: place.offer === null || !isGrown(pool, settings.objective),
    change: {
      fixed: [pair],
      ...(place.broken.length > 0 && { waived: [pair] }),
      ...(capacity !== null && { capacities: [{ offerId: offer.id, capacity }] }),
    },
  };
};
