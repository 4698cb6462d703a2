// What every verb needs to know about where it runs.
import { readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const OLDEST_NODE = [20, 19];

/** Ends the process with a clear message when this Node is too old to run Trellis. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  console.error(`Trellis needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** `pnpm@x.y.z` as package.json pins it. */
export function packageManager() {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).packageManager;
}

/**
 * The environment for our tools: the programs installed for the folder they run in and for the checkout first on
 * PATH, and nothing of npm's own, which would make pnpm and other npm calls below take our npm's settings for
 * theirs. Values given in `more` win.
 */
export function toolEnvironment(more, cwd) {
  const kept = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  return {
    ...Object.fromEntries(kept),
    PATH: [...[cwd, root].map((folder) => join(folder, 'node_modules', '.bin')), process.env.PATH ?? ''].join(
      delimiter,
    ),
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    DO_NOT_TRACK: '1',
    ...more,
  };
}

/** An error whose message is all the person at the terminal needs. */
export function explained(message) {
  return Object.assign(new Error(message), { expected: true });
}
