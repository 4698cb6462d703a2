import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import { hasNextStep, markNextStep } from '@trellis/db/next-steps';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { FinishNextStep } from '@trellis/domain/next-steps/inputs';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { writeOnce } from '../../write-once.ts';

/** Marks a promise as kept, or takes that back. */
export const finishNextStep = (
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Acting,
  { nextStepId, done }: FinishNextStep,
): Promise<Decision<{ done: boolean }, Refusal<'not_found' | 'conflict' | 'key_reused'>>> =>
  writeOnce(deps, actor, async (tx, now) => {
    const requestId = await markNextStep(tx, nextStepId, done, now);
    if (!requestId) {
      return (await hasNextStep(tx, nextStepId))
        ? refuse('conflict', { what: 'next_step', now: done ? 'done' : 'open' })
        : refuse('not_found', { what: 'next_step' });
    }
    await announce(tx, 'next_step', requestId);
    await appendAudit(tx, {
      action: done ? 'next_step.done' : 'next_step.reopened',
      subjectKind: 'request',
      subjectId: requestId,
    });
    return accept({ done });
  });
