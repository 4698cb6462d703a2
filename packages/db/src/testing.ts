import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { TRANSITION_STEPS } from '@trellis/domain/pairings/transitions';
import postgres from 'postgres';
import { startTestPostgres } from '../embedded/embedded.mjs';
import { appUrlOf } from './app-role.ts';
import { createDb, type Db } from './client.ts';
import { migrate } from './migrate.ts';

/** Owner URL of a cluster where databases and roles may be made; set by testing-cluster.ts for a whole run. */
const CLUSTER_VARIABLE = 'TRELLIS_TEST_POSTGRES_URL';
const APP_PASSWORD = 'trellis-test-only';
const TEMPLATE_LOCK = 7_408_221_906;

export interface TestDatabase {
  /** Connected as the restricted app role, as the server is. */
  readonly db: Db;
  readonly appUrl: string;
  /** Owner of this database: for looking from outside and for tampering. Row-level security binds it too. */
  readonly ownerUrl: string;
  /** Closes the pool and drops the database. */
  close(): Promise<void>;
}

/**
 * A migrated, empty database of its own, cloned from a template: call it in `beforeAll`, `close` in `afterAll`.
 * Runs on the cluster of TRELLIS_TEST_POSTGRES_URL, or starts an embedded one for this process.
 */
export const openTestDatabase = async (
  options: { readonly connections?: number } = {},
): Promise<TestDatabase> => {
  const clusterUrl = await ownCluster();
  const name = `trellis_test_${randomBytes(8).toString('hex')}`;
  await onCluster(clusterUrl, async (sql) => {
    const template = await ensureTemplate(sql, clusterUrl);
    await sql.unsafe(`create database ${name} template ${template}`);
  });
  const ownerUrl = urlOf(clusterUrl, name);
  const appUrl = appUrlOf(ownerUrl, APP_PASSWORD);
  const db = createDb({
    url: appUrl,
    connections: options.connections ?? 4,
    applicationName: 'trellis-test',
  });
  return {
    db,
    appUrl,
    ownerUrl,
    async close() {
      await db.close();
      await onCluster(clusterUrl, (sql) => drop(sql, name));
    },
  };
};

/** An empty, unmigrated database, for tests of the migrations themselves. */
export const openEmptyDatabase = async (): Promise<{ ownerUrl: string; close(): Promise<void> }> => {
  const clusterUrl = await ownCluster();
  const name = `trellis_empty_${randomBytes(8).toString('hex')}`;
  await onCluster(clusterUrl, (sql) => sql.unsafe(`create database ${name}`));
  return {
    ownerUrl: urlOf(clusterUrl, name),
    close: () => onCluster(clusterUrl, (sql) => drop(sql, name)),
  };
};

/**
 * Plainly first: that waits for autovacuum, which a forced drop stumbles over when the owner is no superuser.
 * Forced when a test left a connection of its own behind.
 */
const drop = async (sql: postgres.Sql, name: string): Promise<void> => {
  try {
    await sql.unsafe(`drop database if exists ${name}`);
  } catch {
    await sql.unsafe(`drop database if exists ${name} with (force)`);
  }
};

let started: Promise<string> | undefined;

const ownCluster = (): Promise<string> => {
  const given = process.env[CLUSTER_VARIABLE];
  if (given) return Promise.resolve(given);
  started ??= startTestPostgres().then((running) => running.ownerUrl);
  return started;
};

/** The template is named after what it was made from, so that a changed migration makes a new one. */
const ensureTemplate = async (sql: postgres.Sql, clusterUrl: string): Promise<string> => {
  const template = `trellis_template_${contentHash()}`;
  const exists = async () => (await sql`select 1 from pg_database where datname = ${template}`).length > 0;
  if (await exists()) return template;
  await sql`select pg_advisory_lock(${TEMPLATE_LOCK})`;
  try {
    if (await exists()) return template;
    const making = `trellis_making_${randomBytes(8).toString('hex')}`;
    await sql.unsafe(`create database ${making}`);
    await migrate(urlOf(clusterUrl, making), { appPassword: APP_PASSWORD });
    await sql.unsafe(`alter database ${making} rename to ${template}`);
    return template;
  } finally {
    await sql`select pg_advisory_unlock(${TEMPLATE_LOCK})`;
  }
};

const contentHash = (): string => {
  const folder = new URL('../migrations/', import.meta.url);
  const hash = createHash('sha256').update(JSON.stringify(TRANSITION_STEPS));
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()) {
    hash.update(readFileSync(new URL(file, folder)));
  }
  return hash.digest('hex').slice(0, 16);
};

const onCluster = async <T>(url: string, work: (sql: postgres.Sql) => PromiseLike<T>): Promise<T> => {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
};

const urlOf = (clusterUrl: string, database: string): string => {
  const url = new URL(clusterUrl);
  url.pathname = `/${database}`;
  return url.href;
};
