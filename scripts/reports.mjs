// Reads the test runners' own JSON reports. A part that could not run, ran nothing, skipped something or failed
// outside of its tests counts as one failure, so that a sum without failures means all of it was seen to pass.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './environment.mjs';

/** Rooms that must have tests, by their folder. */
const TESTED = ['packages/domain', 'packages/matching', 'packages/db', 'apps/server', 'apps/web', 'scripts'];

/** Counts of a vitest report: `{ passed, failed }`. `code` is what vitest exited with. */
export function unitCounts(path, code) {
  const report = read(path);
  if (!report) return broken('The unit tests wrote no report.');
  const counts = { passed: report.numPassedTests, failed: report.numFailedTests };
  const untested = TESTED.filter(
    (room) =>
      !report.testResults.some(
        ({ name, assertionResults }) => name.startsWith(join(root, room, '/')) && assertionResults.length > 0,
      ),
  );
  for (const room of untested) add(counts, `No test ran in ${room}.`);
  const left = report.numPendingTests + report.numTodoTests;
  if (left > 0) add(counts, `${left} unit tests were skipped.`);
  // A file that does not even load has no test to count.
  for (const { name, status, assertionResults } of report.testResults) {
    if (status === 'failed' && assertionResults.length === 0) add(counts, `${name} did not load.`);
  }
  if (code !== 0 && counts.failed === 0) add(counts, `The unit tests ended with exit code ${code}.`);
  return counts;
}

/** Counts of a Playwright report. One that passed only on a second try counts as failed. */
export function journeyCounts(path, code) {
  const report = read(path);
  if (!report) return broken('The browser tests wrote no report.');
  const { expected, unexpected, flaky, skipped } = report.stats;
  const counts = { passed: expected, failed: unexpected + flaky };
  if (expected + unexpected + flaky === 0) add(counts, 'No browser test ran.');
  if (skipped > 0) add(counts, `${skipped} browser tests were skipped or did not run.`);
  if (code !== 0 && counts.failed === 0) add(counts, `The browser tests ended with exit code ${code}.`);
  return counts;
}

function broken(message) {
  const counts = { passed: 0, failed: 0 };
  add(counts, message);
  return counts;
}

function add(counts, message) {
  console.log(`✗ ${message}`);
  counts.failed += 1;
}

function read(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}
