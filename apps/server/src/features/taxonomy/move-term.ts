import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import { findTerm, moveTerm as savePlace } from '@trellis/db/taxonomy';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { MoveTerm, TermRef } from '@trellis/domain/taxonomy/inputs';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { writeOnce } from '../../write-once.ts';

/** Puts a term below another of its kind, or at the top. What lies below it comes along. */
export const moveTerm = (
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Acting,
  input: MoveTerm,
): Promise<Decision<TermRef, Refusal<'not_found' | 'cycle' | 'key_reused'>>> =>
  writeOnce(deps, actor, async (tx) => {
    const term = await findTerm(tx, input.termId);
    const parent = input.parentId === null ? null : await findTerm(tx, input.parentId);
    if (!term || (input.parentId !== null && parent?.kind !== term.kind)) {
      return refuse('not_found', { what: 'term' });
    }
    if (term.parentId === input.parentId) return accept({ termId: term.id });
    if ((await savePlace(tx, term.id, input.parentId)) === 'cycle') {
      return refuse('cycle', { name: term.name });
    }
    await announce(tx, 'taxonomy', term.id);
    await appendAudit(tx, {
      action: 'term.moved',
      subjectKind: 'term',
      subjectId: term.id,
      detail: { from: term.parentId, to: input.parentId },
    });
    return accept({ termId: term.id });
  });
