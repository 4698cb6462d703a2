import { announce } from '@trellis/db/announcements';
import { appendAudits } from '@trellis/db/audit';
import { findMember } from '@trellis/db/members';
import { replaceNextSteps } from '@trellis/db/next-steps';
import { findRequests } from '@trellis/db/requests';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { NextStepId } from '@trellis/domain/ids';
import { isStaff } from '@trellis/domain/members/roles';
import type { PromiseNextSteps } from '@trellis/domain/next-steps/inputs';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { writeOnce } from '../../write-once.ts';

/** Promises one step to one or many who wait. The owner is staff: a promise needs somebody who keeps it. */
export const promiseNextSteps = (
  deps: Pick<Deps, 'db' | 'clock' | 'ids'>,
  actor: Acting,
  input: PromiseNextSteps,
): Promise<Decision<{ promised: number }, Refusal<'not_found' | 'key_reused'>>> =>
  writeOnce(deps, actor, async (tx, now) => {
    const owner = await findMember(tx, input.ownerId);
    if (!owner || !isStaff(owner.roles) || owner.status !== 'active')
      return refuse('not_found', { what: 'owner' });
    const requests = await findRequests(tx, input.requestIds);
    if (requests.length !== new Set(input.requestIds).size) return refuse('not_found', { what: 'request' });
    const { kind, words, ownerId, dueOn } = input;
    const steps = requests.map((request) => ({
      id: deps.ids.next() as NextStepId,
      programId: request.programId,
      requestId: request.id,
      ...{ kind, words, ownerId, dueOn },
    }));
    await replaceNextSteps(tx, steps, now);
    for (const programId of new Set(steps.map((step) => step.programId)))
      await announce(tx, 'next_step', programId);
    await appendAudits(
      tx,
      steps.map((step) => ({
        action: 'next_step.promised',
        subjectKind: 'request',
        subjectId: step.requestId,
        detail: { kind, ownerId, dueOn },
      })),
    );
    return accept({ promised: steps.length });
  });
