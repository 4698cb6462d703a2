import { isAllowed } from '@trellis/domain/fit/broken-rules';
import { offerSide } from '@trellis/domain/fit/sides';
import type { JoiningMentor } from '../joining-mentors.ts';
import type { RoundStudy } from '../study.ts';

/**
 * How many more are served when mentors like this one join, each with their seats: first those who wait and may meet them,
 * then from each empty seat moves are followed until a new mentor with room is found (Berge's augmenting paths), until no
 * way is left. No request has a mentor twice. Exact for plans that serve most.
 */
export const furtherServed = (study: RoundStudy, joining: JoiningMentor, mentors: number): number => {
  const { pool, table } = study;
  const seats = joining.offer.capacity ?? 0;
  const side = offerSide(joining.offer, joining.profile, pool.yardstick);
  const known = pool.offers.length;
  const newcomers = Array.from({ length: mentors }, (_, k) => known + k);
  const mayMeet = Uint8Array.from(pool.requests, (request) =>
    isAllowed(request, side, pool.yardstick, pool.history) ? 1 : 0,
  );
  const market: OpenMarket = {
    offersOf: (request) => table.column.subarray(table.rowStart[request]!, table.rowStart[request + 1]!),
    newcomersOf: (request) => (mayMeet[request] === 1 ? newcomers : []),
    atOffer: [
      ...study.holding.atOffer.map((held) => new Set(held)),
      ...newcomers.map(() => new Set<number>()),
    ],
    // Where the plan left room nobody who waits can get to it, or it would serve more already.
    hasRoom: (j) => j >= known && market.atOffer[j]!.size < seats,
    isFixed: new Set(study.fixed.map((pair) => `${pair.request} ${pair.offer}`)),
    empty: emptySeats(study),
  };
  const most = Math.min(
    mentors * seats,
    market.empty.reduce((sum, empty) => sum + empty, 0),
  );
  let more = seatDirectly(market);
  while (more < most) {
    const way = wayToRoom(market);
    if (way === null) break;
    for (const { request, left } of way) if (left >= 0) market.atOffer[left]!.delete(request);
    for (const { request, found } of way) market.atOffer[found]!.add(request);
    const first = way[0]!.request;
    market.empty[first] = market.empty[first]! - 1;
    more++;
  }
  return more;
};

/** Seats of each request that the plan leaves empty. */
export const emptySeats = ({ pool, pairs }: RoundStudy): Int32Array => {
  const empty = pool.seats.slice();
  for (const { request } of pairs) empty[request] = empty[request]! - 1;
  return empty;
};

interface OpenMarket {
  offersOf(request: number): Int32Array;
  newcomersOf(request: number): readonly number[];
  readonly atOffer: readonly Set<number>[];
  hasRoom(offer: number): boolean;
  readonly isFixed: ReadonlySet<string>;
  /** Empty seats of each request. */
  readonly empty: Int32Array;
}

/** Gives new mentors to those who wait and may meet them; returns how many. */
const seatDirectly = ({ empty, newcomersOf, hasRoom, atOffer }: OpenMarket): number => {
  let seated = 0;
  for (let request = 0; request < empty.length; request++) {
    if (empty[request] === 0) continue;
    for (const j of newcomersOf(request)) {
      if (empty[request] === 0 || !hasRoom(j)) continue;
      atOffer[j]!.add(request);
      empty[request] = empty[request]! - 1;
      seated++;
    }
  }
  return seated;
};

/** One request on a way: it leaves an offer (−1 for the first, which fills an empty seat) and takes the next. */
interface Station {
  readonly request: number;
  readonly left: number;
  readonly found: number;
}

const wayToRoom = (market: OpenMarket): readonly Station[] | null => {
  const queue: { request: number; left: number; from: number }[] = [];
  market.empty.forEach((seats, request) => {
    if (seats > 0) queue.push({ request, left: -1, from: -1 });
  });
  const seen = new Uint8Array(market.atOffer.length);
  for (let head = 0; head < queue.length; head++) {
    const { request } = queue[head]!;
    for (const offers of [market.newcomersOf(request), market.offersOf(request)]) {
      for (const j of offers) {
        if (seen[j] === 1 || market.atOffer[j]!.has(request)) continue;
        seen[j] = 1;
        if (market.hasRoom(j)) return stationsTo(queue, head, j);
        for (const other of market.atOffer[j]!) {
          if (!market.isFixed.has(`${other} ${j}`)) queue.push({ request: other, left: j, from: head });
        }
      }
    }
  }
  return null;
};

const stationsTo = (
  queue: readonly { readonly request: number; readonly left: number; readonly from: number }[],
  end: number,
  room: number,
): readonly Station[] => {
  const stations: Station[] = [];
  let found = room;
  for (let at = end; at >= 0; at = queue[at]!.from) {
    const { request, left } = queue[at]!;
    stations.push({ request, left, found });
    found = left;
  }
  return stations.reverse();
};
