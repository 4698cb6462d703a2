import { z } from 'zod';
import { MemberId, NextStepId, ProgramId, RequestId } from '../ids.ts';
import { Day, Instant } from '../time.ts';
import { NextStepKind } from './next-step.ts';

/** A promise to somebody who waits. */
export const NextStepView = z.strictObject({
  id: NextStepId,
  programId: ProgramId,
  program: z.string(),
  requestId: RequestId,
  memberId: MemberId,
  name: z.string(),
  kind: NextStepKind,
  words: z.string().nullable(),
  ownerId: MemberId,
  owner: z.string(),
  dueOn: Day,
  doneAt: Instant.nullable(),
});
export type NextStepView = z.infer<typeof NextStepView>;

/** Open promises, the earliest first, those who wait without one, and staff who may own one. */
export const NextStepsView = z.strictObject({
  steps: z.array(NextStepView),
  without: z.array(
    z.strictObject({
      requestId: RequestId,
      memberId: MemberId,
      name: z.string(),
      programId: ProgramId,
      program: z.string(),
    }),
  ),
  staff: z.array(z.strictObject({ id: MemberId, name: z.string() })),
});
export type NextStepsView = z.infer<typeof NextStepsView>;
