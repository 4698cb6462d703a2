// Where the data lives, and the secrets that belong to it.
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { canEnter, postgresUser } from './user.mjs';

/**
 * The data folder of a checkout, created when missing: TRELLIS_DATA when set, else `.trellis` in the checkout,
 * else (as root, when the user Postgres runs as cannot enter the checkout) a folder of its own for this checkout.
 */
export function dataFolder(checkout, wanted = process.env.TRELLIS_DATA) {
  if (wanted) {
    const folder = makeFolder(resolve(checkout, wanted));
    const user = postgresUser(join(folder, 'postgres'));
    if (user && !canEnter(folder, user)) {
      throw new Error(
        `TRELLIS_DATA=${folder} cannot be entered by uid ${user.uid}, which PostgreSQL runs as when started by root. ` +
          'Open its parent folders (chmod o+x) or choose another place.',
      );
    }
    return folder;
  }
  const inside = join(checkout, '.trellis');
  const user = postgresUser(join(inside, 'postgres'));
  if (!user || canEnter(checkout, user)) return makeFolder(inside);
  return makeFolder(join(sharedFolder(), `${basename(checkout)}-${shortHash(checkout)}`));
}

/** A folder every user of this machine can enter, for what a closed checkout cannot hold. */
export function sharedFolder() {
  for (const folder of ['/var/lib/trellis', join(tmpdir(), 'trellis')]) {
    try {
      makeFolder(folder);
      if (statSync(folder).uid !== process.getuid?.()) continue; // somebody else could change what we run there
      const user = postgresUser(folder);
      if (!user || canEnter(folder, user)) return folder;
    } catch {
      // Read-only or somebody else's: try the next one.
    }
  }
  throw new Error('Found no folder that PostgreSQL can reach. Set TRELLIS_DATA to one.');
}

/**
 * The secrets of a data folder, made on the first run and kept in `secrets.json` (mode 0600):
 * `ownerPassword`, `appPassword` (database roles), `authSecret` (signs sessions). URL-safe text, 256 bits each.
 */
export function secretsOf(folder) {
  const path = join(folder, 'secrets.json');
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
  const secrets = { ownerPassword: secret(), appPassword: secret(), authSecret: secret() };
  const fresh = `${path}.${process.pid}`;
  writeFileSync(fresh, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(fresh, path);
  return secrets;
}

/** First 10 hex digits of the SHA-256 of a text: enough to tell checkouts apart in a folder name. */
function shortHash(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}

function makeFolder(folder) {
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    if (statSync(folder).uid === process.getuid?.()) chmodSync(folder, 0o755);
  }
  return folder;
}

function secret() {
  return randomBytes(32).toString('base64url');
}
