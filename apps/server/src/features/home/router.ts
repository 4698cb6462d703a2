import { HomeView } from '@trellis/domain/next-steps/home-view';
import { may, router } from '../../trpc/init.ts';
import { readHome } from './read-home.ts';

export const homeRouter = router({
  mine: may('pairings.see_own')
    .output(HomeView)
    .query(({ ctx }) => readHome(ctx.deps, ctx.actor)),
});
