import type { MemberId, OfferId } from '../ids.ts';
import type { MemberStatus, Role } from '../members/roles.ts';
import type { Offer } from '../offers/offer.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Request } from '../requests/request.ts';

/** A member as an import meets them. */
export interface KnownPerson {
  readonly id: MemberId;
  readonly displayName: string;
  readonly email: string | null;
  readonly sourceRef: string | null;
  readonly status: MemberStatus;
  readonly hasAccount: boolean;
  readonly headline: string | null;
  readonly about: string | null;
  readonly boundaries: string | null;
  readonly country: string | null;
  readonly employer: string | null;
  readonly timeZone: string | null;
  readonly roles: readonly Role[];
}

/** The people a sheet may be about, and what they have in the program. */
export interface KnownPeople {
  readonly byId: ReadonlyMap<MemberId, KnownPerson>;
  readonly byEmail: ReadonlyMap<string, KnownPerson>;
  readonly byRef: ReadonlyMap<string, KnownPerson>;
  /** By `nameKey`: those who share a name may be one person, which only a person can tell. */
  readonly byName: ReadonlyMap<string, readonly KnownPerson[]>;
  readonly profiles: ReadonlyMap<MemberId, Profile>;
  readonly offers: ReadonlyMap<MemberId, Offer>;
  readonly requests: ReadonlyMap<MemberId, readonly Request[]>;
  /** Seats that live pairings hold. */
  readonly held: ReadonlyMap<OfferId, number>;
}
