import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import { findTerm, lockTaxonomy, addAlias as saveAlias } from '@trellis/db/taxonomy';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { ChangeAlias, TermRef } from '@trellis/domain/taxonomy/inputs';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { writeOnce } from '../../write-once.ts';

/** Lets another spelling find a term, unless it belongs to another one: then the two may want to be merged. */
export const addAlias = (
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Acting,
  input: ChangeAlias,
): Promise<Decision<TermRef, Refusal<'not_found' | 'name_taken' | 'key_reused'>>> =>
  writeOnce(deps, actor, async (tx) => {
    await lockTaxonomy(tx);
    const term = await findTerm(tx, input.termId);
    if (!term) return refuse('not_found', { what: 'term' });
    const answer = await saveAlias(tx, term, input.spelling);
    if (answer.outcome === 'taken') return refuse('name_taken', { name: input.spelling });
    if (answer.outcome === 'added') {
      await announce(tx, 'taxonomy', term.id);
      await appendAudit(tx, {
        action: 'term.spelling_added',
        subjectKind: 'term',
        subjectId: term.id,
        detail: { spelling: input.spelling },
      });
    }
    return accept({ termId: term.id });
  });
