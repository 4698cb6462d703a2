import type { RoundId } from '@trellis/domain/ids';
import { sql } from 'drizzle-orm';
import type postgres from 'postgres';
import type { Db, Tx } from './client.ts';

/** One connection of its own holds all leases of a pool, however many rounds run. */
const holders = new WeakMap<Db, { leases: number; readonly connection: Promise<postgres.ReservedSql> }>();

/**
 * Marks a round as being worked on by this process: PostgreSQL forgets it the moment the process or its connection
 * dies, so a running round without its mark was interrupted.
 * @returns takes the mark away
 */
export const leaseRound = async (db: Db, id: RoundId): Promise<() => Promise<void>> => {
  const holder = holders.get(db) ?? { leases: 0, connection: db.sql.reserve() };
  holders.set(db, holder);
  holder.leases++;
  const letGo = async (): Promise<void> => {
    holder.leases--;
    if (holder.leases > 0) return;
    holders.delete(db);
    (await holder.connection).release();
  };
  try {
    await (await holder.connection)`select pg_advisory_lock(hashtextextended(${id}, 0))`;
  } catch (error) {
    await letGo();
    throw error;
  }
  return async () => {
    try {
      await (await holder.connection)`select pg_advisory_unlock(hashtextextended(${id}, 0))`;
    } finally {
      await letGo();
    }
  };
};

/** Whether some living process works on this round. */
export const isLeased = async (tx: Tx, id: RoundId): Promise<boolean> => {
  const [row] = await tx.orm.execute<{ free: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${id}, 0)) as free`,
  );
  return !row!.free;
};
