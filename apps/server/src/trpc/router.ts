import { changesRouter } from '../features/changes/router.ts';
import { sessionRouter } from '../features/session/router.ts';
import { router } from './init.ts';

/** Every noun's procedures, in the order of the folders. */
export const appRouter = router({
  changes: changesRouter,
  session: sessionRouter,
});

export type AppRouter = typeof appRouter;
