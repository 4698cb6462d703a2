import { type ActsIn, inTx, type Tx } from '@trellis/db/client';
import { beginCall, finishCall } from '@trellis/db/idempotency';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { Instant } from '@trellis/domain/time';
import type { Acting } from './acting.ts';
import type { Deps } from './deps.ts';

/**
 * The one way a use case writes: one transaction, in which the idempotency record is begun, the work done, and the
 * answer kept for a retry. A refusal rolls everything back, the record too, so that a retry decides anew.
 * The answer must survive JSON. `work` may run again after a deadlock: database work and pure computation only.
 */
export const writeOnce = <T, R extends Refusal>(
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: ActsIn & Pick<Acting, 'call'>,
  work: (tx: Tx, now: Instant) => Promise<Decision<T, NoInfer<R>>>,
): Promise<Decision<T, R | Refusal<'key_reused'>>> => {
  const now = deps.clock.now();
  return inTx(deps.db, actor, async (tx): Promise<Decision<T, R | Refusal<'key_reused'>>> => {
    if (!actor.call) return work(tx, now);
    const begun = await beginCall(tx, { ...actor.call, now });
    if (begun.state === 'done') return accept(JSON.parse(begun.response) as T);
    if (begun.state === 'reused') return refuse('key_reused', {});
    const decision = await work(tx, now);
    if (decision.ok) await finishCall(tx, actor.call.key, JSON.stringify(decision.value ?? null));
    return decision;
  });
};
