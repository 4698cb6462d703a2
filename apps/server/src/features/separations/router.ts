import { SeparateMembers, SeparationRef } from '@trellis/domain/separations/inputs';
import { SeparatedView, SeparationView } from '@trellis/domain/separations/views';
import { z } from 'zod';
import { may, router } from '../../trpc/init.ts';
import { answer } from '../../trpc/refusals.ts';
import { readSeparations } from './reads.ts';
import { rejoinMembers } from './rejoin-members.ts';
import { separateMembers } from './separate-members.ts';

export const separationsRouter = router({
  list: may('separations.read')
    .output(z.array(SeparationView))
    .query(({ ctx }) => readSeparations(ctx.deps, ctx.actor)),
  make: may('separations.change')
    .input(SeparateMembers)
    .output(SeparatedView)
    .mutation(async ({ ctx, input }) => answer(await separateMembers(ctx.deps, ctx.actor, input))),
  lift: may('separations.change')
    .input(SeparationRef)
    .output(SeparationRef)
    .mutation(async ({ ctx, input }) => answer(await rejoinMembers(ctx.deps, ctx.actor, input))),
});
