// PostgreSQL refuses to run as root. Started by root, its programs run as another user: the owner of the data
// when there is data already, else uid 65534 ("nobody" on every system that knows the name).
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

const NOBODY = 65534;

/** The `{ uid, gid }` to run Postgres as, or null when it runs as ourselves (we are not root). */
export function postgresUser(dataFolder) {
  if (process.getuid?.() !== 0) return null;
  if (existsSync(dataFolder)) {
    const { uid, gid } = statSync(dataFolder);
    if (uid !== 0) return { uid, gid };
  }
  return { uid: NOBODY, gid: NOBODY };
}

/** True when the user can enter the folder: asked by trying, since every parent folder has a say. */
export function canEnter(folder, user) {
  const tried = spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...user, cwd: '/', stdio: 'ignore' });
  return tried.status === 0;
}
