import { appendAudit } from '@trellis/db/audit';
import type { ActsIn } from '@trellis/db/client';
import { finishImport, lockImport } from '@trellis/db/imports';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { ImportRef } from '@trellis/domain/imports/inputs';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { writeOnce } from '../../write-once.ts';

/** Puts an upload away; its cells are dropped. */
export const discardImport = (
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: ActsIn & Pick<Acting, 'call'>,
  input: ImportRef,
): Promise<Decision<ImportRef, Refusal<'not_found' | 'conflict' | 'key_reused'>>> =>
  writeOnce(deps, actor, async (tx, now) => {
    const batch = await lockImport(tx, input.importId);
    if (!batch) return refuse('not_found', { what: 'import' });
    if (batch.status === 'applied') return refuse('conflict', { what: 'import', now: batch.status });
    if (await finishImport(tx, batch.id, { status: 'discarded' }, now)) {
      await appendAudit(tx, { action: 'import.discarded', subjectKind: 'import', subjectId: batch.id });
    }
    return accept({ importId: batch.id });
  });
