import { z } from 'zod';

/** Soft parts of fit. Each gives 0…1 or "no evidence". */
export const CRITERIA = [
  'skills',
  'goals',
  'industries',
  'path',
  'style',
  'time',
  'languages',
  'wishes',
  'reach',
] as const;
export const Criterion = z.enum(CRITERIA);
export type Criterion = z.infer<typeof Criterion>;

/** 0 (does not count) … 10 (counts most); only their proportions matter. */
export const Weight = z.number().int().min(0).max(10);
export const Weights = z.strictObject(
  Object.fromEntries(CRITERIA.map((c) => [c, Weight])) as Record<Criterion, typeof Weight>,
);
export type Weights = z.infer<typeof Weights>;

export const DEFAULT_WEIGHTS: Weights = {
  skills: 8,
  goals: 8,
  industries: 5,
  path: 7,
  style: 4,
  time: 4,
  languages: 2,
  wishes: 8,
  reach: 3,
};

/** Hard limits of a program: a pair that breaks one is never proposed. */
export const RULES = [
  'separated',
  'self',
  'already_paired_here',
  'language',
  'time_zone_distance',
  'same_employer',
  'missing_must_have',
  'no_shared_time',
] as const;
export const Rule = z.enum(RULES);
export type Rule = z.infer<typeof Rule>;

export const RuleSettings = z.strictObject({
  /** The two must share at least one language they both name; a blank side is not held against them. */
  sharedLanguage: z.boolean(),
  /** Most hours between the two clocks at the round's date, or null for no limit. */
  maxTimeZoneHours: z.number().min(0).max(14).nullable(),
  /** Same present employer is a conflict of interest. */
  refuseSameEmployer: z.boolean(),
  /** Least shared minutes a week where both say their hours, or null for no limit. */
  minSharedMinutes: z.number().int().min(0).max(10080).nullable(),
});
export type RuleSettings = z.infer<typeof RuleSettings>;

export const DEFAULT_RULES: RuleSettings = {
  sharedLanguage: true,
  maxTimeZoneHours: null,
  refuseSameEmployer: true,
  minSharedMinutes: null,
};
