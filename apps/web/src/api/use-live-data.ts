import { useSubscription } from '@trpc/tanstack-react-query';
import { useEffect, useMemo } from 'react';
import { queryClient, trpc } from './client.ts';

/** Changes that come in a burst, e.g. many approvals at once, lead to one reading. Milliseconds. */
const REST = 250;

/**
 * Reads what is on screen again when anyone in the agency changes something, so that two coordinators see each
 * other's decisions. Forms keep what is being typed: they hold their own values. Staff only; stands in their layout.
 */
export function useLiveData(): void {
  const readAgain = useMemo(createReadAgain, []);
  useEffect(() => readAgain.stop, [readAgain]);
  useSubscription(
    trpc.changes.watch.subscriptionOptions(undefined, {
      onData: ({ kind }) => readAgain.soon(kind),
    }),
  );
}

function createReadAgain() {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let connectedBefore = false;
  return {
    soon(kind: string) {
      // Told many times a second, and watched by the one screen that shows it.
      if (kind === 'round_progress') return;
      // The first connection has missed nothing; a later one may have.
      const first = kind === 'connected' && !connectedBefore;
      connectedBefore = true;
      if (first) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        void queryClient.invalidateQueries();
      }, REST);
    },
    stop: () => clearTimeout(timer),
  };
}
