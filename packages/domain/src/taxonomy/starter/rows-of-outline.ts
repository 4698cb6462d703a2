import type { TermId } from '../../ids.ts';
import type { TermKind } from '../kinds.ts';
import type { StarterTerm } from './outline.ts';

/** A term ready to be inserted, with its parent's id. */
export interface TermRow {
  readonly id: TermId;
  readonly kind: TermKind;
  readonly name: string;
  readonly parentId: TermId | null;
  readonly aliases: readonly string[];
}

/**
 * Gives every term an id and finds its parent's; order kept.
 * @param terms parents before their children
 * @throws Error naming a parent that is not in the list before its child
 */
export const rowsOfOutline = (terms: readonly StarterTerm[], nextId: () => TermId): readonly TermRow[] => {
  const idOf = new Map<string, TermId>();
  return terms.map(({ kind, name, parent, aliases }) => {
    const id = nextId();
    idOf.set(`${kind} ${name}`, id);
    const parentId = parent === null ? null : idOf.get(`${kind} ${parent}`);
    if (parentId === undefined) throw new Error(`${kind} "${name}" comes before its parent "${parent}"`);
    return { id, kind, name, parentId, aliases };
  });
};
