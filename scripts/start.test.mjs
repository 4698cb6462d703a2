// `npm start` as a person meets it: real processes on data of their own. What ends must leave nobody behind.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataFolder } from '../packages/db/embedded/data-folder.mjs';
import { identityOf, waitForEnd } from '../packages/db/embedded/processes.mjs';
import { root } from './environment.mjs';

/** The first start installs and builds what is not there yet, perhaps beside other tests. */
const READY_MS = 240_000;
const GONE_MS = 40_000;
const isRoot = process.getuid?.() === 0;
let folder;
let port;
const started = new Set();

beforeAll(async () => {
  folder = mkdtempSync('/tmp/trellis-start-');
  chmodSync(folder, 0o755); // Postgres may run as another user than we do.
  port = await freePort();
});
afterAll(() => {
  for (const child of started) if (child.exitCode === null) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Runs `start` on the folder; `through` puts it behind another program, as a terminal or npm would be. */
function start({ data = folder, through = [] } = {}) {
  const [command, ...args] = [...through, process.execPath, 'scripts/trellis.mjs', 'start'];
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TRELLIS_DATA: data, PORT: String(port), TRELLIS_SEED_DEMO: '0', DATABASE_URL: '' },
  });
  started.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
  return { child, ended, output: () => output };
}

async function ready(run) {
  for (const end = Date.now() + READY_MS; Date.now() < end; ) {
    if (run.child.exitCode !== null) break;
    if (await answers()) return pids();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`It did not start:\n${run.output()}`);
}

/** The starter and its database, as their own files name them. */
const pids = () => ({
  starter: JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')).pid,
  postgres: Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]),
});

async function expectNobodyLeft(known) {
  for (const pid of Object.values(known)) expect(await waitForEnd(pid, GONE_MS)).toBe(true);
  for (const end = Date.now() + GONE_MS; (await listens()) && Date.now() < end; ) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(await listens()).toBe(false);
}

test('a second start on the same data says so and harms nothing; Ctrl-C ends everything', async () => {
  const first = start();
  const known = await ready(first);
  const second = start();
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain(
    `Trellis is already running on this data (pid ${known.starter}, port ${port})`,
  );
  expect(await answers()).toBe(true);
  expect(pids()).toEqual(known);
  first.child.kill('SIGINT');
  expect(await first.ended).toBe(0);
  await expectNobodyLeft(known);
  expect(existsSync(join(folder, 'running.json'))).toBe(false);
}, 400_000);

describe('nobody is left behind by', () => {
  test('a terminal that is closed', async () => {
    const run = start();
    const known = await ready(run);
    run.child.kill('SIGHUP');
    expect(await run.ended).toBe(0);
    await expectNobodyLeft(known);
  }, 300_000);

  test('kill -9 of the start itself', async () => {
    const run = start();
    const known = await ready(run);
    run.child.kill('SIGKILL');
    await expectNobodyLeft(known);
  }, 300_000);

  test('kill -9 of what it was started from', async () => {
    const shell = ['/bin/sh', '-c', '"$@"; exit $?', 'sh'];
    const run = start({ through: shell });
    const known = await ready(run);
    expect(identityOf(known.starter)).not.toBe(null);
    expect(known.starter).not.toBe(run.child.pid);
    run.child.kill('SIGKILL');
    await expectNobodyLeft(known);
  }, 300_000);
});

describe('in a folder that other users cannot enter', () => {
  const closed = () => {
    const parent = mkdtempSync('/tmp/trellis-closed-');
    chmodSync(parent, 0o700);
    const inside = join(parent, 'checkout');
    mkdirSync(inside);
    return { parent, inside };
  };

  test('the data is kept where the database can reach it', () => {
    const { parent, inside } = closed();
    try {
      const data = dataFolder(inside, '');
      // As root the database runs as somebody else, who must be able to walk there.
      expect(data.startsWith(inside)).toBe(!isRoot);
      expect(existsSync(data)).toBe(true);
      if (isRoot) rmSync(data, { recursive: true });
    } finally {
      rmSync(parent, { recursive: true });
    }
  });

  test('data that was asked for there is used, or it is said why it cannot be', async () => {
    const { parent, inside } = closed();
    try {
      if (!isRoot) return expect(dataFolder(inside, 'data')).toBe(join(inside, 'data'));
      const run = start({ data: join(inside, 'data') });
      expect(await run.ended).toBe(1);
      expect(run.output()).toContain('cannot be entered by uid 65534');
      expect(run.output()).not.toContain('    at ');
    } finally {
      rmSync(parent, { recursive: true });
    }
  }, 60_000);
});

async function answers() {
  try {
    return (await fetch(`http://127.0.0.1:${port}/health`)).ok;
  } catch {
    return false;
  }
}

function listens() {
  return new Promise((resolve) => {
    const probe = connect(port, '127.0.0.1');
    probe.once('connect', () => {
      probe.destroy();
      resolve(true);
    });
    probe.once('error', () => resolve(false));
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, () => {
      const { port: found } = probe.address();
      probe.close(() => resolve(found));
    });
  });
}
