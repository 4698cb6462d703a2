import type { TermId } from '@trellis/domain/ids';
import type { TermView } from '@trellis/domain/taxonomy/views';

/** A term with those below it, as the tree shows them. */
export interface TreeNode {
  value: string;
  label: string;
  /** The spelling by which a search found it, where it is not the name. */
  foundBy: string | null;
  children: TreeNode[];
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
}

/**
 * The terms of one kind as a tree, by name. A search keeps the terms it finds by any spelling, and those above them.
 * @param search as typed; blank keeps everything
 */
export function treeOf(terms: readonly TermView[], search: string, locale: string): TreeNode[] {
  const wanted = fold(search);
  const children = new Map<TermId | null, TermView[]>();
  const ids = new Set(terms.map(({ id }) => id));
  for (const term of terms) {
    const parent = term.parentId !== null && ids.has(term.parentId) ? term.parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), term]);
  }
  const compare = new Intl.Collator(locale).compare;
  const nodesBelow = (parent: TermId | null): TreeNode[] =>
    (children.get(parent) ?? [])
      .toSorted((a, b) => compare(a.name, b.name))
      .flatMap((term) => {
        const below = nodesBelow(term.id);
        const spelling = [term.name, ...term.aliases].find((word) => fold(word).includes(wanted));
        if (wanted !== '' && spelling === undefined && below.length === 0) return [];
        const foundBy = wanted === '' || spelling === undefined || spelling === term.name ? null : spelling;
        return [{ value: term.id, label: term.name, foundBy, children: below }];
      });
  return nodesBelow(null);
}

/** The term itself and everything below it: none of these can be its parent. */
export function subtreeIds(terms: readonly TermView[], id: TermId): ReadonlySet<TermId> {
  const found = new Set<TermId>([id]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const term of terms) {
      if (term.parentId !== null && found.has(term.parentId) && !found.has(term.id)) {
        found.add(term.id);
        grown = true;
      }
    }
  }
  return found;
}
