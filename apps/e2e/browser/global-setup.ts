import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/**
 * Starts the real system (production build, real PostgreSQL, demo agency) for all journeys, and returns what
 * ends it. TRELLIS_URL set from outside names a running one to use instead.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  if (process.env.TRELLIS_URL) return async () => {};
  const script = join(import.meta.dirname, '../../../scripts/demo-server.mjs');
  const system = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  process.env.TRELLIS_URL = await addressOf(system);
  return () => end(system);
}

/** The script prints `ready <address>` once the server answers. */
async function addressOf(system: ChildProcess): Promise<string> {
  const log: string[] = [];
  if (!system.stdout) throw new Error('The demo server has no output.');
  for await (const line of createInterface({ input: system.stdout })) {
    const ready = /^ready (\S+)$/.exec(line)?.[1];
    if (ready) {
      system.stdout.resume();
      return ready;
    }
    log.push(line);
  }
  throw new Error(`The demo server did not start:\n${log.join('\n')}`);
}

/** It ends when its input closes. */
function end(system: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (system.exitCode !== null) return resolve();
    system.once('exit', () => resolve());
    system.stdin?.end();
  });
}
