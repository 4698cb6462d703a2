import type { TermId } from '../ids.ts';
import type { SkillLevel, StyleItem } from '../profiles/fields.ts';
import type { Criterion } from '../programs/settings.ts';

/** Every share and value of a fit is an integer from 0 to this: sums stay exact, and the same on every machine. */
export const FIT_SCALE = 10_000;

/** The fit of two people about whom nothing comparable is known: the middle, neither for nor against. */
export const FIT_UNKNOWN = FIT_SCALE / 2;

/** How a term that was asked for and one that is there stand to each other in the agency's tree. */
export type Kinship = 'same' | 'parent' | 'child' | 'sibling';

/** A term asked for, and the nearest one on the other side. `held` is the parent (child, sibling) of `asked`. */
export interface TermMatch {
  readonly asked: TermId;
  readonly held: TermId;
  readonly kinship: Kinship;
}

export interface Move {
  readonly fromOccupation: TermId | null;
  readonly fromIndustry: TermId | null;
  readonly toOccupation: TermId | null;
  readonly toIndustry: TermId | null;
  /** When it was made. */
  readonly year: number | null;
}

/** Which facts gave a part of a fit its value. For staff: the two people read `reasons` instead. */
export interface CriterionFacts {
  readonly skills: {
    readonly matches: readonly (TermMatch & { readonly level: SkillLevel | null; readonly rare: boolean })[];
    readonly missing: readonly TermId[];
  };
  readonly goals: { readonly matches: readonly TermMatch[]; readonly missing: readonly TermId[] };
  readonly industries: {
    readonly matches: readonly (TermMatch & { readonly years: number | null })[];
    readonly missing: readonly TermId[];
  };
  /** `same_move`: from and to are the wished ones · `neighboring_move`: near them · `arrived`: works where the mentee wants to go. */
  readonly path: {
    readonly kind: 'same_move' | 'neighboring_move' | 'arrived' | 'none';
    readonly move: Move | null;
  };
  readonly style: {
    readonly alike: readonly StyleItem[];
    readonly apart: readonly StyleItem[];
    readonly compared: number;
  };
  readonly time: { readonly sharedMinutes: number };
  readonly languages: { readonly shared: readonly string[]; readonly missing: readonly string[] };
  readonly wishes: { readonly rank: number };
  /** Fields (families of skills, industries and occupations) the two have in common, and those new to the mentee. */
  readonly reach: {
    readonly shared: readonly TermId[];
    readonly fresh: readonly TermId[];
    readonly sameEmployer: boolean;
  };
}

/** One criterion's part. `value` null is "no evidence"; such a part has no weight and no facts. */
export type FitPart = {
  [C in Criterion]: {
    readonly criterion: C;
    /** 0…FIT_SCALE, or null where one side left it blank. */
    readonly value: number | null;
    /** The share this part has in the fit, 0…FIT_SCALE; all shares add up to FIT_SCALE (give or take rounding). */
    readonly share: number;
    readonly facts: CriterionFacts[C] | null;
  };
}[Criterion];

/** The result for one request and one offer. A reason to meet, never a probability. All numbers 0…FIT_SCALE. */
export interface Fit {
  readonly fit: number;
  /** Alike where it builds trust; null without evidence. */
  readonly trust: number | null;
  /** Different where it brings news; null without evidence. */
  readonly reach: number | null;
  /** The share of reach in the fit: the mentee's wish, or else the program's weights. */
  readonly mix: number;
  /** The share of the program's weights for which both sides gave evidence. */
  readonly evidence: number;
  readonly parts: readonly FitPart[];
}

/** From this value on, a pair is a bridge: enough in common to talk, enough news to learn. */
export const BRIDGE_FROM = 7_000;
export const isBridge = (fit: { readonly reach: number | null }): boolean => (fit.reach ?? 0) >= BRIDGE_FROM;
