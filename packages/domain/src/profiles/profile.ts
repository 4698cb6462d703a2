import type { WeeklyHours } from '../availability/weekly-hours.ts';
import type { CareerStepId, MemberId, TermId } from '../ids.ts';
import type { TimeZone } from '../time.ts';
import type { ProfileField, SkillLevel, StyleItem, Visibility } from './fields.ts';

export interface CareerStep {
  readonly id: CareerStepId;
  readonly occupationId: TermId | null;
  readonly industryId: TermId | null;
  readonly employer: string | null;
  /** Years of the common era; `null` as `toYear` means "until today". */
  readonly fromYear: number | null;
  readonly toYear: number | null;
}

/** What a member says about themselves. Empty lists and nulls are blanks: no evidence, never a "no". */
export interface Profile {
  readonly memberId: MemberId;
  readonly displayName: string;
  readonly headline: string | null;
  readonly about: string | null;
  readonly country: string | null;
  readonly employer: string | null;
  readonly timeZone: TimeZone | null;
  readonly skills: readonly { readonly termId: TermId; readonly level: SkillLevel | null }[];
  readonly industries: readonly { readonly termId: TermId; readonly years: number | null }[];
  readonly career: readonly CareerStep[];
  /** BCP 47 primary language subtags, lower case: `en`, `de`, `uk`. */
  readonly languages: readonly string[];
  readonly style: Readonly<Partial<Record<StyleItem, number>>>;
  readonly boundaries: string | null;
  readonly hours: WeeklyHours;
  readonly visibility: Readonly<Partial<Record<ProfileField, Visibility>>>;
}
