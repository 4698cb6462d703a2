import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { root } from './environment.mjs';
import { journeyCounts, unitCounts } from './reports.mjs';

const ROOMS = ['packages/domain', 'packages/matching', 'packages/db', 'apps/server', 'apps/web', 'scripts'];
let folder;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'trellis-counts-'));
  vi.spyOn(console, 'log').mockImplementation(() => {});
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

test('sums what passed and failed', () => {
  expect(units({ numPassedTests: 12, numFailedTests: 2 }, 1)).toEqual({ passed: 12, failed: 2 });
  expect(units({ numPassedTests: 12 }, 0)).toEqual({ passed: 12, failed: 0 });
  expect(trips({ expected: 5, unexpected: 1 }, 1)).toEqual({ passed: 5, failed: 1 });
});

test('a part that did not run is a failure, whatever its exit code', () => {
  expect(unitCounts(join(folder, 'missing.json'), 0)).toEqual({ passed: 0, failed: 1 });
  expect(journeyCounts(join(folder, 'missing.json'), 0)).toEqual({ passed: 0, failed: 1 });
  expect(trips({ expected: 0 }, 0)).toEqual({ passed: 0, failed: 1 });
  expect(units({ testResults: ROOMS.slice(1).map(file) }, 0).failed).toBe(1);
});

test('skipped, flaky, unloadable and outside of tests are failures', () => {
  expect(units({ numPendingTests: 3 }, 0).failed).toBe(1);
  expect(units({ numTodoTests: 1 }, 0).failed).toBe(1);
  expect(trips({ expected: 5, skipped: 1 }, 0).failed).toBe(1);
  expect(trips({ expected: 5, flaky: 1 }, 0).failed).toBe(1);
  const broken = { name: '/x.test.ts', status: 'failed', assertionResults: [] };
  expect(units({ testResults: [...ROOMS.map(file), broken] }, 1).failed).toBe(1);
  expect(units({}, 1).failed).toBe(1);
  expect(trips({ expected: 5 }, 1).failed).toBe(1);
});

function file(room) {
  return { name: join(root, room, 'src/a.test.ts'), status: 'passed', assertionResults: [{}] };
}

function units(given, code) {
  const empty = { numPassedTests: 1, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
  return unitCounts(write({ ...empty, testResults: ROOMS.map(file), ...given }), code);
}

function trips(stats, code) {
  return journeyCounts(
    write({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats } }),
    code,
  );
}

function write(report) {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(report));
  return path;
}
