// Starts a real PostgreSQL 18 from npm, for `start` and `dev` (durable, data kept) and for tests (quick, thrown
// away). Imports nothing but Node, so the scripts can use it without a build step.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { postgresBinaries } from './binaries.mjs';
import { secretsOf } from './data-folder.mjs';
import { commandOf, isAlive, waitForEnd } from './processes.mjs';
import { canEnter, postgresUser } from './user.mjs';

const HOST = '127.0.0.1';
const DATABASE = 'trellis';
const OWNER = 'trellis_owner';
const APP = 'trellis_app';

const DURABLE = ['fsync=on', 'synchronous_commit=on', 'shared_buffers=128MB', 'max_connections=100'];
const QUICK = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'autovacuum=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'shared_buffers=64MB',
  'max_connections=200',
];

/** Starts the durable server of a data folder (made on the first run). See embedded.d.mts. */
export async function startPostgres(folder) {
  return start(folder, secretsOf(folder), DURABLE, null);
}

/** Starts a quick server on an empty temporary folder, removed by `stop()`. See embedded.d.mts. */
export async function startTestPostgres() {
  const folder = temporaryFolder();
  const secrets = {
    ownerPassword: randomBytes(16).toString('hex'),
    appPassword: randomBytes(16).toString('hex'),
  };
  return start(folder, secrets, QUICK, folder);
}

/** The connection facts of a server on `port`, from the secrets of its data folder. See embedded.d.mts. */
export function connectionFacts(port, secrets) {
  const url = (role, password) => `postgres://${role}:${password}@${HOST}:${port}/${DATABASE}`;
  return {
    host: HOST,
    port,
    database: DATABASE,
    ownerRole: OWNER,
    appRole: APP,
    appPassword: secrets.appPassword,
    ownerUrl: url(OWNER, secrets.ownerPassword),
    appUrl: url(APP, secrets.appPassword),
  };
}

async function start(folder, secrets, settings, temporary) {
  const data = join(folder, 'postgres');
  const user = postgresUser(data);
  const binaries = postgresBinaries(user);
  if (existsSync(data)) await endLeftover(data);
  else initialize({ data, user, binaries, secrets, quick: temporary !== null });

  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const running = await launch({
      data,
      user,
      binaries,
      settings,
      temporary,
      port,
      log: join(folder, 'postgres.log'),
    });
    if (running) return { ...connectionFacts(port, secrets), folder, ...running };
    if (attempt === 4) throw new Error(`PostgreSQL did not start:\n${tail(join(folder, 'postgres.log'))}`);
    // Its port was taken meanwhile, or processes of a killed server still hold the memory they shared.
    await new Promise((resolve) => setTimeout(resolve, 400 * attempt));
  }
}

/** Makes the data under another name first: a first run cut short leaves nothing that looks whole. */
function initialize({ data, user, binaries, secrets, quick }) {
  const fresh = `${data}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  if (user) chownSync(fresh, user.uid, user.gid);
  const sync = quick ? ['--no-sync'] : [];
  run(binaries.initdb, user, [
    ...['-D', fresh, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C'],
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', ...sync],
  ]);
  // No server has run yet, so nobody could use the trust above: from here on a password is needed, and the
  // superuser has none. It exists for this bootstrap only.
  writeFileSync(join(fresh, 'pg_hba.conf'), `host all all ${HOST}/32 scram-sha-256\n`);
  if (quick) setMinimalLog(fresh);
  const bootstrap = [
    `create role ${OWNER} login createdb createrole password '${secrets.ownerPassword}';`,
    `create database ${DATABASE} owner ${OWNER};`,
  ];
  run(binaries.postgres, user, ['--single', '-D', fresh, 'postgres'], `${bootstrap.join('\n')}\n`);
  renameSync(fresh, data);
}

/** Single-user mode reads the file only: wal_level must not differ from what the server will be started with. */
function setMinimalLog(fresh) {
  writeFileSync(
    join(fresh, 'postgresql.auto.conf'),
    'wal_level = minimal\nmax_wal_senders = 0\nfsync = off\n',
  );
}

function run(program, user, args, input = '') {
  const env = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' };
  const done = spawnSync(program, args, { ...user, cwd: '/', env, input, encoding: 'utf8' });
  const failed = done.status !== 0 || /^\S* ?.*(ERROR|FATAL|PANIC):/m.test(done.stderr);
  if (failed) throw new Error(`${program} failed:\n${done.stdout}${done.stderr}${done.error ?? ''}`);
}

/**
 * Ends a server that still works on this data although whoever started it is gone (both killed with -9).
 * The caller holds the lock of the folder, so nobody alive needs that server.
 */
async function endLeftover(data) {
  const pid = postmaster(data)?.pid;
  if (!pid) return;
  if (!commandOf(pid).includes(data)) {
    rmSync(join(data, 'postmaster.pid'), { force: true }); // the pid now belongs to something else
    return;
  }
  for (const [signal, wait] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ]) {
    if (isAlive(pid)) process.kill(pid, signal);
    if (await waitForEnd(pid, wait)) return;
  }
  throw new Error(`A PostgreSQL left behind on ${data} (pid ${pid}) does not end.`);
}

/** Returns null when the server ended before it was ready (its port was taken meanwhile, for one). */
async function launch({ data, user, binaries, settings, temporary, port, log }) {
  const common = [`listen_addresses=${HOST}`, `port=${port}`, 'unix_socket_directories=', 'timezone=UTC'];
  const args = ['-D', data, ...[...common, 'log_timezone=UTC', ...settings].flatMap((line) => ['-c', line])];
  const asked = JSON.stringify({ postgres: binaries.postgres, args, user, log, temporary });
  const supervisor = spawn(
    process.execPath,
    [fileURLToPath(new URL('./supervisor.mjs', import.meta.url)), asked],
    {
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
      cwd: '/',
    },
  );
  supervisor.stdin.on('error', () => {}); // the supervisor may be gone first; `ended` tells
  const ended = new Promise((resolve) => supervisor.once('exit', (code) => resolve(code ?? 1)));
  let over = false;
  ended.then(() => {
    over = true;
  });
  while (!over) {
    const found = postmaster(data);
    if (found?.ready && found.port === port) {
      return {
        pid: found.pid,
        ended,
        async stop() {
          supervisor.stdin.end('stop');
          await ended;
          await endLeftover(data); // only when the supervisor itself was killed
        },
      };
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return null;
}

/** What a server wrote about itself: line 1 its pid, line 4 its port, line 8 its state. */
function postmaster(data) {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  } catch {
    return null;
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, HOST, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'trellis-test-'));
  chmodSync(folder, 0o755);
  const user = postgresUser(folder);
  if (!user || canEnter(folder, user)) return folder;
  rmSync(folder, { recursive: true });
  const open = mkdtempSync('/tmp/trellis-test-'); // TMPDIR was closed to the user Postgres runs as
  chmodSync(open, 0o755);
  return open;
}

function tail(log) {
  return existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-15).join('\n') : '(no log)';
}
