import { useMutation } from '@tanstack/react-query';
import { queryClient, trpc } from '../../api/client.ts';

/** Press Match: begins a round of a program; the lists of rounds then show it running. */
export function useMatch() {
  return useMutation(
    trpc.rounds.start.mutationOptions({
      // Not waited for: what is shown meanwhile is read again by itself.
      onSettled: () => void queryClient.invalidateQueries({ queryKey: trpc.rounds.pathKey() }),
    }),
  );
}
