import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import type { AppRouter } from '@trellis/server/router';
import {
  createTRPCClient,
  httpBatchLink,
  httpLink,
  httpSubscriptionLink,
  retryLink,
  splitLink,
} from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { idempotencyHeader, idempotencyLink } from './idempotency-link.ts';
import { readProblem } from './problem.ts';

const URL = '/trpc';

/** How often a read or a write is tried again when no answer arrives; refusals are never tried again. */
const RETRIES = 2;

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: lookAgainWhoIsSignedIn }),
  mutationCache: new MutationCache({ onError: lookAgainWhoIsSignedIn }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => failures < RETRIES && readProblem(error).kind === 'unreachable',
    },
    // Writes are tried again below, in a link, where their idempotency key stays the same.
    mutations: { retry: false },
  },
});

const client = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: (op) => op.type === 'subscription',
      true: httpSubscriptionLink({ url: URL }),
      false: splitLink({
        condition: (op) => op.type === 'mutation',
        // Not batched: one request carries one idempotency key.
        true: [
          idempotencyLink(),
          retryLink({
            retry: ({ error, attempts }) => attempts <= RETRIES && readProblem(error).kind === 'unreachable',
            retryDelayMs: (attempt) => 400 * 2 ** attempt,
          }),
          httpLink({ url: URL, headers: ({ op }) => idempotencyHeader(op) }),
        ],
        false: httpBatchLink({ url: URL, maxItems: 10 }),
      }),
    }),
  ],
});

/**
 * The server's procedures as options for TanStack Query:
 * `useQuery(trpc.programs.list.queryOptions())`, `useMutation(trpc.pairings.approve.mutationOptions())`,
 * `useSubscription(trpc.rounds.progress.subscriptionOptions(…))`.
 */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient });

/** A session that ended elsewhere shows itself as a refused call: ask again, and the layouts lead to sign-in. */
function lookAgainWhoIsSignedIn(error: Error) {
  if (readProblem(error).kind !== 'signed_out') return;
  void queryClient.invalidateQueries({ queryKey: trpc.session.current.queryKey() });
}
