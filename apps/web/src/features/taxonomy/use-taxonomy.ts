import { useMutation, useQuery } from '@tanstack/react-query';
import { queryClient, trpc } from '../../api/client.ts';

/** The agency's terms, read again after each change of ours (and, by live data, of others). */
export function useTaxonomy() {
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: trpc.taxonomy.list.queryKey() });
  return {
    terms: useQuery(trpc.taxonomy.list.queryOptions()),
    add: useMutation(trpc.taxonomy.add.mutationOptions({ onSuccess })),
    rename: useMutation(trpc.taxonomy.rename.mutationOptions({ onSuccess })),
    move: useMutation(trpc.taxonomy.move.mutationOptions({ onSuccess })),
    addAlias: useMutation(trpc.taxonomy.addAlias.mutationOptions({ onSuccess })),
    removeAlias: useMutation(trpc.taxonomy.removeAlias.mutationOptions({ onSuccess })),
    merge: useMutation(trpc.taxonomy.merge.mutationOptions({ onSuccess })),
    addStarterSet: useMutation(trpc.taxonomy.addStarterSet.mutationOptions({ onSuccess })),
  };
}

export type Taxonomy = ReturnType<typeof useTaxonomy>;
