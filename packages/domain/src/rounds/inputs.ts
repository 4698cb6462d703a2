import { z } from 'zod';
import { OfferId, ProgramId, RequestId, RoundId } from '../ids.ts';
import { Objective } from '../programs/kinds.ts';
import { RuleSettings, Weights } from '../programs/settings.ts';
import { AddedMentors } from './mentor-kinds.ts';

/** Press Match; without an objective the program's own. */
export const StartRound = z.strictObject({ programId: ProgramId, objective: Objective.optional() });
export type StartRound = z.infer<typeof StartRound>;

export const RoundRef = z.strictObject({ roundId: RoundId });
export type RoundRef = z.infer<typeof RoundRef>;

/** Other settings, seats and mentors to try on the people of a round. Nothing is saved. */
export const WhatIfInput = z.strictObject({
  roundId: RoundId,
  objective: Objective.optional(),
  weights: Weights.optional(),
  rules: RuleSettings.optional(),
  capacities: z
    .array(z.strictObject({ offerId: OfferId, capacity: z.number().int().min(0).max(1000) }))
    .max(200)
    .optional(),
  mentors: z.array(AddedMentors).max(20).optional(),
});
export type WhatIfInput = z.infer<typeof WhatIfInput>;

/** What would have to give way so that this request is served. */
export const SmallestChangeInput = z.strictObject({ roundId: RoundId, requestId: RequestId });
export type SmallestChangeInput = z.infer<typeof SmallestChangeInput>;
