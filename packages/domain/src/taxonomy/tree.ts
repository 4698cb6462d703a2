import type { TermId } from '../ids.ts';
import type { TermKind } from './kinds.ts';

export interface Term {
  readonly id: TermId;
  readonly kind: TermKind;
  readonly name: string;
  readonly parentId: TermId | null;
}

/** An agency's terms with their ancestors at hand. */
export interface TermTree {
  readonly terms: ReadonlyMap<TermId, Term>;
  /** The term itself first, then its parent, up to the root. */
  ancestors(id: TermId): readonly TermId[];
}

/** Builds the tree once; a parent that is missing or would close a circle ends the chain. */
export const termTree = (terms: readonly Term[]): TermTree => {
  const byId = new Map(terms.map((term) => [term.id, term]));
  const chains = new Map<TermId, readonly TermId[]>();
  const chainOf = (id: TermId): readonly TermId[] => {
    const known = chains.get(id);
    if (known) return known;
    const chain: TermId[] = [];
    for (
      let at: TermId | null = id;
      at !== null && !chain.includes(at);
      at = byId.get(at)?.parentId ?? null
    ) {
      chain.push(at);
    }
    chains.set(id, chain);
    return chain;
  };
  return { terms: byId, ancestors: chainOf };
};

/**
 * How near two terms of one tree are, 0…1 (after Wu & Palmer 1994, on the path through their lowest common
 * ancestor): the same term is 1, parent and child 0.6, siblings 0.4, anything further or unrelated 0.
 */
export const termNearness = (tree: TermTree, a: TermId, b: TermId): number => {
  if (a === b) return 1;
  const up = tree.ancestors(a);
  const down = tree.ancestors(b);
  for (let i = 0; i < up.length; i++) {
    const j = down.indexOf(up[i]!);
    if (j >= 0) return i + j === 1 ? 0.6 : i === 1 && j === 1 ? 0.4 : 0;
  }
  return 0;
};
