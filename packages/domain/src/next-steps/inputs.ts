import { z } from 'zod';
import { MemberId, NextStepId, ProgramId, RequestId } from '../ids.ts';
import { text } from '../text.ts';
import { Day } from '../time.ts';
import { NextStepKind } from './next-step.ts';

/** Promises one step to one or many who wait; an earlier promise that is still open is replaced. */
export const PromiseNextSteps = z
  .strictObject({
    requestIds: z.array(RequestId).min(1).max(2000),
    kind: NextStepKind,
    /** Staff's own words; needed for the kind `own`. */
    words: text(500).nullable(),
    ownerId: MemberId,
    dueOn: Day,
  })
  .refine(({ kind, words }) => kind !== 'own' || (words !== null && words !== ''), {
    path: ['words'],
    error: 'words_needed',
  });
export type PromiseNextSteps = z.infer<typeof PromiseNextSteps>;

export const FinishNextStep = z.strictObject({ nextStepId: NextStepId, done: z.boolean() });
export type FinishNextStep = z.infer<typeof FinishNextStep>;

export const ListNextSteps = z.strictObject({ programId: ProgramId.nullable() });
export type ListNextSteps = z.infer<typeof ListNextSteps>;
