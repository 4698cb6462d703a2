#!/usr/bin/env node
// The one door: `npm start`, `npm test`, `npm run dev | check | bench | kernels | cli` all come here. Imports nothing but
// Node and its neighbors, so that it runs in a fresh clone before anything is installed.
import { exitWhenAskedTo, isStopping, stopEverything } from './children.mjs';
import { requireNode } from './environment.mjs';

const verbs = {
  start: () => import('./start.mjs').then(({ start }) => start()),
  dev: () => import('./dev.mjs').then(({ dev }) => dev()),
  test: () => import('./test.mjs').then(({ test }) => test()),
  check: () => import('./check.mjs').then(({ check }) => check()),
  bench: () => import('./bench.mjs').then(({ bench }) => bench(process.argv.slice(3))),
  kernels: () => import('./kernels.mjs').then(({ kernels }) => kernels(process.argv.slice(3))),
  cli: () => import('./cli.mjs').then(({ cli }) => cli(process.argv.slice(3))),
};

const verb = verbs[process.argv[2] ?? ''];
if (!verb) {
  console.error(`Usage: node scripts/trellis.mjs ${Object.keys(verbs).join(' | ')}`);
  process.exit(2);
}

requireNode();
exitWhenAskedTo();
try {
  process.exitCode = await verb();
} catch (error) {
  // Expected troubles carry their explanation; anything else is a bug and shows where it happened. Whatever
  // breaks because we were asked to end is neither.
  if (!isStopping()) console.error(error.expected ? `\n${error.message}` : error);
  process.exitCode = 1;
}
if (isStopping()) await new Promise(() => {}); // whoever asked decides the exit code
await stopEverything();
process.exit();
