import { z } from 'zod';
import { MemberId, TermId } from '../ids.ts';
import { LanguageTag } from '../requests/inputs.ts';
import { text } from '../text.ts';
import { TimeZone } from '../time.ts';
import { ProfileField, SkillLevel, StyleAnswer, StyleItem, Visibility } from './fields.ts';

export const MOST_PROFILE_SKILLS = 60;
export const MOST_PROFILE_INDUSTRIES = 20;
export const MOST_CAREER_STEPS = 30;
export const MOST_LANGUAGES = 10;

/** Years of the common era in which a career of today can have begun. */
const Year = z.number().int().min(1900).max(2100);

/** ISO 3166-1 alpha-2. */
export const CountryCode = z.string().regex(/^[A-Z]{2}$/);

/** The order of the list is the order of the career. */
export const CareerStepInput = z
  .strictObject({
    occupationId: TermId.nullable(),
    industryId: TermId.nullable(),
    employer: text(200).nullable(),
    fromYear: Year.nullable(),
    toYear: Year.nullable(),
  })
  .refine(({ fromYear, toYear }) => fromYear === null || toYear === null || toYear >= fromYear, {
    error: 'ends_before_it_begins',
    path: ['toYear'],
  });
export type CareerStepInput = z.infer<typeof CareerStepInput>;

/** What the form saves as one types: each part by itself, the others stay. A list replaces the whole list. */
export const ProfileChange = z.strictObject({
  headline: text(200).nullable().optional(),
  about: text(4000).nullable().optional(),
  boundaries: text(2000).nullable().optional(),
  country: CountryCode.nullable().optional(),
  employer: text(200).nullable().optional(),
  timeZone: TimeZone.nullable().optional(),
  languages: z.array(LanguageTag).max(MOST_LANGUAGES).optional(),
  skills: z
    .array(z.strictObject({ termId: TermId, level: SkillLevel.nullable() }))
    .max(MOST_PROFILE_SKILLS)
    .optional(),
  industries: z
    .array(z.strictObject({ termId: TermId, years: z.number().int().min(0).max(80).nullable() }))
    .max(MOST_PROFILE_INDUSTRIES)
    .optional(),
  career: z.array(CareerStepInput).max(MOST_CAREER_STEPS).optional(),
  style: z.partialRecord(StyleItem, StyleAnswer).optional(),
  visibility: z.partialRecord(ProfileField, Visibility).optional(),
});
export type ProfileChange = z.infer<typeof ProfileChange>;

/** Somebody's profile; one's own unless staff name somebody else. */
export const ProfileOf = z.strictObject({ memberId: MemberId.optional() });

export const SaveProfile = z.strictObject({ memberId: MemberId.optional(), change: ProfileChange });
export type SaveProfile = z.infer<typeof SaveProfile>;
