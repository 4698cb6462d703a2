import type { Instant } from '@trellis/domain/time';
import { and, asc, eq, inArray, isNull, lt, lte, sql } from 'drizzle-orm';
import type { Tx } from './client.ts';
import { outbox } from './schema/outbox.ts';
import { inChunks } from './sets.ts';

/** An effect to have after the commit: an e-mail, a webhook. */
export interface OutboxItem {
  /** Which handler takes it, e.g. `mail`. */
  readonly topic: string;
  /** The same key twice in an agency is one effect; also the seed of the Message-ID. */
  readonly dedupKey: string;
  readonly payload: unknown;
  /** Not before this moment. */
  readonly dueAt: Instant;
}

export interface TakenItem extends OutboxItem {
  /** Failures so far. */
  readonly attempts: number;
}

/** Puts items out in the transaction of the change that causes them; a known dedup key changes nothing. */
export const enqueue = (tx: Tx, items: readonly OutboxItem[], now: Instant): Promise<void> =>
  inChunks(items, (chunk) =>
    tx.orm
      .insert(outbox)
      .values(chunk.map((item) => ({ agencyId: tx.agencyId, createdAt: now, ...item })))
      .onConflictDoNothing(),
  );

/**
 * Takes due items of the agency, oldest first, and holds them until the transaction ends: two workers never
 * take the same one, and a worker that dies sets its items free at once. Have the effect, then say `markDone`
 * or `markFailed` in the same transaction.
 */
export const takeDue = async (
  tx: Tx,
  wanted: { readonly now: Instant; readonly limit: number; readonly topics?: readonly string[] },
): Promise<readonly TakenItem[]> =>
  tx.orm
    .select({
      topic: outbox.topic,
      dedupKey: outbox.dedupKey,
      payload: outbox.payload,
      dueAt: outbox.dueAt,
      attempts: outbox.attempts,
    })
    .from(outbox)
    .where(
      and(
        eq(outbox.agencyId, tx.agencyId),
        lte(outbox.dueAt, wanted.now),
        isNull(outbox.doneAt),
        isNull(outbox.deadAt),
        wanted.topics && inArray(outbox.topic, [...wanted.topics]),
      ),
    )
    .orderBy(asc(outbox.dueAt), asc(outbox.dedupKey))
    .limit(wanted.limit)
    .for('update', { skipLocked: true });

/** The effect took place. */
export const markDone = async (tx: Tx, dedupKey: string, now: Instant): Promise<void> => {
  await tx.orm
    .update(outbox)
    .set({ doneAt: now, lastError: null })
    .where(and(eq(outbox.agencyId, tx.agencyId), eq(outbox.dedupKey, dedupKey)));
};

const MOST_ATTEMPTS = 12;

/** Waits 30 s, then twice as long each time, six hours at most. */
export const retryDelayMs = (attempts: number): number => Math.min(30_000 * 2 ** attempts, 6 * 3_600_000);

/** The effect failed: due again later, or given up after twelve attempts (`dead_at`, for staff to see). */
export const markFailed = async (
  tx: Tx,
  item: Pick<TakenItem, 'dedupKey' | 'attempts'>,
  error: string,
  now: Instant,
): Promise<void> => {
  const givenUp = item.attempts + 1 >= MOST_ATTEMPTS;
  const delay = `${retryDelayMs(item.attempts)} milliseconds`;
  await tx.orm
    .update(outbox)
    .set({
      attempts: item.attempts + 1,
      lastError: error.slice(0, 500),
      dueAt: sql`${now}::timestamptz + ${delay}::interval`,
      deadAt: givenUp ? now : null,
    })
    .where(and(eq(outbox.agencyId, tx.agencyId), eq(outbox.dedupKey, item.dedupKey)));
};

/** Removes items that took effect before `until`; their dedup keys are forgotten with them. */
export const forgetDone = async (tx: Tx, until: Instant): Promise<void> => {
  await tx.orm.delete(outbox).where(and(eq(outbox.agencyId, tx.agencyId), lt(outbox.doneAt, until)));
};
