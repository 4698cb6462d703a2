import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { secretsOf } from '../packages/db/embedded/data-folder.mjs';
import { startPostgres, startTestPostgres } from '../packages/db/embedded/embedded.mjs';
import { AlreadyRunning, lockHolder, takeLock } from '../packages/db/embedded/lock.mjs';
import { identityOf, parentOf, waitForEnd } from '../packages/db/embedded/processes.mjs';
import { root } from './environment.mjs';

const postgres = createRequire(join(root, 'packages/db/package.json'))('postgres');
const library = JSON.stringify(join(root, 'packages/db/embedded/embedded.mjs'));
let folder;

beforeEach(() => {
  folder = mkdtempSync(join('/tmp', 'trellis-embedded-'));
  // Postgres may run as another user than we do.
  chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('keeps data and passwords between runs, and its owner is no superuser', async () => {
  const first = await startPostgres(folder);
  await query(first.ownerUrl, 'create table kept (value int); insert into kept values (7)');
  await first.stop();
  const second = await startPostgres(folder);
  expect(await query(second.ownerUrl, 'select value from kept')).toEqual([{ value: 7 }]);
  expect(await query(second.ownerUrl, 'show fsync')).toEqual([{ fsync: 'on' }]);
  expect(await query(second.ownerUrl, 'select rolsuper from pg_roles where rolname = current_user')).toEqual([
    { rolsuper: false },
  ]);
  await second.stop();
  expect(identityOf(second.pid)).toBeNull();
}, 30_000);

test('lets nobody in without a password, the superuser least of all', async () => {
  const running = await startTestPostgres();
  const without = running.ownerUrl.replace(/:[^:@/]+@/, '@');
  await expect(query(without, 'select 1')).rejects.toThrow(/password/);
  await expect(
    query(running.ownerUrl.replace(/\/\/.*@/, '//postgres:postgres@'), 'select 1'),
  ).rejects.toThrow(/password/);
  await running.stop();
  expect(existsSync(running.folder)).toBe(false);
}, 30_000);

test('ends when the process that started it is killed', async () => {
  const starter = await startElsewhere(`startTestPostgres()`);
  process.kill(starter.pid, 'SIGKILL');
  expect(await waitForEnd(starter.postgresPid, 10_000)).toBe(true);
}, 30_000);

test('takes over data whose server was left behind by killed processes', async () => {
  const starter = await startElsewhere(`startPostgres(${JSON.stringify(folder)})`);
  process.kill(parentOf(starter.postgresPid), 'SIGKILL'); // its supervisor first, so that nobody ends the server
  process.kill(starter.pid, 'SIGKILL');
  expect(identityOf(starter.postgresPid)).not.toBeNull();
  const running = await startPostgres(folder);
  expect(identityOf(starter.postgresPid)).toBeNull();
  expect(await query(running.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  await running.stop();
}, 40_000);

test('secrets are made once and only their owner reads them', () => {
  const secrets = secretsOf(folder);
  expect(secretsOf(folder)).toEqual(secrets);
  expect(new Set(Object.values(secrets)).size).toBe(3);
  expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
});

test('a second holder is told who has the data, until the first lets go', () => {
  const lock = takeLock(folder, { port: 4321 });
  expect(() => takeLock(folder, {})).toThrow(AlreadyRunning);
  expect(() => takeLock(folder, {})).toThrow(`already running on this data (pid ${process.pid}, port 4321)`);
  lock.update({ postgresPort: 5555 });
  expect(lockHolder(folder)).toMatchObject({ port: 4321, postgresPort: 5555 });
  lock.release();
  expect(lockHolder(folder)).toBeNull();
});

test('the lock of a dead process, or of one whose pid now belongs to another, is taken over', () => {
  writeFileSync(
    join(folder, 'running.json'),
    JSON.stringify({ pid: process.pid, identity: 'an earlier one' }),
  );
  expect(lockHolder(folder)).toBeNull();
  const lock = takeLock(folder, {});
  expect(JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')).pid).toBe(process.pid);
  lock.release();
});

async function query(url, text) {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return [...(await sql.unsafe(text))];
  } finally {
    await sql.end();
  }
}

/** Runs a starter in a process of its own that then waits for ever. */
function startElsewhere(call) {
  const code = `const library = await import(${library}); const running = await library.${call};
    console.log(running.pid); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    cwd: tmpdir(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.stdout.once('data', (text) => resolve({ pid: child.pid, postgresPid: Number(text) }));
    child.once('exit', () => reject(new Error('The starter ended early.')));
  });
}
