import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from './environment.mjs';

const folder = mkdtempSync(join(tmpdir(), 'solve-'));
afterAll(() => rmSync(folder, { recursive: true }));

const market = {
  requests: [{ id: 'r1' }, { id: 'r2' }],
  offers: [{ id: 'o1', capacity: 1 }],
  pairs: [
    ['r1', 'o1', 0.5],
    ['r2', 'o1', 0.7],
  ],
};

function solve(file) {
  const env = { ...process.env, TRELLIS_DATA: join(folder, 'data'), INIT_CWD: folder };
  const args = [join(root, 'scripts', 'trellis.mjs'), 'cli', 'solve', file];
  return spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' });
}

describe('npm run cli -- solve', () => {
  it('solves a file named from where it was typed, and starts no database', { timeout: 120_000 }, () => {
    writeFileSync(join(folder, 'market.json'), JSON.stringify(market));
    const { status, stdout } = solve('market.json');
    expect(stdout).toContain('["r2", "o1", 0.7]');
    expect(status).toBe(0);
    expect(existsSync(join(folder, 'data', 'postgres'))).toBe(false);
  });

  it('passes the exit code on', { timeout: 120_000 }, () => {
    expect(solve('none.json').status).toBe(2);
  });
});
