import { readdirSync } from 'node:fs';
import { LIVE_STATUSES, PAIRING_STATUSES } from '@trellis/domain/pairings/statuses';
import postgres from 'postgres';
import { describe, expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { openEmptyDatabase } from './testing.ts';

describe('migrate', () => {
  test('two servers at once, and once more, leave one schema', async () => {
    const { ownerUrl, close } = await openEmptyDatabase();
    const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
    try {
      await Promise.all([
        migrate(ownerUrl, { appPassword: null }),
        migrate(ownerUrl, { appPassword: null }),
        migrate(ownerUrl, { appPassword: null }),
      ]);
      await migrate(ownerUrl, { appPassword: null });
      const [done] = await sql`select count(*)::int as n, count(distinct hash)::int as different
        from drizzle.__drizzle_migrations`;
      const files = readdirSync(new URL('../migrations', import.meta.url)).filter((name) =>
        name.endsWith('.sql'),
      );
      expect(done).toEqual({ n: files.length, different: files.length });
    } finally {
      await sql.end();
      await close();
    }
  });

  test('the database and domain mean the same by "live"', async () => {
    const { ownerUrl, close } = await openEmptyDatabase();
    const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
    try {
      await migrate(ownerUrl, { appPassword: null });
      const rows = await sql<{ status: string }[]>`
        select status from unnest(string_to_array(${PAIRING_STATUSES.join(',')}, ',')) status where pairing_is_live(status)`;
      expect(rows.map((row) => row.status).sort()).toEqual([...LIVE_STATUSES].sort());
    } finally {
      await sql.end();
      await close();
    }
  });
});
