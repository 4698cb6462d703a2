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

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

// After a page change the focus goes to the new heading, so that screen readers say where one is.
router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
  if (!fromLocation || !pathChanged) return;
  const heading = document.querySelector<HTMLElement>('main h1');
  (heading ?? document.querySelector<HTMLElement>('main'))?.focus({ preventScroll: true });
});
