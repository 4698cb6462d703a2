import { runChecks } from './checks.mjs';
import { install } from './install.mjs';
import { since } from './progress.mjs';

/** `npm run check`: everything but the tests. */
export async function check() {
  await install();
  const started = Date.now();
  const { passed, failed } = await runChecks();
  console.log(`\n${passed} passed, ${failed} failed (${since(started)})`);
  return failed === 0 ? 0 : 1;
}
