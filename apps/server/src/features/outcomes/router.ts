import { ReadOutcomes } from '@trellis/domain/outcomes/inputs';
import { OutcomesView } from '@trellis/domain/outcomes/views';
import { may, router } from '../../trpc/init.ts';
import { answer } from '../../trpc/refusals.ts';
import { readOutcomes } from './read-outcomes.ts';

export const outcomesRouter = router({
  compare: may('outcomes.read')
    .input(ReadOutcomes)
    .output(OutcomesView)
    .query(async ({ ctx, input }) => answer(await readOutcomes(ctx.deps, ctx.actor, input))),
});
