import { z } from 'zod';

/** What can be promised to a waiting member; each has a sentence in the catalogs. `own` carries staff's own words. */
export const NEXT_STEP_KINDS = [
  'next_round',
  'call',
  'introduction',
  'widen_search',
  'finish_form',
  'own',
] as const;
export const NextStepKind = z.enum(NEXT_STEP_KINDS);
export type NextStepKind = z.infer<typeof NextStepKind>;
