import type { Actor } from '@trellis/domain/members/actor';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Announcement, announce, listen } from './announcements.ts';
import { inTx } from './client.ts';
import { openTestDatabase, type TestDatabase } from './testing.ts';
import { makeAgency } from './testing-factories.ts';

let database: TestDatabase;
let admin: Actor;

beforeAll(async () => {
  database = await openTestDatabase();
  admin = await makeAgency(database.db);
});
afterAll(() => database.close());

describe('announcements', () => {
  test('arrive after the commit, and not at all when rolled back', async () => {
    const heard: Announcement[] = [];
    const stop = await listen(
      database.db,
      (one) => heard.push(one),
      () => {},
    );
    const failing = inTx(database.db, admin, async (tx) => {
      await announce(tx, 'pairing', 'never');
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    await inTx(database.db, admin, async (tx) => {
      await announce(tx, 'pairing', 'p-1');
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(heard).toEqual([]);
    });
    await vi.waitFor(() => expect(heard).toEqual([{ agencyId: admin.agencyId, kind: 'pairing', id: 'p-1' }]));
    await stop();
  });

  test('go on after the connection was lost, and say that there was a gap', async () => {
    const heard: string[] = [];
    const gap = vi.fn();
    const stop = await listen(database.db, (one) => heard.push(one.id), gap);
    const app = postgres(database.appUrl, { max: 1, onnotice: () => {} });
    await app`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query ilike 'listen%' and pid <> pg_backend_pid()`;
    await vi.waitFor(() => expect(gap).toHaveBeenCalled(), { timeout: 10_000 });
    await inTx(database.db, admin, (tx) => announce(tx, 'round', 'r-1'));
    await vi.waitFor(() => expect(heard).toEqual(['r-1']));
    await stop();
    await app.end();
  });
});
