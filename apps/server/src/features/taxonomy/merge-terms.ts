import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import { countTermUses } from '@trellis/db/reads/term-uses';
import { findTerm, lockTaxonomy } from '@trellis/db/taxonomy';
import { mergeTerms as saveMerge } from '@trellis/db/taxonomy-merge';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { MergeTerms, TermRef } from '@trellis/domain/taxonomy/inputs';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { writeOnce } from '../../write-once.ts';

/**
 * Makes two terms of one kind one: everybody who named the one that goes now has the other, and its spellings find the
 * other from now on. Cannot be taken back, for afterwards nobody can tell who had named which.
 */
export const mergeTerms = (
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Acting,
  { gone, into }: MergeTerms,
): Promise<Decision<TermRef, Refusal<'not_found' | 'key_reused'>>> =>
  writeOnce(deps, actor, async (tx) => {
    await lockTaxonomy(tx);
    const going = await findTerm(tx, gone);
    const staying = await findTerm(tx, into);
    if (!going || !staying || going.kind !== staying.kind || gone === into) {
      return refuse('not_found', { what: 'term' });
    }
    const uses = await countTermUses(tx, gone);
    await saveMerge(tx, gone, into);
    await announce(tx, 'taxonomy', into);
    await appendAudit(tx, {
      action: 'term.merged',
      subjectKind: 'term',
      subjectId: gone,
      detail: { into, name: going.name, intoName: staying.name, ...uses },
    });
    return accept({ termId: into });
  });
