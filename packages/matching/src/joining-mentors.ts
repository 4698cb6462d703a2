import type { MemberId, OfferId } from '@trellis/domain/ids';
import type { Offer } from '@trellis/domain/offers/offer';
import type { Profile } from '@trellis/domain/profiles/profile';
import { type AddedMentors, hoursOfParts, type MentorKind } from '@trellis/domain/rounds/mentor-kinds';
import type { RoundInput } from './round-input.ts';

/** Someone who does not exist yet: a profile with what they would offer. */
export interface JoiningMentor {
  readonly profile: Profile;
  readonly offer: Offer;
}

/** Ids that no real member or offer has: their random parts are a plain number. */
const idsOf = (number: number): { readonly memberId: MemberId; readonly offerId: OfferId } => {
  const tail = number.toString(16).padStart(12, '0');
  return {
    memberId: `00000000-0000-7000-8000-${tail}` as MemberId,
    offerId: `00000000-0000-7000-8001-${tail}` as OfferId,
  };
};

/** A mentor of a kind; `number` tells one from the other. All that the kind does not name is blank. */
export const imaginedMentor = (
  input: Pick<RoundInput, 'programId'>,
  number: number,
  kind: MentorKind,
  capacity: number,
): JoiningMentor => {
  const { memberId, offerId } = idsOf(number);
  return {
    profile: {
      memberId,
      displayName: '',
      headline: null,
      about: null,
      country: null,
      employer: null,
      timeZone: kind.timeZone,
      skills: [],
      industries: [],
      career: [],
      languages: kind.languages,
      style: {},
      boundaries: null,
      hours: hoursOfParts(kind.dayParts),
      visibility: {},
    },
    offer: {
      id: offerId,
      programId: input.programId,
      memberId,
      status: 'open',
      capacity,
      goals: [],
      skills: kind.skills,
      industries: kind.industries,
      note: null,
      hoursPerMonth: null,
    },
  };
};

/** Those who would join, one after the other; a wish for more of somebody who is not in the round adds nobody. */
export const joiningMentors = (input: RoundInput, added: readonly AddedMentors[]): readonly JoiningMentor[] =>
  numbered(added).flatMap(({ number, group }) => {
    const mentor =
      group.from === 'offer'
        ? mentorLike(input, number, group.offerId, group.seats)
        : imaginedMentor(input, number, group.kind, group.seats);
    return mentor === null ? [] : [mentor];
  });

/** The group that each joining mentor's offer belongs to, as a position in what was asked. */
export const groupsOfJoining = (added: readonly AddedMentors[]): ReadonlyMap<OfferId, number> =>
  new Map(numbered(added).map(({ number, group }) => [idsOf(number).offerId, added.indexOf(group)]));

const numbered = (added: readonly AddedMentors[]) =>
  added
    .flatMap((group) => Array.from({ length: group.count }, () => group))
    .map((group, k) => ({ number: k + 1, group }));

/** One more like a mentor there is: the same profile and offer, with seats of their own. Null when nobody has the offer. */
const mentorLike = (
  input: RoundInput,
  number: number,
  offerId: OfferId,
  capacity: number,
): JoiningMentor | null => {
  const offer = input.offers.find(({ id }) => id === offerId);
  const member = input.members.find(({ profile }) => profile.memberId === offer?.memberId);
  if (offer === undefined || member === undefined) return null;
  const ids = idsOf(number);
  return {
    profile: { ...member.profile, memberId: ids.memberId },
    offer: { ...offer, id: ids.offerId, memberId: ids.memberId, status: 'open', capacity },
  };
};
