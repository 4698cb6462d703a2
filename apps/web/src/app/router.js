import { createRouter } from '@tanstack/react-router';
import { queryClient } from '../api/client.ts';
import { CrashPage } from './crash-page.tsx';
import { PageIsComing } from './page-is-coming.tsx';
import { routeTree } from './routes.tsx';
/** The one router. Scrolls back where one was, loads a page when its link is touched. */
export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 150,
  defaultPendingComponent: PageIsComing,
  defaultErrorComponent: CrashPage,
  scrollRestoration: true,
});
// After a page change the focus goes to the new heading, so that screen readers say where one is.
router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
  if (!fromLocation || !pathChanged) return;
  const heading = document.querySelector('main h1');
  (heading ?? document.querySelector('main'))?.focus({ preventScroll: true });
});
