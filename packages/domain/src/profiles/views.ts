import { z } from 'zod';
import { CareerStepId, MemberId, TermId } from '../ids.ts';
import { TimeZone } from '../time.ts';
import { ProfileField, SkillLevel, StyleAnswer, StyleItem, Visibility } from './fields.ts';

const Stretch = z.strictObject({ weekday: z.number(), from: z.number(), to: z.number() });

/** A profile as the asking member may see it: fields they may not see are blank. */
export const ProfileView = z.strictObject({
  memberId: MemberId,
  displayName: z.string(),
  headline: z.string().nullable(),
  about: z.string().nullable(),
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
      fromYear: z.number().nullable(),
      toYear: z.number().nullable(),
    }),
  ),
  languages: z.array(z.string()),
  style: z.partialRecord(StyleItem, StyleAnswer),
  boundaries: z.string().nullable(),
  hours: z.array(Stretch),
  visibility: z.partialRecord(ProfileField, Visibility),
});
export type ProfileView = z.infer<typeof ProfileView>;

export const ProfileRef = z.strictObject({ memberId: MemberId });
export type ProfileRef = z.infer<typeof ProfileRef>;
