import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import { findTerm, lockTaxonomy, renameTerm as saveName } from '@trellis/db/taxonomy';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { RenameTerm, TermRef } from '@trellis/domain/taxonomy/inputs';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { writeOnce } from '../../write-once.ts';

/** Gives a term another name; the old one goes on finding it. */
export const renameTerm = (
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Acting,
  input: RenameTerm,
): Promise<Decision<TermRef, Refusal<'not_found' | 'name_taken' | 'key_reused'>>> =>
  writeOnce(deps, actor, async (tx) => {
    await lockTaxonomy(tx);
    const term = await findTerm(tx, input.termId);
    if (!term) return refuse('not_found', { what: 'term' });
    if (term.name === input.name) return accept({ termId: term.id });
    const answer = await saveName(tx, term, input.name);
    if (answer.outcome === 'taken') return refuse('name_taken', { name: input.name });
    await announce(tx, 'taxonomy', term.id);
    await appendAudit(tx, {
      action: 'term.renamed',
      subjectKind: 'term',
      subjectId: term.id,
      detail: { from: term.name, to: input.name },
    });
    return accept({ termId: term.id });
  });
