import { changesRouter } from '../features/changes/router.ts';
import { offersRouter } from '../features/offers/router.ts';
import { requestsRouter } from '../features/requests/router.ts';
import { sessionRouter } from '../features/session/router.ts';
import { router } from './init.ts';

/** Every noun's procedures, in the order of the folders. */
export const appRouter = router({
  changes: changesRouter,
  offers: offersRouter,
  requests: requestsRouter,
  session: sessionRouter,
});

export type AppRouter = typeof appRouter;
