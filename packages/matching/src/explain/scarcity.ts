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
  const { pool, decided, market, settings } = study;
  // Under "best total" people wait for another reason than a lack of mentors.
  if (settings.objective === 'total') return [];
  const waiting = new Set<number>();
  decided.assignment.mate.forEach((offer, row) => {
    if (offer < 0) waiting.add(market.rowRequest[row]!);
  });
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
    more: servedBy(study, kind.termId, MENTORS * seats),
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
 * How many more rows are served with `seats` further seats of this kind: from each empty row moves are followed until
 * somebody who may have the new mentor is found (Berge's augmenting paths), as often as there are seats.
 */
const servedBy = (study: RoundStudy, termId: TermId | null, seats: number): number => {
  const { pool, market } = study;
  const { sparse, rowRequest } = market;
  const { profile, offer } = imaginedMentor(study, 1, termId, seats);
  const side = offerSide(offer, profile, pool.yardstick);
  const may = pool.requests.map((request) => isAllowed(request, side, pool.yardstick, pool.history));
  const mate = study.decided.assignment.mate.slice();
  const atOffer: number[][] = pool.offers.map(() => []);
  mate.forEach((j, row) => {
    if (j >= 0) atOffer[j]!.push(row);
  });
  // Rows with the new mentor are marked by a mate beyond the last offer.
  const newcomer = pool.offers.length;
  let more = 0;
  while (more < seats) {
    const cameFrom = new Int32Array(sparse.requests).fill(-2);
    const queue: number[] = [];
    mate.forEach((j, row) => {
      if (j >= 0) return;
      cameFrom[row] = -1;
      queue.push(row);
    });
    const seen = new Uint8Array(newcomer);
    let end = -1;
    for (let head = 0; head < queue.length && end < 0; head++) {
      const row = queue[head]!;
      if (may[rowRequest[row]!] && mate[row] !== newcomer) {
        end = row;
        break;
      }
      for (let e = sparse.rowStart[row]!; e < sparse.rowStart[row + 1]!; e++) {
        const j = sparse.column[e]!;
        if (seen[j] === 1) continue;
        seen[j] = 1;
        for (const other of atOffer[j]!) {
          if (cameFrom[other] !== -2) continue;
          cameFrom[other] = row;
          queue.push(other);
        }
      }
    }
    if (end < 0) return more;
    // Everyone along the path takes the place of the one they found; the last has the new mentor.
    let place = newcomer;
    for (let row = end; row >= 0; row = cameFrom[row]!) {
      const left = mate[row]!;
      if (left >= 0) atOffer[left] = atOffer[left]!.filter((other) => other !== row);
      mate[row] = place;
      if (place < newcomer) atOffer[place]!.push(row);
      place = left;
    }
    more++;
  }
  return more;
};
