// One Trellis at a time works on a data folder. The lock names its holder, so that a second start can say who
// has it, and a lock left behind by a killed process is recognized and taken over.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identityOf } from './processes.mjs';

const FILE = 'running.json';

/** Thrown by `takeLock` when a living process holds the folder; `holder` is what that process wrote. */
export class AlreadyRunning extends Error {
  constructor(folder, holder) {
    const port = holder.port ? `, port ${holder.port}` : '';
    super(`Trellis is already running on this data (pid ${holder.pid}${port}): ${folder}`);
    this.name = 'AlreadyRunning';
    this.holder = holder;
  }
}

/** What the living holder of the folder wrote, or null when nobody alive holds it. */
export function lockHolder(folder) {
  const holder = read(join(folder, FILE));
  if (holder === null) return null;
  return identityOf(holder.pid) === holder.identity ? holder : null;
}

/**
 * Takes the folder for this process, with facts for those who come later (JSON values).
 * Returns `update(facts)` to add facts and `release()`. Throws AlreadyRunning.
 */
export function takeLock(folder, facts) {
  const path = join(folder, FILE);
  const mine = `${path}.${process.pid}`;
  const content = { pid: process.pid, identity: identityOf(process.pid), ...facts };
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const holder = lockHolder(folder);
    if (holder !== null) throw new AlreadyRunning(folder, holder);
    write(mine, content);
    try {
      linkSync(mine, path); // fails when the file exists: of two starts at once, one wins
      rmSync(mine, { force: true });
      return {
        update(more) {
          Object.assign(content, more);
          write(mine, content);
          renameSync(mine, path);
        },
        release() {
          if (read(path)?.identity === content.identity) rmSync(path, { force: true });
        },
      };
    } catch (error) {
      rmSync(mine, { force: true });
      if (error.code !== 'EEXIST') throw error;
      removeStale(path);
    }
  }
  throw new Error(`Could not take the lock ${path}`);
}

/** Moves a dead process's lock away; renaming first, so that a fresh lock of somebody quicker is put back. */
function removeStale(path) {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const found = read(aside);
  if (found !== null && identityOf(found.pid) === found.identity) {
    try {
      linkSync(aside, path);
    } catch {
      // A third start took its place meanwhile; the next round of takeLock reports it.
    }
  }
  rmSync(aside, { force: true });
}

function write(path, content) {
  writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
}

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
