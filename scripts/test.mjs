import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestPostgres } from '../packages/db/embedded/embedded.mjs';
import { build } from './build.mjs';
import { runChecks } from './checks.mjs';
import { atTheEnd, startChild } from './children.mjs';
import { root } from './environment.mjs';
import { install } from './install.mjs';
import { say } from './progress.mjs';
import { journeyCounts, unitCounts } from './reports.mjs';

/** `npm test`: all there is to prove, on a fresh clone too. Ends with one line `N passed, N failed`. */
export async function test() {
  await install();
  const reports = mkdtempSync(join(tmpdir(), 'trellis-reports-'));
  atTheEnd(() => rmSync(reports, { recursive: true, force: true }));

  say('Types, lint, arrows, unused code');
  const parts = [await runChecks()];
  parts.push(await unitTests(join(reports, 'unit.json')));
  parts.push(...(await journeys(join(reports, 'journeys.json'))));

  const total = (key) => parts.reduce((sum, part) => sum + part[key], 0);
  console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
  return total('failed') === 0 ? 0 : 1;
}

/** Rules without a database, use cases on a real one: one PostgreSQL for all, a database for each file. */
async function unitTests(report) {
  say('Unit and database tests');
  const postgres = await startTestPostgres();
  atTheEnd(() => postgres.stop());
  const code = await startChild(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    {
      env: { TRELLIS_TEST_POSTGRES_URL: postgres.ownerUrl, NODE_ENV: 'test' },
    },
  ).ended;
  await postgres.stop();
  return unitCounts(report, code);
}

/** The production build in a real browser. The build itself counts as one. */
async function journeys(report) {
  try {
    await build();
  } catch (error) {
    console.log(error.message);
    return [{ passed: 0, failed: 1 }];
  }
  say('Browser tests');
  const code = await startChild('playwright', ['test'], {
    cwd: join(root, 'apps', 'e2e'),
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report, NODE_ENV: 'test' },
  }).ended;
  return [{ passed: 1, failed: 0 }, journeyCounts(report, code)];
}
