import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { startChild } from './children.mjs';
import { claimData, findDataFolder, openDatabase, runningDatabase } from './database.mjs';
import { root } from './environment.mjs';
import { install } from './install.mjs';
import { solve } from './solve.mjs';

/**
 * `npm run cli -- …`: the terminal role on the data of `npm start`, whether that is running or not. File names
 * are relative to where the command was typed.
 */
export async function cli(args) {
  if (args[0] === 'solve') return solve(args);
  const folder = findDataFolder();
  const program = join(root, 'apps', 'server', 'dist', 'cli.js');
  let env = runningDatabase(folder);
  const alone = env === null;
  const lock = alone ? claimData(folder, { verb: 'cli' }) : null;
  if (alone || !existsSync(program)) {
    // A running server is not rebuilt under its feet.
    await install();
    await build(['@trellis/server']);
  }
  if (alone) env = (await openDatabase(folder, lock)).env;
  return startChild(process.execPath, ['--enable-source-maps', program, ...args], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: { ...env, NODE_ENV: 'production' },
  }).ended;
}
