import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import type { ActsIn } from '@trellis/db/client';
import { insertTerms, listAliases, lockTaxonomy } from '@trellis/db/taxonomy';
import { accept, type Decision, type Refusal } from '@trellis/domain/decision';
import type { TermId } from '@trellis/domain/ids';
import { planStarter } from '@trellis/domain/taxonomy/starter/plan-starter';
import type { StarterResult } from '@trellis/domain/taxonomy/views';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { writeOnce } from '../../write-once.ts';

/** Gives an agency the starter set. Its own terms stay; pressing twice adds nothing the second time. */
export const addStarterSet = (
  deps: Pick<Deps, 'db' | 'clock' | 'ids'>,
  actor: ActsIn & Pick<Acting, 'call'>,
): Promise<Decision<StarterResult, Refusal<'key_reused'>>> =>
  writeOnce(deps, actor, async (tx, now) => {
    await lockTaxonomy(tx);
    const owners = new Map(
      (await listAliases(tx)).map(({ kind, aliasKey, termId }): [string, TermId] => [
        `${kind} ${aliasKey}`,
        termId,
      ]),
    );
    const { terms, known } = planStarter(owners, () => deps.ids.next() as TermId);
    if (terms.length > 0) {
      await insertTerms(tx, terms, now);
      await announce(tx, 'taxonomy', tx.agencyId);
      await appendAudit(tx, {
        action: 'taxonomy.starter_added',
        subjectKind: 'agency',
        subjectId: tx.agencyId,
        detail: { added: terms.length, known },
      });
    }
    return accept({ added: terms.length, known });
  });
