import { FinishNextStep, ListNextSteps, PromiseNextSteps } from '@trellis/domain/next-steps/inputs';
import { NextStepsView } from '@trellis/domain/next-steps/views';
import { z } from 'zod';
import { may, router } from '../../trpc/init.ts';
import { answer } from '../../trpc/refusals.ts';
import { finishNextStep } from './finish-next-step.ts';
import { promiseNextSteps } from './promise-next-steps.ts';
import { readNextSteps } from './read-next-steps.ts';

export const nextStepsRouter = router({
  list: may('pairings.read')
    .input(ListNextSteps)
    .output(NextStepsView)
    .query(({ ctx, input }) => readNextSteps(ctx.deps, ctx.actor, input)),
  promise: may('next_steps.change')
    .input(PromiseNextSteps)
    .output(z.strictObject({ promised: z.number().int() }))
    .mutation(async ({ ctx, input }) => answer(await promiseNextSteps(ctx.deps, ctx.actor, input))),
  finish: may('next_steps.change')
    .input(FinishNextStep)
    .output(z.strictObject({ done: z.boolean() }))
    .mutation(async ({ ctx, input }) => answer(await finishNextStep(ctx.deps, ctx.actor, input))),
});
