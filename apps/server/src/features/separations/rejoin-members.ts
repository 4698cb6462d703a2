import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import { deleteSeparation, findSeparation } from '@trellis/db/separations';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { SeparationRef } from '@trellis/domain/separations/inputs';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { writeOnce } from '../../write-once.ts';

/** Lets two members be proposed to each other again, from the next round on. What a member blocked stays blocked. */
export const rejoinMembers = (
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Acting,
  input: SeparationRef,
): Promise<Decision<SeparationRef, Refusal<'not_found' | 'forbidden' | 'key_reused'>>> =>
  writeOnce(deps, actor, async (tx) => {
    const separation = await findSeparation(tx, input.separationId);
    if (!separation) return refuse('not_found', { what: 'separation' });
    if (separation.kind === 'blocked') return refuse('forbidden', {});
    if (!(await deleteSeparation(tx, separation.id))) return refuse('not_found', { what: 'separation' });
    await announce(tx, 'separation', separation.id);
    const { memberA, memberB, kind, why } = separation;
    await appendAudit(tx, {
      action: 'separation.lifted',
      subjectKind: 'separation',
      subjectId: separation.id,
      // Why they were apart: words, which can be removed when one of the two is erased.
      why,
      detail: { memberA, memberB, kind },
    });
    return accept({ separationId: separation.id });
  });
