import { z } from 'zod';
import { MemberId, OfferId, ProgramId, RequestId, RoundId, TermId } from '../ids.ts';
import { Objective } from '../programs/kinds.ts';
import { Rule, RuleSettings, Weights } from '../programs/settings.ts';
import { Instant, TimeZone } from '../time.ts';
import { RoundFailure, RoundPhase } from './failures.ts';
import { RoundCertificate, RoundReport, WaitingCause } from './report.ts';
import { RoundStatus } from './statuses.ts';

const count = z.number().int().min(0);

/** A round in the list of a program's rounds. */
export const RoundCard = z.strictObject({
  id: RoundId,
  number: z.number().int(),
  status: RoundStatus,
  objective: Objective,
  startedAt: Instant,
  finishedAt: Instant.nullable(),
  startedBy: z.string().nullable(),
  progress: z.number().int().min(0).max(100),
  phase: RoundPhase.nullable(),
  failure: RoundFailure.nullable(),
  /** Null until it has a result. */
  served: count.nullable(),
  seats: count.nullable(),
});
export type RoundCard = z.infer<typeof RoundCard>;

/** Someone a round left over. `missedRounds` counts earlier ones too. */
export const WaitingView = z.strictObject({
  requestId: RequestId,
  memberId: MemberId,
  name: z.string(),
  missedRounds: count,
  causes: z.array(WaitingCause),
});
export type WaitingView = z.infer<typeof WaitingView>;

/** One round with all it came to. */
export const RoundView = z.strictObject({
  ...RoundCard.shape,
  programId: ProgramId,
  weights: Weights,
  rules: RuleSettings,
  certificate: RoundCertificate.nullable(),
  report: RoundReport.nullable(),
  waiting: z.array(WaitingView),
  /** Names of the skills and industries that the report calls scarce. */
  terms: z.array(z.strictObject({ id: TermId, name: z.string() })),
});
export type RoundView = z.infer<typeof RoundView>;

/** How far a running round is, as it is told again and again. */
export const RoundProgressView = z.strictObject({
  status: RoundStatus,
  progress: z.number().int().min(0).max(100),
  phase: RoundPhase.nullable(),
});
export type RoundProgressView = z.infer<typeof RoundProgressView>;

/** Seats filled and left empty, and Σ fit of the pairs: by the weights of the round, and by those that were tried. */
const Totals = z.strictObject({
  served: count,
  waiting: count,
  fit: z.strictObject({ saved: count, tried: count }),
});
/** `added`: of those who would join, the position in what was asked; null for mentors there are. */
const Mentor = z.strictObject({ offerId: OfferId, name: z.string(), added: count.nullable(), fit: count });

/** What the change does to one person: another mentor, one more than before, or one less. */
export const CHANGES_OF_MENTOR = ['loses', 'gains', 'other'] as const;

/** What other settings, seats and mentors would change for whom. */
export const WhatIfView = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('compared'),
    before: Totals,
    after: Totals,
    /** How many who have a mentor keep all of theirs. */
    stay: count,
    changed: z.array(
      z.strictObject({
        requestId: RequestId,
        mentee: z.string(),
        change: z.enum(CHANGES_OF_MENTOR),
        before: z.array(Mentor),
        after: z.array(Mentor),
      }),
    ),
  }),
  z.strictObject({ status: z.literal('no_plan') }),
  /** The pool is too large for an answer while one waits. */
  z.strictObject({ status: z.literal('too_slow') }),
  /** Whoever asked did not wait for it. */
  z.strictObject({ status: z.literal('stopped') }),
]);
export type WhatIfView = z.infer<typeof WhatIfView>;

/** What a what-if may change besides settings: the mentors of the round as they were then, and where people live. */
export const WhatIfChoices = z.strictObject({
  offers: z.array(
    z.strictObject({
      offerId: OfferId,
      name: z.string(),
      capacity: count.nullable(),
      /** Seats that live pairings held. */
      held: count,
    }),
  ),
  timeZones: z.array(TimeZone),
});
export type WhatIfChoices = z.infer<typeof WhatIfChoices>;

/** The fewest rules and limits that must give way for one who waits, and with whom they would then meet. */
export const SmallestChangeView = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('too_slow') }),
  z.strictObject({
    status: z.literal('found'),
    /** Null: only separations stand in the way, or there is nobody. */
    size: count.nullable(),
    ways: z.array(
      z.strictObject({
        mentorId: MemberId,
        mentor: z.string(),
        waive: z.array(Rule),
        /** Others move for it, one more is taken, or one says how many: nothing was said, or none. */
        seat: z.enum(['moves', 'one_more', 'unknown', 'none']),
        /** The mentor's new capacity; null when a seat can be had by moving others. */
        capacity: count.nullable(),
        /** Others who would then meet somebody else. */
        moved: z.array(z.string()),
        /** In very large pools others may have to move less than told. */
        exact: z.boolean(),
      }),
    ),
  }),
]);
export type SmallestChangeView = z.infer<typeof SmallestChangeView>;

/** Whether a round, run again from its snapshot, gives the plan that was saved. */
export const ReplayView = z.strictObject({ same: z.boolean(), pairings: count });
export type ReplayView = z.infer<typeof ReplayView>;
