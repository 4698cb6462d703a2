import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import { findTerm, insertTerms, listAliases, lockTaxonomy } from '@trellis/db/taxonomy';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { TermId } from '@trellis/domain/ids';
import { aliasKey } from '@trellis/domain/taxonomy/alias-key';
import type { AddTerm, TermRef } from '@trellis/domain/taxonomy/inputs';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { writeOnce } from '../../write-once.ts';

/** Adds a term, unless a term of the kind has this spelling. */
export const addTerm = (
  deps: Pick<Deps, 'db' | 'clock' | 'ids'>,
  actor: Acting,
  input: AddTerm,
): Promise<Decision<TermRef, Refusal<'not_found' | 'name_taken' | 'key_reused'>>> =>
  writeOnce(deps, actor, async (tx, now) => {
    const { kind, name, parentId } = input;
    await lockTaxonomy(tx);
    if (parentId !== null && (await findTerm(tx, parentId))?.kind !== kind) {
      return refuse('not_found', { what: 'term' });
    }
    const key = aliasKey(name);
    if ((await listAliases(tx, kind)).some((alias) => alias.aliasKey === key)) {
      return refuse('name_taken', { name });
    }
    const id = deps.ids.next() as TermId;
    await insertTerms(tx, [{ id, kind, name, parentId }], now);
    await announce(tx, 'taxonomy', id);
    await appendAudit(tx, {
      action: 'term.added',
      subjectKind: 'term',
      subjectId: id,
      detail: { kind, name },
    });
    return accept({ termId: id });
  });
