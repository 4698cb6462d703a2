import type { TermId } from '../../ids.ts';
import { aliasKey } from '../alias-key.ts';
import type { TermRow } from './rows-of-outline.ts';
import { STARTER_TAXONOMY } from './starter-taxonomy.ts';

export interface StarterPlan {
  readonly terms: readonly TermRow[];
  /** Terms of the starter set that the agency has already, by any spelling. */
  readonly known: number;
}

/**
 * What the starter set adds to an agency's own terms: nothing that is there by any of its spellings, and of the new
 * ones only the spellings that are free. Own terms stay as they are and where they are.
 * @param owners alias key → term, by kind, as `kind key`
 */
export const planStarter = (owners: ReadonlyMap<string, TermId>, nextId: () => TermId): StarterPlan => {
  const taken = new Map(owners);
  const placed = new Map<string, TermId>();
  const terms: TermRow[] = [];
  for (const { kind, name, parent, aliases } of STARTER_TAXONOMY) {
    const keyOf = (spelling: string) => `${kind} ${aliasKey(spelling)}`;
    const owner = taken.get(keyOf(name));
    const id = owner ?? nextId();
    placed.set(`${kind} ${name}`, id);
    if (owner !== undefined) continue;
    const free = aliases.filter((alias) => !taken.has(keyOf(alias)));
    for (const spelling of [name, ...free]) taken.set(keyOf(spelling), id);
    const parentId = parent === null ? null : (placed.get(`${kind} ${parent}`) ?? null);
    terms.push({ id, kind, name, parentId, aliases: free });
  }
  return { terms, known: STARTER_TAXONOMY.length - terms.length };
};
