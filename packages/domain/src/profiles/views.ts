import { z } from 'zod';
import { WeeklyHoursView } from '../availability/views.ts';
import { CareerStepId, MemberId, TermId } from '../ids.ts';
import { TimeZone } from '../time.ts';
import { ProfileField, SkillLevel, StyleAnswer, StyleItem, Visibility } from './fields.ts';
import type { Profile } from './profile.ts';

/** A profile as somebody may see it; what they may not see is blank. */
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
  hours: WeeklyHoursView,
  visibility: z.partialRecord(ProfileField, Visibility),
});
export type ProfileView = z.infer<typeof ProfileView>;

/** As it travels: own, changeable lists. */
export const profileView = (profile: Profile): ProfileView => ({
  ...profile,
  skills: [...profile.skills],
  industries: [...profile.industries],
  career: [...profile.career],
  languages: [...profile.languages],
  hours: [...profile.hours],
});

export const ProfileRef = z.strictObject({ memberId: MemberId });
export type ProfileRef = z.infer<typeof ProfileRef>;
