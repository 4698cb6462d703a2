import { isAllowed } from '@trellis/domain/fit/broken-rules';
import { offerSide } from '@trellis/domain/fit/sides';
import type { MemberId, OfferId, TermId } from '@trellis/domain/ids';
import type { Offer } from '@trellis/domain/offers/offer';
import type { Profile } from '@trellis/domain/profiles/profile';
import type { Scarcity } from '../round-plan.ts';
import type { RoundStudy } from '../study.ts';

/** How many skills are looked at: those that most waiting requests ask for. */
const MOST_SKILLS = 6;
const MENTORS = 2;

/**
 * What more mentors of a kind would add: for "any" and for the skills that waiting requests ask for most. Each is counted
 * by really adding them, so it is true when re-run. Nothing is scarce when nobody waits.
 */
export const scarcityOf = (study: RoundStudy): readonly Scarcity[] => {
  const { pool, settings } = study;
  // Under "best total" people wait for another reason than a lack of mentors.
  if (settings.objective === 'total') return [];
  const filled = new Int32Array(pool.requests.length);
  for (const { request } of study.pairs) filled[request] = filled[request]! + 1;
  const waiting = new Set([...filled.keys()].filter((i) => filled[i]! < pool.seats[i]!));
  if (waiting.size === 0) return [];
  const asking = new Map<TermId, number>();
  for (const request of waiting) {
    for (const { termId } of pool.requests[request]!.request.skills) {
      asking.set(termId, (asking.get(termId) ?? 0) + 1);
    }
  }
  const skills = [...asking].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_SKILLS);
  const seats = usualCapacity(study);
  const found = [
    { kind: 'any' as const, termId: null, asking: waiting.size },
    ...skills.map(([termId, count]) => ({ kind: 'skill' as const, termId, asking: count })),
  ].map((kind) => ({
    ...kind,
    mentors: MENTORS,
    seats,
    more: servedBy(study, kind.termId, MENTORS, seats),
  }));
  return found
    .filter(({ more }) => more > 0)
    .sort(
      (a, b) => b.more - a.more || Number(b.kind === 'any') - Number(a.kind === 'any') || b.asking - a.asking,
    );
};

/** The median of the seats that ready offers have in all. */
const usualCapacity = ({ pool }: RoundStudy): number => {
  const seats = pool.offers.map(({ offer }) => offer.capacity ?? 1).sort((a, b) => a - b);
  return Math.max(1, seats[seats.length >> 1] ?? 1);
};

/** A mentor who names one skill, or nothing, and leaves all else blank. */
export const imaginedMentor = (
  study: RoundStudy,
  number: number,
  termId: TermId | null,
  capacity: number,
): { readonly profile: Profile; readonly offer: Offer } => {
  const tail = number.toString(16).padStart(12, '0');
  const memberId = `00000000-0000-7000-8000-${tail}` as MemberId;
  return {
    profile: {
      memberId,
      displayName: '',
      headline: null,
      about: null,
      country: null,
      employer: null,
      timeZone: null,
      skills: [],
      industries: [],
      career: [],
      languages: [],
      style: {},
      boundaries: null,
      hours: [],
      visibility: {},
    },
    offer: {
      id: `00000000-0000-7000-8001-${tail}` as OfferId,
      programId: study.input.programId,
      memberId,
      status: 'open',
      capacity,
      goals: [],
      skills: termId === null ? [] : [termId],
      industries: [],
      note: null,
      hoursPerMonth: null,
    },
  };
};

/**
 * How many more are served with further mentors of this kind: from each empty seat moves are followed until a new mentor
 * with room is found (Berge's augmenting paths), until no way is left. No request has a mentor twice.
 */
const servedBy = (study: RoundStudy, termId: TermId | null, mentors: number, seats: number): number => {
  const { pool, table } = study;
  const { profile, offer } = imaginedMentor(study, 1, termId, seats);
  const side = offerSide(offer, profile, pool.yardstick);
  const known = pool.offers.length;
  const newcomers = Array.from({ length: mentors }, (_, k) => known + k);
  const market: OpenMarket = {
    offersOf: (request) => [
      ...table.column.subarray(table.rowStart[request]!, table.rowStart[request + 1]!),
      ...(isAllowed(pool.requests[request]!, side, pool.yardstick, pool.history) ? newcomers : []),
    ],
    atOffer: [
      ...study.holding.atOffer.map((held) => new Set(held)),
      ...newcomers.map(() => new Set<number>()),
    ],
    // Where the plan left room nobody who waits can get to it, or it would serve more already.
    hasRoom: (j) => j >= known && market.atOffer[j]!.size < seats,
    isFixed: new Set(study.fixed.map((pair) => `${pair.request} ${pair.offer}`)),
    empty: pool.seats.slice(),
  };
  for (const { request } of study.pairs) market.empty[request] = market.empty[request]! - 1;
  for (let more = 0; ; more++) {
    const way = wayToRoom(market);
    if (way === null) return more;
    for (const { request, left } of way) if (left >= 0) market.atOffer[left]!.delete(request);
    for (const { request, found } of way) market.atOffer[found]!.add(request);
    const first = way[0]!.request;
    market.empty[first] = market.empty[first]! - 1;
  }
};

interface OpenMarket {
  offersOf(request: number): readonly number[];
  readonly atOffer: readonly Set<number>[];
  hasRoom(offer: number): boolean;
  readonly isFixed: ReadonlySet<string>;
  /** Empty seats of each request. */
  readonly empty: Int32Array;
}

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
    for (const j of market.offersOf(request)) {
      if (seen[j] === 1 || market.atOffer[j]!.has(request)) continue;
      seen[j] = 1;
      if (market.hasRoom(j)) return stationsTo(queue, head, j);
      for (const other of market.atOffer[j]!) {
        if (!market.isFixed.has(`${other} ${j}`)) queue.push({ request: other, left: j, from: head });
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
