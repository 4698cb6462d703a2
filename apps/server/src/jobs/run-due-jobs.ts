import { listAgencies } from '@trellis/db/agencies';
import { failInterruptedRounds } from '../features/rounds/fail-interrupted-rounds.ts';
import { drainOutbox } from './drain-outbox.ts';
import { expireInvitations } from './expire-invitations.ts';
import { forgetOld } from './forget-old.ts';
import type { Job, JobDeps } from './job.ts';
import { remindInvited } from './remind-invited.ts';

/** In this order: nobody is reminded of an invitation that ends in the same run, and notices leave at once. */
const JOBS: Readonly<Record<string, Job>> = {
  failInterruptedRounds,
  expireInvitations,
  remindInvited,
  drainOutbox,
  forgetOld,
};

/**
 * Does once whatever is due in every agency, each in transactions of its own. A job that fails is logged and stops neither
 * the other jobs nor the other agencies; it is due again in the next run.
 * @param signal ends the run after the job at hand
 */
export const runDueJobs = async (deps: JobDeps, signal?: AbortSignal): Promise<void> => {
  for (const { id: agencyId } of await listAgencies(deps.db)) {
    for (const [job, run] of Object.entries(JOBS)) {
      if (signal?.aborted) return;
      try {
        await run(deps, { agencyId, memberId: null });
      } catch (err) {
        deps.log.error({ err, job, agencyId }, 'a job failed');
      }
    }
  }
};
