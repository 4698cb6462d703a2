import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { startChild } from './children.mjs';
import { claimData, findDataFolder } from './database.mjs';
import { root } from './environment.mjs';
import { install } from './install.mjs';

const SOURCES = ['apps/server/src', 'packages/domain/src', 'packages/matching/src'];
const SOURCE = join(root, 'apps', 'server', 'src', 'cli.ts');
const BUNDLE = join(root, 'apps', 'server', 'dist', 'cli.js');

/**
 * `npm run cli -- solve …`: numbers only, so no database is opened and no data folder needed. The bundle is built
 * when it is older than the sources; while somebody else has the data (and may be building, or running what was
 * built) the sources run as they are.
 */
export async function solve(args) {
  await install();
  const program =
    isFresh() || (await rebuilt()) ? [BUNDLE] : ['--import', import.meta.resolve('tsx'), SOURCE];
  return startChild(process.execPath, [...program, ...args], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: { NODE_ENV: 'production' },
  }).ended;
}

async function rebuilt() {
  let lock;
  try {
    lock = claimData(findDataFolder(), { verb: 'cli' });
  } catch (error) {
    if (!error.expected) throw error;
    return false;
  }
  await build(['@trellis/server']);
  utimesSync(BUNDLE, new Date(), new Date()); // an unchanged bundle out of turbo's cache is as good as new
  lock?.release();
  return true;
}

function isFresh() {
  if (!existsSync(BUNDLE)) return false;
  const built = statSync(BUNDLE).mtimeMs;
  return SOURCES.every((folder) => !hasNewer(join(root, folder), built));
}

function hasNewer(folder, time) {
  return readdirSync(folder, { withFileTypes: true }).some((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? hasNewer(path, time) : statSync(path).mtimeMs > time;
  });
}
