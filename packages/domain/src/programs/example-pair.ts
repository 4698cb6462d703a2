import { z } from 'zod';
import { CareerStepId, MemberId, OfferId, ProgramId, RequestId, TermId } from '../ids.ts';
import { Capacity, OfferStatus } from '../offers/offer.ts';
import { PROFILE_FIELDS, SkillLevel, STYLE_ITEMS, Visibility } from '../profiles/fields.ts';
import { Need, RequestStatus } from '../requests/request.ts';
import { TermKind } from '../taxonomy/kinds.ts';
import { Instant, TimeZone } from '../time.ts';

const year = z.number().int().nullable();

const ProfileView = z.strictObject({
  memberId: MemberId,
  displayName: z.string(),
  headline: z.string().nullable(),
  about: z.null(),
  country: z.string().nullable(),
  employer: z.string().nullable(),
  timeZone: TimeZone.nullable(),
  skills: z.array(z.strictObject({ termId: TermId, level: SkillLevel.nullable() })),
  industries: z.array(z.strictObject({ termId: TermId, years: z.number().nullable() })),
  career: z.array(
    z.strictObject({
      id: CareerStepId,
      occupationId: TermId.nullable(),
      industryId: TermId.nullable(),
      employer: z.string().nullable(),
      fromYear: year,
      toYear: year,
    }),
  ),
  languages: z.array(z.string()),
  style: z.partialRecord(z.enum(STYLE_ITEMS), z.number()),
  boundaries: z.null(),
  hours: z.array(z.strictObject({ weekday: z.number(), from: z.number(), to: z.number() })),
  visibility: z.partialRecord(z.enum(PROFILE_FIELDS), Visibility),
});

const Place = z.strictObject({ occupationId: TermId.nullable(), industryId: TermId.nullable() });

/**
 * All that the fit of two real people is computed from, so that a browser can recompute it while a slider moves.
 * Long texts (about, boundaries, notes) are not part of a fit and stay at home.
 */
export const ExamplePair = z.strictObject({
  request: z.strictObject({
    id: RequestId,
    programId: ProgramId,
    memberId: MemberId,
    status: RequestStatus,
    seats: z.number(),
    from: Place,
    towards: Place,
    goals: z.array(TermId),
    skills: z.array(z.strictObject({ termId: TermId, need: Need })),
    industries: z.array(TermId),
    languages: z.array(z.string()),
    mix: z.number().nullable(),
    note: z.null(),
    openedAt: Instant.nullable(),
    missedRounds: z.number(),
    wishes: z.array(z.strictObject({ offerId: OfferId, rank: z.number() })),
  }),
  offer: z.strictObject({
    id: OfferId,
    programId: ProgramId,
    memberId: MemberId,
    status: OfferStatus,
    capacity: Capacity,
    goals: z.array(TermId),
    skills: z.array(TermId),
    industries: z.array(TermId),
    note: z.null(),
    hoursPerMonth: z.number().nullable(),
  }),
  mentee: ProfileView,
  mentor: ProfileView,
  /** Terms the two name, with their parents. */
  terms: z.array(
    z.strictObject({ id: TermId, kind: TermKind, name: z.string(), parentId: TermId.nullable() }),
  ),
  zones: z.record(z.string(), z.array(z.strictObject({ fromMs: z.number(), minutes: z.number() }))),
  at: Instant,
  /** What is rare among the program's offers. */
  pool: z.strictObject({ offers: z.number(), offersWith: z.array(z.tuple([TermId, z.number()])) }),
});
export type ExamplePair = z.infer<typeof ExamplePair>;
