import { inRead } from '@trellis/db/client';
import { listMembers } from '@trellis/db/members';
import { listOpenNextSteps, listWithoutNextStep } from '@trellis/db/reads/next-steps';
import type { Actor } from '@trellis/domain/members/actor';
import { isStaff } from '@trellis/domain/members/roles';
import type { ListNextSteps } from '@trellis/domain/next-steps/inputs';
import type { NextStepsView } from '@trellis/domain/next-steps/views';
import type { Deps } from '../../deps.ts';

/** What was promised to whom, and who waits without a promise. */
export const readNextSteps = (
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  { programId }: ListNextSteps,
): Promise<NextStepsView> =>
  inRead(deps.db, actor, async (read) => {
    const steps = await listOpenNextSteps(read, { programId });
    const without = await listWithoutNextStep(read, { programId });
    const active = await listMembers(read, { status: 'active' });
    return {
      steps,
      without: [...without],
      staff: active
        .filter(({ roles }) => isStaff(roles))
        .map(({ id, displayName }) => ({ id, name: displayName })),
    };
  });
