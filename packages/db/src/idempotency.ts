import type { Instant } from '@trellis/domain/time';
import { and, eq, lt } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { idempotencyKey } from './schema/idempotency.ts';

export type BegunCall =
  /** Never seen: do the work, then `finishCall`. */
  | { readonly state: 'fresh' }
  /** Done before: answer with this JSON text and do nothing. */
  | { readonly state: 'done'; readonly response: string }
  /** The key was used for something else: refuse with `key_reused`. */
  | { readonly state: 'reused' };

const actorOf = (tx: Tx) => {
  if (tx.actorId === null) throw new Error('An idempotent call needs a member who acts.');
  return tx.actorId;
};

/**
 * First statement of a mutation that carries a key. Of two calls at once the second waits here until the first
 * commits (then it is `done`) or rolls back (then it is `fresh`).
 * @param requestHash hash of procedure and input: the same key with another hash is `reused`
 */
export const beginCall = async (
  tx: Tx,
  call: { readonly key: string; readonly requestHash: string; readonly now: Instant },
): Promise<BegunCall> => {
  const actorId = actorOf(tx);
  const made = await tx.orm
    .insert(idempotencyKey)
    .values({
      agencyId: tx.agencyId,
      actorId,
      key: call.key,
      requestHash: call.requestHash,
      createdAt: call.now,
    })
    .onConflictDoNothing()
    .returning({ key: idempotencyKey.key });
  if (made.length > 0) return { state: 'fresh' };
  const [known] = await tx.orm
    .select({ requestHash: idempotencyKey.requestHash, response: idempotencyKey.response })
    .from(idempotencyKey)
    .where(
      and(
        eq(idempotencyKey.agencyId, tx.agencyId),
        eq(idempotencyKey.actorId, actorId),
        eq(idempotencyKey.key, call.key),
      ),
    );
  if (!known || known.response === null) throw new Error('A call was begun twice in one transaction.');
  return known.requestHash === call.requestHash
    ? { state: 'done', response: known.response }
    : { state: 'reused' };
};

/** Last statement of the mutation: keeps its answer (JSON text) for a retry. */
export const finishCall = async (tx: Tx, key: string, response: string): Promise<void> => {
  await tx.orm
    .update(idempotencyKey)
    .set({ response })
    .where(
      and(
        eq(idempotencyKey.agencyId, tx.agencyId),
        eq(idempotencyKey.actorId, actorOf(tx)),
        eq(idempotencyKey.key, key),
      ),
    );
};

/** Forgets calls made before `until`; a retry after that counts as a new call. */
export const forgetCalls = async (tx: Tx, until: Instant): Promise<void> => {
  await tx.orm
    .delete(idempotencyKey)
    .where(and(eq(idempotencyKey.agencyId, tx.agencyId), lt(idempotencyKey.createdAt, until)));
};
