import { z } from 'zod';
import { MemberId, ProgramId } from '../ids.ts';
import { EmailAddress, requiredText, text } from '../text.ts';
import { Locale } from '../time.ts';
import { MemberStatus, Role } from './roles.ts';
import { MEMBER_MOVES } from './status-moves.ts';

/** People per page at most. */
export const MOST_PEOPLE_A_PAGE = 100;

export const MemberName = requiredText(120);
const Roles = z
  .array(Role)
  .max(10)
  .transform((roles) => [...new Set(roles)]);
/** A reason in words; blank is none. */
const Why = text(1000)
  .transform((value) => (value === '' ? null : value))
  .nullable();

export const MemberRef = z.strictObject({ memberId: MemberId });
export type MemberRef = z.infer<typeof MemberRef>;

/** One page of the people whose name, e-mail or headline contains every searched word, by name. */
export const FindPeople = z.strictObject({
  search: text(120),
  role: Role.nullable(),
  /** Null: everybody but who was erased. */
  status: MemberStatus.nullable(),
  programId: ProgramId.nullable(),
  cursor: z.number().int().min(0).max(1_000_000).default(0),
  /** Said along by tRPC's infinite queries. */
  direction: z.literal('forward').optional(),
  limit: z.number().int().min(1).max(MOST_PEOPLE_A_PAGE).default(50),
});
export type FindPeople = z.infer<typeof FindPeople>;

export const AddMember = z.strictObject({
  displayName: MemberName,
  email: EmailAddress.nullable(),
  roles: Roles,
});
export type AddMember = z.infer<typeof AddMember>;

export const ChangeMember = z.strictObject({
  memberId: MemberId,
  displayName: MemberName,
  email: EmailAddress.nullable(),
});
export type ChangeMember = z.infer<typeof ChangeMember>;

export const ChangeRoles = z.strictObject({ memberId: MemberId, roles: Roles });
export type ChangeRoles = z.infer<typeof ChangeRoles>;

export const MoveMember = z.strictObject({ memberId: MemberId, to: z.enum(MEMBER_MOVES), why: Why });
export type MoveMember = z.infer<typeof MoveMember>;

export const ChooseLocale = z.strictObject({ locale: Locale });
export type ChooseLocale = z.infer<typeof ChooseLocale>;
