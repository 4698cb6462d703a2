import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../environment.mjs';
import { judgeArrows } from './arrows.mjs';
import { planted, plantedForLint } from './planted.mjs';
import { rules } from './rules.mjs';

let copy;
let judged;

beforeAll(async () => {
  copy = realpathSync(mkdtempSync(join(tmpdir(), 'trellis-arrows-')));
  copyCheckout(copy);
  for (const [path, content] of [...planted, ...plantedForLint]) write(path, content);
  judged = await judgeArrows(copy);
}, 120_000);

afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('planted in a copy of this checkout', () => {
  test.each(planted.filter(([, , rule]) => rule))('%s is caught', (path, _content, rule) => {
    expect(rulesNaming(path)).toContain(rule);
  });

  test.each(planted.filter(([, , rule]) => !rule))('%s is allowed', (path) => {
    expect(rulesNaming(path)).toEqual([]);
  });

  test('nothing that was not planted is blamed', () => {
    const paths = new Set([...planted, ...plantedForLint].map(([path]) => path));
    expect(judged.violations.filter(({ from }) => !paths.has(from))).toEqual([]);
  });

  // Seen red is the only proof that a rule can be: a new one comes with its violation.
  test.each(rules.map(({ name }) => name))('%s has a violation planted for it, and names it', (name) => {
    const itsOwn = planted.filter(([, , rule]) => rule === name).map(([path]) => path);
    expect(itsOwn).not.toEqual([]);
    expect(judged.violations.filter(({ rule }) => rule === name).map(({ from }) => from)).toEqual(
      expect.arrayContaining(itsOwn),
    );
  });

  test('no two rules share a name, so that none hides behind another', () => {
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
  });
});

test.each(plantedForLint)('lint catches %s', (path, _content, words) => {
  const biome = join(root, 'node_modules', '.bin', 'biome');
  const { status, stdout, stderr } = spawnSync(biome, ['lint', path], { cwd: copy, encoding: 'utf8' });
  expect(stdout + stderr).toContain(words);
  expect(status).not.toBe(0);
});

test('a checkout without sources is not called clean', async () => {
  const empty = realpathSync(mkdtempSync(join(tmpdir(), 'trellis-empty-')));
  for (const room of ['apps', 'packages']) mkdirSync(join(empty, room));
  expect((await judgeArrows(empty)).violations).toEqual([expect.objectContaining({ rule: 'read' })]);
  rmSync(empty, { recursive: true });
});

function rulesNaming(path) {
  return judged.violations.filter(({ from }) => from === path).map(({ rule }) => rule);
}

function write(path, content) {
  const target = join(copy, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
}

/** Sources are copied; what is installed is linked, the workspace's own packages to their copies. */
function copyCheckout(to) {
  for (const file of ['biome.json', '.gitignore', 'package.json']) cpSync(join(root, file), join(to, file));
  cpSync(join(root, 'scripts'), join(to, 'scripts'), { recursive: true });
  linkInstalled(join(root, 'node_modules'), join(to, 'node_modules'), to);
  for (const group of ['apps', 'packages']) {
    for (const name of readdirSync(join(root, group))) {
      const from = join(root, group, name);
      cpSync(from, join(to, group, name), {
        recursive: true,
        filter: (path) => !['node_modules', 'dist', '.turbo'].includes(basename(path)),
      });
      linkInstalled(join(from, 'node_modules'), join(to, group, name, 'node_modules'), to);
    }
  }
}

function linkInstalled(from, into, copyRoot) {
  if (!existsSync(from)) return;
  mkdirSync(into);
  for (const name of readdirSync(from).filter((entry) => !entry.startsWith('.'))) {
    if (name.startsWith('@')) linkInstalled(join(from, name), join(into, name), copyRoot);
    else
      symlinkSync(
        realpathSync(join(from, name))
          .replace(`${root}/apps`, `${copyRoot}/apps`)
          .replace(`${root}/packages`, `${copyRoot}/packages`),
        join(into, name),
      );
  }
}
