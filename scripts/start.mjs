import { createServer } from 'node:net';
import { build } from './build.mjs';
import { isStopping, startChild } from './children.mjs';
import { claimData, findDataFolder, openDatabase } from './database.mjs';
import { explained } from './environment.mjs';
import { install } from './install.mjs';
import { say } from './progress.mjs';

/** `npm start`: everything from a fresh clone to a served page. Returns the exit code when the server ends. */
export async function start() {
  const port = wantedPort();
  const folder = findDataFolder();
  const lock = claimData(folder, { verb: 'start', port });
  await requireFree(port);
  await install();
  await build();
  const database = await openDatabase(folder, lock);
  say('Starting the server');
  const server = startChild(process.execPath, ['--enable-source-maps', 'apps/server/dist/main.js'], {
    env: {
      ...database.env,
      PORT: String(port),
      NODE_ENV: 'production',
      TRELLIS_WEB_DIR: 'apps/web/dist',
      // The server seeds an empty database only; TRELLIS_SEED_DEMO=0 keeps it empty.
      TRELLIS_SEED_DEMO: process.env.TRELLIS_SEED_DEMO ?? '1',
    },
  });
  return untilOneEnds(server.ended, database.ended);
}

/** Waits for the server; says so when it is the database that ended first. */
export async function untilOneEnds(server, database) {
  const first = await Promise.race([server, database.then(() => 'database')]);
  if (first === 'database' && !isStopping()) {
    throw explained('The database ended unexpectedly; its log is postgres.log in the data folder.');
  }
  if (first === 'database') return 0;
  if (first !== 0 && !isStopping()) console.error(`\nThe server ended unexpectedly (exit code ${first}).`);
  return first;
}

/** PORT from the environment, 3000 without. */
export function wantedPort() {
  const port = Number(process.env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw explained(`PORT must be a number from 1 to 65535; it is "${process.env.PORT}".`);
  }
  return port;
}

/** Refuses early, before minutes of work, when something else listens on the port. */
export async function requireFree(port) {
  const free = await new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(error.code !== 'EADDRINUSE'));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
  if (!free) throw explained(`Port ${port} is in use. Choose another one: PORT=${port + 1} npm start`);
}
