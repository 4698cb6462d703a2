import type { Read } from '@trellis/db/client';
import { listTerms } from '@trellis/db/taxonomy';
import type { TermId } from '@trellis/domain/ids';
import type { TermKind } from '@trellis/domain/taxonomy/kinds';

/** A term as an input names it, and the list it must come from. */
export interface NamedTerm {
  readonly termId: TermId;
  readonly kind: TermKind;
}

/** Whether every named term is in its list, in this agency. */
export const termsKnown = async (read: Read, named: readonly NamedTerm[]): Promise<boolean> => {
  if (named.length === 0) return true;
  const kinds = new Map((await listTerms(read)).map(({ id, kind }) => [id, kind]));
  return named.every(({ termId, kind }) => kinds.get(termId) === kind);
};

/** These ids as terms of one kind; places left empty are left out. */
export const namedAs = (
  kind: TermKind,
  ids: readonly (TermId | null | undefined)[] | undefined,
): readonly NamedTerm[] => (ids ?? []).flatMap((termId) => (termId ? [{ termId, kind }] : []));
