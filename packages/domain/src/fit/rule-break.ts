import type { TermId } from '../ids.ts';
import type { SeparationKind } from '../pairings/separations.ts';

export interface RuleFacts {
  /** Staff or one of the two decided that these two are not proposed to each other. */
  separated: { kind: SeparationKind };
  self: Record<never, never>;
  already_paired_here: Record<never, never>;
  language: { mentee: readonly string[]; mentor: readonly string[] };
  time_zone_distance: { hours: number; limit: number };
  same_employer: { employer: string };
  missing_must_have: { skills: readonly TermId[] };
  no_shared_time: { minutes: number; least: number };
}

/** A hard rule this pair breaks, with its facts. For staff only. */
export type RuleBreak = {
  [R in keyof RuleFacts]: { readonly rule: R; readonly facts: RuleFacts[R] };
}[keyof RuleFacts];
