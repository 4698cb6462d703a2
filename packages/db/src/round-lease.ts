import type { RoundId } from '@trellis/domain/ids';
import { sql } from 'drizzle-orm';
import type { Db, Tx } from './client.ts';

/**
 * Marks a round as being worked on by this process, on a connection of its own: PostgreSQL forgets it the moment the
 * process or its connection dies, so a round without its mark was interrupted.
 * @returns takes the mark away
 */
export const leaseRound = async (db: Db, id: RoundId): Promise<() => Promise<void>> => {
  const connection = await db.sql.reserve();
  try {
    await connection`select pg_advisory_lock(hashtextextended(${id}, 0))`;
  } catch (error) {
    connection.release();
    throw error;
  }
  return async () => {
    try {
      await connection`select pg_advisory_unlock(hashtextextended(${id}, 0))`;
    } finally {
      connection.release();
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
