import type { Read } from '@trellis/db/client';
import { findMembers, findMembersByEmail, findMembersBySourceRef, type Member } from '@trellis/db/members';
import { loadOffersOfProgram } from '@trellis/db/offers';
import { loadProfiles } from '@trellis/db/profiles';
import { loadLiveSeats } from '@trellis/db/reads/live-seats';
import { findNamesakes } from '@trellis/db/reads/namesakes';
import { loadRequestsOfProgram } from '@trellis/db/requests';
import type { MemberId, OfferId, ProgramId } from '@trellis/domain/ids';
import { nameKey, rowEmail, rowMemberId, rowName, rowRef } from '@trellis/domain/imports/identify';
import type { KnownPeople, KnownPerson } from '@trellis/domain/imports/known-people';
import type { RowReading } from '@trellis/domain/imports/read-row';

const isThere = <T>(value: T | null): value is T => value !== null;

export const toKnownPerson = (member: Member): KnownPerson => ({
  ...member,
  hasAccount: member.accountId !== null,
});

const grouped = <K, V>(values: Iterable<V>, keyOf: (value: V) => K): ReadonlyMap<K, readonly V[]> => {
  const groups = new Map<K, V[]>();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
};

/**
 * Everybody the rows may be about, with what the program has of them: a handful of queries, however many rows.
 * @param chosen members that a person named for a row
 */
export const loadKnownPeople = async (
  read: Read,
  readings: readonly RowReading[],
  source: string,
  programId: ProgramId | null,
  chosen: readonly MemberId[],
): Promise<KnownPeople> => {
  const emails = readings.map((reading) => rowEmail(reading).email).filter(isThere);
  const refs = readings.map((reading) => rowRef(source, reading)).filter(isThere);
  const names = readings.map(rowName).filter(isThere);
  const own = readings.map(rowMemberId).filter(isThere);
  const found = [
    ...(await findMembersByEmail(read, emails)),
    ...(await findMembersBySourceRef(read, refs)),
    ...(await findMembers(read, [...new Set([...(await findNamesakes(read, names)), ...own, ...chosen])])),
  ];
  const byId = new Map(found.map((member): [MemberId, KnownPerson] => [member.id, toKnownPerson(member)]));
  const people = [...byId.values()];
  const profiles = await loadProfiles(read, [...byId.keys()]);
  const offers = programId === null ? [] : await loadOffersOfProgram(read, programId);
  const requests = programId === null ? [] : await loadRequestsOfProgram(read, programId);
  const held = new Map<OfferId, number>();
  for (const { offerId } of programId === null ? [] : await loadLiveSeats(read, programId)) {
    held.set(offerId, (held.get(offerId) ?? 0) + 1);
  }
  return {
    byId,
    byEmail: new Map(people.flatMap((person) => (person.email === null ? [] : [[person.email, person]]))),
    byRef: new Map(
      people.flatMap((person) => (person.sourceRef === null ? [] : [[person.sourceRef, person]])),
    ),
    byName: grouped(people, ({ displayName }) => nameKey(displayName)),
    profiles: new Map(profiles.map((profile) => [profile.memberId, profile])),
    offers: new Map(offers.map((offer) => [offer.memberId, offer])),
    requests: grouped(requests, ({ memberId }) => memberId),
    held,
  };
};
