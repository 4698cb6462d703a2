import { z } from 'zod';
import { FIT_SCALE } from '../fit/fit.ts';
import { Criterion, Weight } from '../programs/settings.ts';

const count = z.number().int().min(0);
const share = z.number().int().min(0).max(FIT_SCALE);
const bothGroups = <T extends z.ZodType>(of: T) => z.strictObject({ wentOn: of, didNot: of });

/** `higher`: those that went on stood higher, clearly · `lower`: clearly lower. */
export const VERDICTS = ['too_few', 'no_clear_difference', 'higher', 'lower'] as const;
export const Verdict = z.enum(VERDICTS);
export type Verdict = z.infer<typeof Verdict>;

/** One criterion among the pairings that went on and those that did not. Counts and sums only: no pairing can be told. */
export const CriterionOutcome = z.strictObject({
  criterion: Criterion,
  /** The program's weight today, 0…10. */
  weight: Weight,
  /** How many pairings of each group gave evidence for it. */
  wentOn: count,
  didNot: count,
  verdict: Verdict,
  /** Null when there are too few. All numbers 0…FIT_SCALE. */
  comparison: z
    .strictObject({
      /** How often a pairing that went on stands higher than one that did not; ties count half. */
      superiority: share,
      /** What that may truly be. */
      low: share,
      high: share,
      middle: bothGroups(share),
      /** How many pairings lie at each of the places along the scale. */
      strip: bothGroups(z.array(count)),
    })
    .nullable(),
});
export type CriterionOutcome = z.infer<typeof CriterionOutcome>;

/** What became of published pairings, beside the weights. */
export const OutcomesView = z.strictObject({
  wentOn: count,
  didNot: count,
  tooEarly: count,
  /** Their story is known, their values are not: paired without a round, or one of the two was erased. */
  withoutValues: count,
  criteria: z.array(CriterionOutcome),
});
export type OutcomesView = z.infer<typeof OutcomesView>;
