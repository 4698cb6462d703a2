import { inTx } from '@trellis/db/client';
import { markDone, markFailed, takeDue } from '@trellis/db/outbox';
import type { Job } from './job.ts';

const AT_ONCE = 20;

/**
 * Has the effects that are due. A failed one is tried again later and later, and does not hold up the others. Should the
 * process die between an effect and its commit, the effect comes a second time with the same dedup key.
 */
export const drainOutbox: Job = async (deps, agency) => {
  const now = deps.clock.now();
  let taken: number;
  do {
    taken = await inTx(deps.db, agency, async (tx) => {
      const items = await takeDue(tx, { now, limit: AT_ONCE });
      for (const item of items) {
        const fault = await deps.notifier.deliver(item).then(
          () => null,
          (error: unknown) => (error instanceof Error ? error.message : String(error)),
        );
        if (fault === null) await markDone(tx, item.dedupKey, now);
        else await markFailed(tx, item, fault, now);
      }
      return items.length;
    });
  } while (taken === AT_ONCE);
};
