import type { Refusal } from '@trellis/domain/decision';
import type { AgencyId, MemberId } from '@trellis/domain/ids';
import { type ExtractTablesWithRelations, sql } from 'drizzle-orm';
import type { PgDatabase, PgTransactionConfig } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { isWorthRetrying } from './constraint-errors.ts';
import { type PoolGate, poolGate } from './pool-gate.ts';

type Schema = Record<string, never>;
/** Drizzle inside or outside a transaction. Tables are private to this package, so it says little elsewhere. */
export type Orm = PgDatabase<PostgresJsQueryResultHKT, Schema, ExtractTablesWithRelations<Schema>>;

export interface DbOptions {
  /** `postgres://` URL of the app role. */
  readonly url: string;
  /** Connections at most; 10 unless told. */
  readonly connections?: number;
  /** A statement that runs longer is canceled; 15,000 ms unless told. */
  readonly statementTimeoutMs?: number;
  /** Longest wait for a row lock; 10,000 ms unless told. */
  readonly lockTimeoutMs?: number;
  /** Longest wait for a free connection, then `PoolTimeout`; 10,000 ms unless told. */
  readonly poolTimeoutMs?: number;
  readonly applicationName?: string;
}

/** The pool. It can do nothing by itself: `inTx`, `inRead`, `listAgencies` and `inSignIn` are the ways in. */
export interface Db {
  readonly orm: Orm;
  /** postgres.js, for LISTEN and for health checks. Outside a transaction it sees no tenant row. */
  readonly sql: postgres.Sql;
  readonly gate: PoolGate;
  readonly timeouts: { readonly statementMs: number; readonly lockMs: number };
  /** Waits for running transactions, five seconds at most. */
  close(): Promise<void>;
}

/** Opens a pool. Nothing is connected until the first transaction. */
export const createDb = (options: DbOptions): Db => {
  const connections = options.connections ?? 10;
  const client = postgres(options.url, {
    max: connections,
    connect_timeout: 10,
    idle_timeout: 60,
    onnotice: () => {},
    connection: {
      application_name: options.applicationName ?? 'trellis',
      // Where no transaction of ours says otherwise, e.g. for better-auth.
      statement_timeout: options.statementTimeoutMs ?? 15_000,
      idle_in_transaction_session_timeout: 60_000,
    },
  });
  return {
    orm: drizzle(client),
    sql: client,
    gate: poolGate(connections, options.poolTimeoutMs ?? 10_000),
    timeouts: { statementMs: options.statementTimeoutMs ?? 15_000, lockMs: options.lockTimeoutMs ?? 10_000 },
    close: () => client.end({ timeout: 5 }),
  };
};

const readBrand: unique symbol = Symbol('read');
const txBrand: unique symbol = Symbol('tx');

/** A transaction that reads one agency. Every read function takes one first; a `Tx` will do as well. */
export interface Read {
  readonly [readBrand]: true;
  readonly agencyId: AgencyId;
  readonly orm: Orm;
}

/** A transaction that may write in one agency. Every write function takes one first; only `inTx` makes them. */
export interface Tx extends Read {
  readonly [txBrand]: true;
  /** Who is answerable for what is written; null is the system itself. */
  readonly actorId: MemberId | null;
}

/** An `Actor` fits; so does the system itself, which acts in an agency as nobody: `{ agencyId, memberId: null }`. */
export interface ActsIn {
  readonly agencyId: AgencyId;
  readonly memberId: MemberId | null;
}

interface TxOptions {
  /** Replaces the pool's statement timeout for this transaction, in milliseconds. */
  readonly statementTimeoutMs?: number;
}

const MOST_ATTEMPTS = 4;

/** Carries a refusal out through drizzle's rollback. */
class RolledBack extends Error {
  readonly answer: unknown;
  constructor(answer: unknown) {
    super('refused: rolled back');
    this.answer = answer;
  }
}

const isRefused = (answer: unknown): answer is { ok: false; refusal: Refusal } =>
  typeof answer === 'object' &&
  answer !== null &&
  'ok' in answer &&
  answer.ok === false &&
  'refusal' in answer;

/**
 * Runs `work` in one transaction as `who`, in that agency and no other, and commits before it returns.
 * - A refusal (`Decision` with `ok: false`) rolls everything back and is returned: a refusal changed nothing.
 * - A thrown error rolls back and is thrown on.
 * - After a deadlock or serialization failure `work` runs again from the start, up to four times: it must do
 *   nothing but database work and pure computation.
 * Do not open another transaction inside `work`.
 */
export const inTx = <T>(
  db: Db,
  who: ActsIn,
  work: (tx: Tx) => Promise<T>,
  options: TxOptions = {},
): Promise<T> =>
  db.gate.pass(async () => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await db.orm.transaction(async (orm) => {
          await enter(orm, db, { agency: who.agencyId, actor: who.memberId ?? '' }, options);
          const answer = await work({
            [readBrand]: true,
            [txBrand]: true,
            agencyId: who.agencyId,
            actorId: who.memberId,
            orm,
          });
          if (isRefused(answer)) throw new RolledBack(answer);
          return answer;
        });
      } catch (error) {
        if (error instanceof RolledBack) return error.answer as T;
        if (attempt >= MOST_ATTEMPTS || !isWorthRetrying(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 30 * 2 ** attempt));
      }
    }
  });

const READ_ONLY: PgTransactionConfig = { accessMode: 'read only', isolationLevel: 'repeatable read' };

/** Runs `work` in one read-only transaction of one agency: all its queries see the same moment. */
export const inRead = <T>(
  db: Db,
  who: { readonly agencyId: AgencyId },
  work: (read: Read) => Promise<T>,
  options: TxOptions = {},
): Promise<T> =>
  db.gate.pass(() =>
    db.orm.transaction(async (orm) => {
      await enter(orm, db, { agency: who.agencyId }, options);
      return work({ [readBrand]: true, agencyId: who.agencyId, orm });
    }, READ_ONLY),
  );

/**
 * Runs `work` in a transaction without any agency: it sees the sign-in tables and not one tenant row, or, with
 * `directory`, the names of the agencies. For this package; others use sign-in.ts and agencies.ts.
 */
export const inNoAgency = <T>(
  db: Db,
  work: (orm: Orm) => Promise<T>,
  options: { readonly directory?: boolean } = {},
): Promise<T> =>
  db.gate.pass(() =>
    db.orm.transaction(async (orm) => {
      await enter(orm, db, { agency: '', directory: options.directory ? 'on' : '' }, {});
      return work(orm);
    }),
  );

/** One round trip, for health checks: throws when the database does not answer. */
export const ping = (db: Db): Promise<void> => inNoAgency(db, async () => {});

/** Settings die with the transaction (`is_local`): a plain SET would leak to whoever gets the connection next. */
const enter = async (
  orm: Orm,
  db: Db,
  settings: { agency: string; actor?: string; directory?: string },
  options: TxOptions,
): Promise<void> => {
  await orm.execute(sql`select
    set_config('app.agency', ${settings.agency}, true),
    set_config('app.actor', ${settings.actor ?? ''}, true),
    set_config('app.directory', ${settings.directory ?? ''}, true),
    set_config('statement_timeout', ${String(options.statementTimeoutMs ?? db.timeouts.statementMs)}, true),
    set_config('lock_timeout', ${String(db.timeouts.lockMs)}, true)`);
};
