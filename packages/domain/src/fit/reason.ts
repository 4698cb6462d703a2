import type { TermId } from '../ids.ts';
import type { StyleItem } from '../profiles/fields.ts';

/** Who reads: the two people see only what the other side made visible to someone proposed; staff see more. */
export const AUDIENCES = ['mentee', 'mentor', 'staff'] as const;
export type Audience = (typeof AUDIENCES)[number];

export interface ReasonFacts {
  /** Goals both named. */
  shared_goals: { goals: readonly TermId[] };
  /** A goal near one the mentee named. */
  near_goals: { asked: TermId; offered: TermId };
  /** Skills the mentee asked for and the mentor has. `of` is how many were asked for. */
  skills: { skills: readonly TermId[]; of: number };
  /** A skill few others in this pool have. */
  rare_skill: { skill: TermId };
  /** No asked skill as such, but one beside it. */
  near_skill: { asked: TermId; held: TermId };
  industries: { industries: readonly TermId[]; years: number | null };
  near_industry: { asked: TermId; held: TermId };
  /** The mentor made the very move. Terms are null where unknown. */
  same_move: { from: TermId | null; to: TermId | null; year: number | null };
  neighboring_move: { from: TermId | null; to: TermId | null; year: number | null };
  /** The mentor works, or worked, where the mentee wants to go. */
  arrived: { at: TermId; since: number | null };
  style: { items: readonly StyleItem[] };
  shared_time: { minutes: number };
  /** Languages both speak, as BCP 47 tags; English alone is no reason. */
  languages: { languages: readonly string[] };
  /** The mentee named this mentor. Told to the mentee and to staff only. */
  wished: { rank: number };
  /** Enough in common to talk, and fields that are new to the mentee. */
  bridge: { shared: readonly TermId[]; fresh: readonly TermId[] };
  /** Too little is known about one of the two to say why. */
  little_known: Record<never, never>;
  /** Enough is known, and little of it is shared. */
  little_in_common: Record<never, never>;
}

export type ReasonCode = keyof ReasonFacts;

/** One reason for two people to meet; its words are in `words/`. */
export type Reason = { [C in ReasonCode]: { readonly code: C; readonly facts: ReasonFacts[C] } }[ReasonCode];

/** The reasons of one pairing as each side may read them, best first. */
export interface ReasonsForAll {
  readonly mentee: readonly Reason[];
  readonly mentor: readonly Reason[];
  readonly staff: readonly Reason[];
}
