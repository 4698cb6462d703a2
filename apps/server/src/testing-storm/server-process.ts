import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOM = fileURLToPath(new URL('../../', import.meta.url));
const LEASH = fileURLToPath(new URL('./leash.mjs', import.meta.url));
const WAIT_MS = 60_000;

/** One real server process, with its jobs. */
export interface ServerProcess {
  readonly address: string;
  /** Everything it wrote. */
  output(): string;
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

/** A production build, which starts quickly. */
export interface Build {
  readonly main: string;
  remove(): void;
}

/** Builds the server as `npm start` does, into a folder of its own: in this room, where its packages are found. */
export const buildServer = async (): Promise<Build> => {
  const folder = join(ROOM, 'node_modules', '.cache', `storm-${process.pid}`);
  const vite = join(ROOM, 'node_modules', '.bin', 'vite');
  const { NODE_ENV: _, ...env } = process.env;
  await promisify(execFile)(vite, ['build', '--ssr', '--outDir', folder, '--logLevel', 'warn'], {
    cwd: ROOM,
    env,
  });
  return { main: join(folder, 'main.js'), remove: () => rmSync(folder, { recursive: true, force: true }) };
};

/** Starts a server on a free port; ready when it answers. */
export const startServer = async (
  build: Build,
  urls: { readonly appUrl: string; readonly ownerUrl: string },
  name: string,
): Promise<ServerProcess> => {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [LEASH, build.main], {
    cwd: ROOM,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: 'production',
      DATABASE_URL: urls.appUrl,
      DATABASE_OWNER_URL: urls.ownerUrl,
      TRELLIS_AUTH_SECRET: 'only-for-the-storm-0123456789abcdef',
      TRELLIS_RATE_LIMIT: 'off',
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'error',
    },
  });
  const texts: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => texts.push(text));
  }
  const output = () => texts.join('');
  await answering(address, child, () => `${name}:\n${output().slice(-4000)}`);
  return {
    address,
    output,
    async kill(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill(signal);
      await ended;
    },
  };
};

const answering = async (address: string, child: ChildProcess, tail: () => string): Promise<void> => {
  for (const end = Date.now() + WAIT_MS; Date.now() < end; ) {
    if (child.exitCode !== null) throw new Error(`The server ended at its start. ${tail()}`);
    const answers = await fetch(`${address}/health`).then(
      (response) => response.ok,
      () => false,
    );
    if (answers) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGKILL');
  throw new Error(`The server did not answer. ${tail()}`);
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
