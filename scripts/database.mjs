// Which PostgreSQL a verb works with, and what the server is told about it.
//
// Without DATABASE_URL: the embedded one on the data folder. Its start creates the owner role and the database;
// the server's migrations, run as the owner, create the app role with the password we pass.
// With DATABASE_URL: that server; the URL is the owner's. The app role's URL is DATABASE_APP_URL, or the same
// place as `trellis_app` with a password made on the first run and kept in the data folder.

import { dataFolder, secretsOf } from '../packages/db/embedded/data-folder.mjs';
import { connectionFacts, startPostgres } from '../packages/db/embedded/embedded.mjs';
import { AlreadyRunning, lockHolder, takeLock } from '../packages/db/embedded/lock.mjs';
import { atTheEnd } from './children.mjs';
import { explained, root } from './environment.mjs';
import { say } from './progress.mjs';

/** The data folder of this checkout, with its place explained when it is not inside the checkout. */
export function findDataFolder() {
  try {
    return dataFolder(root);
  } catch (error) {
    throw explained(error.message);
  }
}

/**
 * Takes the data folder for this process before anything is installed, built or started, so that a second start
 * changes nothing under the first. An outside database is nobody's: no lock.
 */
export function claimData(folder, facts) {
  if (process.env.DATABASE_URL) return null;
  try {
    const lock = takeLock(folder, facts);
    atTheEnd(() => lock.release());
    return lock;
  } catch (error) {
    if (error instanceof AlreadyRunning) throw explained(error.message);
    if (error.code === 'EACCES') {
      throw explained(
        `The data in ${folder} belongs to another user (a start as root, perhaps). ` +
          'Start as that user again, or set TRELLIS_DATA to a folder of your own.',
      );
    }
    throw error;
  }
}

/**
 * Opens the database and returns `{ env, ended }`: the server's environment, and a promise that resolves when an
 * embedded server ends (never for an outside one). The embedded server is stopped at the end of this process.
 */
export async function openDatabase(folder, lock) {
  const secrets = secretsOf(folder);
  if (process.env.DATABASE_URL) return { env: outsideEnvironment(secrets), ended: new Promise(() => {}) };
  const postgres = await startPostgres(folder).catch((error) => {
    throw explained(`${error.message}\nThe data is in ${folder}; the database's log is postgres.log there.`);
  });
  atTheEnd(() => postgres.stop());
  lock.update({ postgresPort: postgres.port });
  say(`PostgreSQL 18 runs on port ${postgres.port}, data in ${folder}`);
  return { env: environmentFor(postgres, secrets), ended: postgres.ended };
}

/** The environment to reach the database of a running `start` or `dev`, or null when none runs. */
export function runningDatabase(folder) {
  const secrets = secretsOf(folder);
  if (process.env.DATABASE_URL) return outsideEnvironment(secrets);
  const port = lockHolder(folder)?.postgresPort;
  return port ? environmentFor(connectionFacts(port, secrets), secrets) : null;
}

function environmentFor(facts, secrets) {
  return {
    DATABASE_URL: facts.appUrl,
    DATABASE_OWNER_URL: facts.ownerUrl,
    TRELLIS_AUTH_SECRET: process.env.TRELLIS_AUTH_SECRET ?? secrets.authSecret,
  };
}

function outsideEnvironment(secrets) {
  const owner = process.env.DATABASE_URL;
  const app = new URL(owner);
  app.username = 'trellis_app';
  app.password = secrets.appPassword;
  return environmentFor({ ownerUrl: owner, appUrl: process.env.DATABASE_APP_URL ?? app.href }, secrets);
}
