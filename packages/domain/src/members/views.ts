import { z } from 'zod';
import { MemberId, OfferId, RequestId } from '../ids.ts';
import { OfferStatus } from '../offers/offer.ts';
import { ProfileField } from '../profiles/fields.ts';
import { ProfileView } from '../profiles/views.ts';
import { RequestStatus } from '../requests/request.ts';
import { Instant } from '../time.ts';
import { MemberStatus, Role } from './roles.ts';

/** A member as a list of people shows them to staff. */
export const PersonLine = z.strictObject({
  id: MemberId,
  displayName: z.string(),
  /** Blank also where the member keeps it to themselves. */
  headline: z.string().nullable(),
  email: z.string().nullable(),
  status: MemberStatus,
  roles: z.array(Role),
  /** Names of the programs they seek or give something in. */
  programs: z.array(z.string()),
});
export type PersonLine = z.infer<typeof PersonLine>;

export const People = z.strictObject({
  people: z.array(PersonLine),
  /** Everybody who was found, on whatever page. */
  total: z.number().int(),
  /** Where the next page begins; null at the end. */
  nextCursor: z.number().int().nullable(),
});
export type People = z.infer<typeof People>;

/** One member as staff see them. */
export const PersonView = z.strictObject({
  id: MemberId,
  displayName: z.string(),
  email: z.string().nullable(),
  sourceRef: z.string().nullable(),
  status: MemberStatus,
  roles: z.array(Role),
  signsIn: z.boolean(),
  createdAt: Instant,
  profile: ProfileView,
  /** Fields the member keeps to themselves: blank above, and not for staff to change. */
  hidden: z.array(ProfileField),
  requests: z.array(z.strictObject({ id: RequestId, program: z.string(), status: RequestStatus })),
  offers: z.array(z.strictObject({ id: OfferId, program: z.string(), status: OfferStatus })),
});
export type PersonView = z.infer<typeof PersonView>;

/** A way to sign in that was given: shown once, kept nowhere. */
export const GivenSignIn = z.strictObject({ email: z.string(), password: z.string() });
export type GivenSignIn = z.infer<typeof GivenSignIn>;

/** What leaving ended, besides the membership. */
export const LeftMember = z.strictObject({
  memberId: MemberId,
  requests: z.number().int(),
  offers: z.number().int(),
  pairings: z.number().int(),
});
export type LeftMember = z.infer<typeof LeftMember>;
