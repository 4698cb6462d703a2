import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import { removeAlias as dropAlias, findTerm, lockTaxonomy } from '@trellis/db/taxonomy';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import { aliasKey } from '@trellis/domain/taxonomy/alias-key';
import type { ChangeAlias, TermRef } from '@trellis/domain/taxonomy/inputs';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { writeOnce } from '../../write-once.ts';

/** Takes a spelling away; the name itself stays. Who was found by it keeps the term. */
export const removeAlias = (
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Acting,
  input: ChangeAlias,
): Promise<Decision<TermRef, Refusal<'not_found' | 'key_reused'>>> =>
  writeOnce(deps, actor, async (tx) => {
    await lockTaxonomy(tx);
    const term = await findTerm(tx, input.termId);
    if (!term) return refuse('not_found', { what: 'term' });
    if (await dropAlias(tx, term, aliasKey(input.spelling))) {
      await announce(tx, 'taxonomy', term.id);
      await appendAudit(tx, {
        action: 'term.spelling_removed',
        subjectKind: 'term',
        subjectId: term.id,
        detail: { spelling: input.spelling },
      });
    }
    return accept({ termId: term.id });
  });
