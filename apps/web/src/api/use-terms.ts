import { useQuery } from '@tanstack/react-query';
import type { TermId } from '@trellis/domain/ids';
import type { TermKind } from '@trellis/domain/taxonomy/kinds';
import { useMemo } from 'react';
import type { Tag, TagOption } from '../ui/tag-picker.tsx';
import { trpc } from './client.ts';

/** The agency's terms as pickers want them: found by any spelling, named in lists. */
export function useTerms() {
  const taxonomy = useQuery({ ...trpc.taxonomy.list.queryOptions(), staleTime: 60_000 });
  return useMemo(() => {
    const terms = taxonomy.data?.terms ?? [];
    const nameOf = new Map<string, string>(terms.map(({ id, name }) => [id, name]));
    const spellingsOf = new Map(terms.map(({ id, name, aliases }) => [id, [name, ...aliases]]));
    return {
      loading: taxonomy.isPending,
      name: (id: TermId): string => nameOf.get(id) ?? '',
      /** The name of a term and its other spellings. */
      spellings: (id: TermId): readonly string[] => spellingsOf.get(id) ?? [],
      options: (kind: TermKind): TagOption[] =>
        terms
          .filter((term) => term.kind === kind)
          .map(({ id, name, aliases }) => ({ id, label: name, aliases: [...aliases] }))
          .sort((a, b) => a.label.localeCompare(b.label)),
      tags: (ids: readonly TermId[]): Tag[] => ids.map((id) => ({ id, label: nameOf.get(id) ?? '' })),
    };
  }, [taxonomy.data, taxonomy.isPending]);
}

/** The ids of chosen tags; new words have none and are left out. */
export const termIdsOf = (tags: readonly Tag[]): TermId[] =>
  tags.flatMap(({ id }) => (id === null ? [] : [id as TermId]));
