import type { MemberId, OfferId } from '@trellis/domain/ids';
import type { Offer } from '@trellis/domain/offers/offer';
import type { Profile } from '@trellis/domain/profiles/profile';
import { hoursOfParts, type MentorKind } from '@trellis/domain/rounds/mentor-kinds';
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

/** One more like a mentor there is: the same profile and offer, with seats of their own. Null when nobody has the offer. */
export const mentorLike = (
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
