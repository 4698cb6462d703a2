import type { Read } from '@trellis/db/client';
import { findMembers } from '@trellis/db/members';
import { loadOffersOfProgram } from '@trellis/db/offers';
import { loadCouples, loadLiveSeats } from '@trellis/db/reads/live-seats';
import { loadRequestsOfProgram } from '@trellis/db/requests';
import { listSeparations } from '@trellis/db/separations';
import type { MemberId, ProgramId } from '@trellis/domain/ids';
import type { PairContext } from '@trellis/domain/imports/plan-pairs';
import { toKnownPerson } from './known-people.ts';

const push = <K, V>(map: Map<K, V[]>, key: K, value: V): void =>
  void map.set(key, [...(map.get(key) ?? []), value]);

/** Both sides of a program as pairs of a sheet meet them. */
export const loadKnownPairs = async (
  read: Read,
  programId: ProgramId,
  source: string,
): Promise<PairContext> => {
  const requests = (await loadRequestsOfProgram(read, programId)).filter(
    ({ status }) => status !== 'withdrawn',
  );
  const offers = (await loadOffersOfProgram(read, programId)).filter(({ status }) => status !== 'draft');
  const ids = [...requests, ...offers].map(({ memberId }) => memberId);
  const members = await findMembers(read, [...new Set(ids)]);
  const people = new Map(
    members.map((member): [MemberId, ReturnType<typeof toKnownPerson>] => [member.id, toKnownPerson(member)]),
  );
  const staying = (id: MemberId) => ['active', 'paused'].includes(people.get(id)?.status ?? '');
  const requestSeats = new Map<(typeof requests)[number]['id'], number[]>();
  const offerSeats = new Map<(typeof offers)[number]['id'], number[]>();
  const seats = await loadLiveSeats(read, programId);
  for (const seat of seats) {
    push(requestSeats, seat.requestId, seat.requestSeat);
    push(offerSeats, seat.offerId, seat.offerSeat);
  }
  return {
    source,
    mentees: requests
      .filter(({ memberId }) => staying(memberId))
      .map((request) => ({ person: people.get(request.memberId)!, request })),
    mentors: offers
      .filter(({ memberId }) => staying(memberId))
      .map((offer) => ({ person: people.get(offer.memberId)!, offer })),
    requestSeats,
    offerSeats,
    couples: new Set(
      (await loadCouples(read, programId)).map(({ requestId, offerId }) => `${requestId} ${offerId}`),
    ),
    apart: new Set(
      (await listSeparations(read)).flatMap(({ memberA, memberB }) => [
        `${memberA} ${memberB}`,
        `${memberB} ${memberA}`,
      ]),
    ),
  };
};
