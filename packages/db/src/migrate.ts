import { fileURLToPath } from 'node:url';
import { TRANSITION_STEPS } from '@trellis/domain/pairings/transitions';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { ensureAppRole } from './app-role.ts';

/** Any constant of our own: two servers that start at once migrate one after the other. */
const MIGRATION_LOCK = 7_408_221_905;

export interface MigrateOptions {
  /** Password `trellis_app` shall sign in with; null leaves a role made elsewhere as it is. */
  readonly appPassword: string | null;
  /** Where the SQL files lie, when the code was bundled away from them. */
  readonly folder?: string;
}

/**
 * Brings the database at `ownerUrl` to the newest schema and makes sure the app role exists. Harmless when
 * repeated and when two servers do it at once. The owner must own the database; to create the app role it
 * needs CREATEROLE once, or somebody creates `trellis_app` beforehand. Throws what PostgreSQL says.
 */
export const migrate = async (ownerUrl: string, options: MigrateOptions): Promise<void> => {
  const sql = postgres(ownerUrl, {
    max: 1,
    onnotice: () => {},
    connection: { application_name: 'trellis-migrate' },
  });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await ensureAppRole(sql, options.appPassword);
    await runMigrations(drizzle(sql), {
      migrationsFolder: options.folder ?? fileURLToPath(new URL('../migrations', import.meta.url)),
    });
    await copyPairingSteps(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
};

/** The trigger that refuses illegal steps reads them from a table; the table is domain's, copied. */
const copyPairingSteps = async (sql: postgres.Sql): Promise<void> => {
  await sql.begin(async (tx) => {
    await tx`delete from pairing_transition`;
    await tx`insert into pairing_transition ${tx(
      TRANSITION_STEPS.map(({ from, to }) => ({ from_status: from, to_status: to })),
    )}`;
  });
};
