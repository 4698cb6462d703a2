import { BrowseMentors, SaveWishes } from '@trellis/domain/wishes/inputs';
import { WishList } from '@trellis/domain/wishes/views';
import { z } from 'zod';
import { may, router } from '../../trpc/init.ts';
import { answer } from '../../trpc/refusals.ts';
import { browseMentors } from './browse-mentors.ts';
import { saveWishes } from './save-wishes.ts';

export const wishesRouter = router({
  browse: may('wishes.read')
    .input(BrowseMentors)
    .output(WishList)
    .query(async ({ ctx, input }) => answer(await browseMentors(ctx.deps, ctx.actor, input))),
  save: may('wishes.change')
    .input(SaveWishes)
    .output(z.strictObject({ saved: z.number().int() }))
    .mutation(async ({ ctx, input }) => answer(await saveWishes(ctx.deps, ctx.actor, input))),
});
