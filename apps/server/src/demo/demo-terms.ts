import type { Alias } from '@trellis/db/taxonomy';
import type { TermId } from '@trellis/domain/ids';
import { aliasKey } from '@trellis/domain/taxonomy/alias-key';
import type { TermKind } from '@trellis/domain/taxonomy/kinds';

/** Finds the agency's term for a name as the demo people say it. */
export type TermNamed = (kind: TermKind, name: string) => TermId;

/**
 * @param aliases every spelling of the agency, names included
 * @throws Error naming a word the taxonomy does not know: the demo would be less than it says
 */
export const termsNamed = (aliases: readonly Alias[]): TermNamed => {
  const byKey = new Map(aliases.map((alias) => [`${alias.kind} ${aliasKey(alias.spelling)}`, alias.termId]));
  return (kind, name) => {
    const id = byKey.get(`${kind} ${aliasKey(name)}`);
    if (!id) throw new Error(`the starter taxonomy has no ${kind} "${name}"`);
    return id;
  };
};
