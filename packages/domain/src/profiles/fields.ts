import { z } from 'zod';

/** Who may see a field of my profile. Staff see everything but `self`. */
export const VISIBILITIES = ['self', 'agency', 'proposed', 'paired', 'group'] as const;
export const Visibility = z.enum(VISIBILITIES);
export type Visibility = z.infer<typeof Visibility>;

/** The fields whose visibility a member decides one by one. The name is always shown. */
export const PROFILE_FIELDS = [
  'headline',
  'about',
  'country',
  'employer',
  'skills',
  'industries',
  'career',
  'languages',
  'hours',
  'style',
  'boundaries',
] as const;
export const ProfileField = z.enum(PROFILE_FIELDS);
export type ProfileField = z.infer<typeof ProfileField>;

/**
 * Defaults for a field nobody has decided about: what explains a match is shown to the person proposed;
 * the present employer and boundaries stay with the agency.
 */
export const DEFAULT_VISIBILITY: Record<ProfileField, Visibility> = {
  headline: 'proposed',
  about: 'proposed',
  country: 'proposed',
  employer: 'agency',
  skills: 'proposed',
  industries: 'proposed',
  career: 'proposed',
  languages: 'proposed',
  hours: 'proposed',
  style: 'proposed',
  boundaries: 'agency',
};

/** 1 curious · 2 learning · 3 working with it · 4 confident · 5 could teach it. */
export const SKILL_LEVELS = [1, 2, 3, 4, 5] as const;
export const SkillLevel = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);
export type SkillLevel = z.infer<typeof SkillLevel>;

/** Working style: seven statements, each answered 1 (left end) … 5 (right end); unanswered is no evidence. */
export const STYLE_ITEMS = [
  'plan_or_explore',
  'push_or_patience',
  'direct_or_gentle',
  'talk_or_write',
  'often_or_seldom',
  'big_picture_or_detail',
  'advice_or_questions',
] as const;
export const StyleItem = z.enum(STYLE_ITEMS);
export type StyleItem = z.infer<typeof StyleItem>;
export const StyleAnswer = z.number().int().min(1).max(5);
