import type { Read } from '@trellis/db/client';
import { listMembers } from '@trellis/db/members';
import { listTerms } from '@trellis/db/taxonomy';
import type { MemberId, TermId } from '@trellis/domain/ids';
import { formatList } from '@trellis/domain/imports/lists';

export type Cells = readonly (string | number | null)[];

/** A table as it is written: headers first. */
export interface Table {
  readonly headers: readonly string[];
  readonly rows: readonly Cells[];
}

/** What stands in a table in place of ids. */
export interface Names {
  readonly term: (id: TermId | null) => string;
  readonly terms: (ids: readonly TermId[]) => string;
  readonly member: (id: MemberId) => string;
  readonly email: (id: MemberId) => string | null;
}

export const loadNames = async (read: Read): Promise<Names> => {
  const terms = new Map((await listTerms(read)).map(({ id, name }) => [id, name]));
  const members = new Map((await listMembers(read)).map((member) => [member.id, member]));
  const term = (id: TermId | null) => (id === null ? '' : (terms.get(id) ?? ''));
  return {
    term,
    terms: (ids) => formatList(ids.map(term)),
    member: (id) => members.get(id)?.displayName ?? '',
    email: (id) => members.get(id)?.email ?? null,
  };
};
