import { z } from 'zod';
import { CareerStepId, MemberId, TermId } from '../ids.ts';
import { LanguageTag } from '../requests/inputs.ts';
import { text } from '../text.ts';
import { TimeZone } from '../time.ts';
import { ProfileField, SkillLevel, StyleAnswer, StyleItem, Visibility } from './fields.ts';

export const MOST_OWN_SKILLS = 60;
export const MOST_OWN_INDUSTRIES = 20;
export const MOST_CAREER_STEPS = 30;
const MOST_LANGUAGES = 20;

/** Words of a person; blank is nothing said. */
const words = (max: number) =>
  text(max)
    .transform((value) => (value === '' ? null : value))
    .nullable();

/** Years of the common era. */
const Year = z.number().int().min(1900).max(2100);

/** The order of the list is the order of the career. */
const CareerStepInput = z
  .strictObject({
    id: CareerStepId,
    occupationId: TermId.nullable(),
    industryId: TermId.nullable(),
    employer: words(200),
    fromYear: Year.nullable(),
    toYear: Year.nullable(),
  })
  .refine(({ fromYear, toYear }) => fromYear === null || toYear === null || fromYear <= toYear, {
    error: 'years_backwards',
    path: ['toYear'],
  });

/** What the form saves as one types: each part by itself, the others stay. A list replaces the whole list. */
export const ProfileChange = z
  .strictObject({
    headline: words(200),
    about: words(4000),
    boundaries: words(2000),
    /** ISO 3166-1 alpha-2. */
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .nullable(),
    employer: words(200),
    timeZone: TimeZone.nullable(),
    languages: z.array(LanguageTag).max(MOST_LANGUAGES),
    skills: z.array(z.strictObject({ termId: TermId, level: SkillLevel.nullable() })).max(MOST_OWN_SKILLS),
    industries: z
      .array(z.strictObject({ termId: TermId, years: z.number().int().min(0).max(80).nullable() }))
      .max(MOST_OWN_INDUSTRIES),
    career: z.array(CareerStepInput).max(MOST_CAREER_STEPS),
    style: z.partialRecord(StyleItem, StyleAnswer),
    visibility: z.partialRecord(ProfileField, Visibility),
  })
  .partial();
export type ProfileChange = z.infer<typeof ProfileChange>;

/** For oneself unless staff name somebody else. */
export const SaveProfile = z.strictObject({ memberId: MemberId.optional(), change: ProfileChange });
export type SaveProfile = z.infer<typeof SaveProfile>;
