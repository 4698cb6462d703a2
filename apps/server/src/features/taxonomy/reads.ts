import { inRead, type Read } from '@trellis/db/client';
import { countTermUses } from '@trellis/db/reads/term-uses';
import { findTerm, listAliases, listTerms } from '@trellis/db/taxonomy';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { Actor } from '@trellis/domain/members/actor';
import { aliasKey } from '@trellis/domain/taxonomy/alias-key';
import type { MergeTerms } from '@trellis/domain/taxonomy/inputs';
import type { MergePreview, TaxonomyView } from '@trellis/domain/taxonomy/views';
import type { Deps } from '../../deps.ts';

/** The agency's terms with their spellings. */
export const readTaxonomy = (deps: Pick<Deps, 'db'>, actor: Actor): Promise<TaxonomyView> =>
  inRead(deps.db, actor, async (read) => {
    const spellings = await spellingsByTerm(read);
    return {
      terms: (await listTerms(read)).map(({ id, kind, name, parentId }) => ({
        id,
        kind,
        name,
        parentId,
        aliases: (spellings.get(id) ?? []).filter((spelling) => aliasKey(spelling) !== aliasKey(name)),
      })),
    };
  });

/** What would move over if these two became one. */
export const readMergePreview = (
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  { gone, into }: MergeTerms,
): Promise<Decision<MergePreview, Refusal<'not_found'>>> =>
  inRead(deps.db, actor, async (read) => {
    const [going, staying] = [await findTerm(read, gone), await findTerm(read, into)];
    if (!going || going.kind !== staying?.kind) return refuse('not_found', { what: 'term' });
    const spellings = (await spellingsByTerm(read)).get(gone) ?? [];
    return accept({ ...(await countTermUses(read, gone)), spellings });
  });

const spellingsByTerm = async (read: Read): Promise<ReadonlyMap<string, string[]>> => {
  const spellings = new Map<string, string[]>();
  for (const { termId, spelling } of await listAliases(read)) {
    const own = spellings.get(termId);
    if (own) own.push(spelling);
    else spellings.set(termId, [spelling]);
  }
  return spellings;
};
