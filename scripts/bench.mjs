import { join } from 'node:path';
import { startChild } from './children.mjs';
import { root } from './environment.mjs';
import { install } from './install.mjs';

/** `npm run bench -- …`: the matching engine's measurements, with the arguments given. */
export async function bench(args) {
  await install();
  return startChild('tsx', ['bench/main.ts', ...args], { cwd: join(root, 'packages', 'matching') }).ended;
}
