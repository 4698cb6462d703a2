import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { queryClient } from '../api/client.ts';
import { sessionQuery } from '../api/session.ts';
import { LanguageProvider } from '../i18n/language-provider.tsx';
import { KeyboardHints } from '../ui/keyboard-hints.tsx';
import { LiveRegion } from '../ui/live-region.tsx';
import { ShortcutsProvider } from '../ui/shortcuts.tsx';
import { cssVariables, theme } from '../ui/theme/theme.ts';
import styles from './layouts.module.css';
import { router } from './router.ts';

// Same key as in public/color-scheme.js, which sets the scheme before the first paint.
const colorSchemeManager = localStorageColorSchemeManager({ key: 'trellis-color-scheme' });

// What locks scrolling below a drawer makes a style of its own, and looks for the nonce by this name.
Object.assign(globalThis, { __webpack_nonce__: readStyleNonce() });

/** Everything around the pages: look, words, keys, news, data, and the way to the right page. */
export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        colorSchemeManager={colorSchemeManager}
        defaultColorScheme="auto"
        getStyleNonce={readStyleNonce}
      >
        <Words>
          <LiveRegion>
            <ShortcutsProvider>
              <KeyboardHints>
                <Notifications position="bottom-center" limit={3} zIndex={300} className={styles.toasts} />
                <RouterProvider router={router} />
              </KeyboardHints>
            </ShortcutsProvider>
          </LiveRegion>
        </Words>
      </MantineProvider>
    </QueryClientProvider>
  );
}

/** Speaks the member's language as soon as we know who it is, and the browser's until then. */
function Words(props: { children: ReactNode }) {
  const { data } = useQuery(sessionQuery());
  return (
    <LanguageProvider memberLocale={data?.member?.locale ?? null} timeZone={data?.member?.timeZone ?? null}>
      {props.children}
    </LanguageProvider>
  );
}

/** The nonce the server put into the page; styles that are made at run time need it to be allowed. */
function readStyleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}
