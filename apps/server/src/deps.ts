import { randomInt } from 'node:crypto';
import { createDb, type Db } from '@trellis/db/client';
import type { ZoneRules } from '@trellis/domain/availability/zone-rules';
import type { Instant } from '@trellis/domain/time';
import type { Logger } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { type Changes, openChanges } from './changes.ts';
import type { Env } from './env.ts';
import { type Matches, openMatches } from './features/rounds/matches.ts';
import { openLog } from './log.ts';
import { type Auth, createAuth } from './sign-in/auth.ts';
import { isKnownZone, zoneRulesFor } from './zones/zone-rules.ts';

/** Everything a use case cannot make by itself. Interfaces only for what is not PostgreSQL. */
export interface Deps {
  readonly db: Db;
  readonly auth: Auth;
  readonly changes: Changes;
  readonly matches: Matches;
  readonly clock: { now(): Instant };
  readonly ids: { next(): string };
  readonly random: { seed(): number };
  readonly zones: { rulesFor(zones: Iterable<string>): ZoneRules; isKnown(zone: string): boolean };
  readonly log: Logger;
  /** Demo sign-ins are offered on the sign-in page only where the demo agency was asked for. */
  readonly demo: boolean;
  close(): Promise<void>;
}

/** Composition root: from the environment to everything the use cases need. */
export const createDeps = async (env: Env): Promise<Deps> => {
  const log = openLog(env);
  const db = createDb({ url: env.DATABASE_URL });
  const changes = await openChanges(db, log);
  const matches = openMatches();
  return {
    db,
    changes,
    matches,
    auth: createAuth(db, env, log),
    clock: { now: () => new Date().toISOString() as Instant },
    ids: { next: () => uuidv7() },
    random: { seed: () => randomInt(0, 2 ** 31) },
    zones: {
      rulesFor: (zones) => zoneRulesFor(zones, Date.now()),
      isKnown: (zone) => isKnownZone(zone, Date.now()),
    },
    log,
    demo: env.TRELLIS_SEED_DEMO,
    async close() {
      await matches.close();
      await changes.close();
      await db.close();
    },
  };
};
