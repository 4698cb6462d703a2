// The static checks: what can be said about the code without running it. Each counts as one in the summary.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './children.mjs';
import { root } from './environment.mjs';
import { since } from './progress.mjs';

/** All static checks: `{ name, command, args, nothing }`; `nothing` matches output that says nothing was read. */
function staticChecks() {
  return [
    ...typeConfigurations().map((path) => ({ name: `types of ${path}`, command: 'tsc', args: ['-p', path] })),
    {
      name: 'lint and format',
      command: 'biome',
      args: ['check', '--error-on-warnings', '--no-errors-on-unmatched', '--max-diagnostics=100'],
      nothing: /Checked 0 files/,
    },
    { name: 'arrows', command: process.execPath, args: ['scripts/arrows/arrows.mjs'], nothing: /^0 files/m },
    {
      name: 'kernels are compiled',
      command: process.execPath,
      args: ['scripts/trellis.mjs', 'kernels', '--check'],
      nothing: /^0 kernels/m,
    },
    { name: 'unused code', command: 'knip', args: ['--no-progress'] },
  ];
}

/**
 * Runs the checks, two at a time, with a line for each and the whole output of those that fail.
 * Returns `{ passed, failed }`.
 */
export async function runChecks() {
  const waiting = staticChecks();
  const counts = { passed: 0, failed: 0 };
  async function work() {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const started = Date.now();
      const { code, output } = await runQuietly(check.command, check.args);
      const good = code === 0 && !check.nothing?.test(output);
      counts[good ? 'passed' : 'failed'] += 1;
      if (!good) console.log(`\n${output.trim() || `(no output, exit code ${code})`}`);
      console.log(`${good ? '✓' : '✗'} ${check.name} (${since(started)})`);
    }
  }
  await Promise.all([work(), work()]);
  return counts;
}

/**
 * `packages/domain` and the like for each tsconfig.json, `packages/domain/tsconfig.tests.json` where tests may use
 * more of the platform than what they test.
 */
function typeConfigurations() {
  return ['packages', 'apps'].flatMap((group) =>
    readdirSync(join(root, group))
      .flatMap((name) => [`${group}/${name}/tsconfig.json`, `${group}/${name}/tsconfig.tests.json`])
      .filter((path) => existsSync(join(root, path)))
      .map((path) => path.replace(/\/tsconfig\.json$/, '')),
  );
}
