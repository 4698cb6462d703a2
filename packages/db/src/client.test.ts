import { refuse } from '@trellis/domain/decision';
import type { Actor } from '@trellis/domain/members/actor';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDb, inRead, inTx } from './client.ts';
import { brokenConstraint, sqlStateOf } from './constraint-errors.ts';
import { findMember, insertMembers, updateMember } from './members.ts';
import { PoolTimeout } from './pool-gate.ts';
import { member } from './schema/members.ts';
import { openTestDatabase, type TestDatabase } from './testing.ts';
import { makeAgency, makeMember, newId, testNow } from './testing-factories.ts';

let database: TestDatabase;
let admin: Actor;

beforeAll(async () => {
  database = await openTestDatabase();
  admin = await makeAgency(database.db);
});
afterAll(() => database.close());

describe('inTx', () => {
  test('a refusal is returned and has changed nothing', async () => {
    const id = newId.member();
    const answer = await inTx(database.db, admin, async (tx) => {
      await insertMembers(tx, [{ id, displayName: 'Nobody' }], testNow());
      return refuse('forbidden', {});
    });
    expect(answer).toEqual({ ok: false, refusal: { code: 'forbidden', facts: {} } });
    expect(await inRead(database.db, admin, (read) => findMember(read, id))).toBe(null);
  });

  test('an error rolls back and is thrown on', async () => {
    const id = newId.member();
    const failing = inTx(database.db, admin, async (tx) => {
      await insertMembers(tx, [{ id, displayName: 'Nobody' }], testNow());
      throw new Error('bug');
    });
    await expect(failing).rejects.toThrow('bug');
    expect(await inRead(database.db, admin, (read) => findMember(read, id))).toBe(null);
  });

  test('two that deadlock both go through', async () => {
    const [a, b] = [await makeMember(database.db, admin), await makeMember(database.db, admin)];
    let ready = 0;
    const cross = (first: typeof a, second: typeof a) =>
      inTx(database.db, admin, async (tx) => {
        await updateMember(tx, first, { about: 'first' }, testNow());
        ready++;
        while (ready < 2) await new Promise((resolve) => setTimeout(resolve, 5));
        await updateMember(tx, second, { about: 'second' }, testNow());
      });
    await Promise.all([cross(a, b), cross(b, a)]);
    expect(ready).toBe(3);
  });

  test('settings end with the transaction: the next one on the connection sees nothing', async () => {
    const one = createDb({ url: database.appUrl, connections: 1 });
    try {
      await inTx(one, admin, (tx) => tx.orm.execute(sql`select 1`));
      const [left] = await one.sql`select current_setting('app.agency', true) as agency,
        current_setting('app.actor', true) as actor, (select count(*)::int from member) as members`;
      expect(left).toEqual({ agency: '', actor: '', members: 0 });
    } finally {
      await one.close();
    }
  });

  test('a statement that takes too long is canceled', async () => {
    const slow = inTx(database.db, admin, (tx) => tx.orm.execute(sql`select pg_sleep(5)`), {
      statementTimeoutMs: 50,
    });
    await expect(slow.catch(sqlStateOf)).resolves.toBe('57014');
  });

  test('who waits too long for a connection is told so', async () => {
    const small = createDb({ url: database.appUrl, connections: 1, poolTimeoutMs: 60 });
    try {
      let release = (): void => {};
      let holding: Promise<void> | undefined;
      await new Promise<void>((begun) => {
        holding = inTx(small, admin, () => {
          begun();
          return new Promise<void>((resolve) => {
            release = resolve;
          });
        });
      });
      await expect(inTx(small, admin, async () => 1)).rejects.toBeInstanceOf(PoolTimeout);
      release();
      await holding;
      expect(await inTx(small, admin, async () => 2)).toBe(2);
    } finally {
      await small.close();
    }
  });
});

describe('inRead', () => {
  test('cannot write', async () => {
    const writing = inRead(database.db, admin, (read) =>
      read.orm.update(member).set({ about: 'x' }).where(eq(member.agencyId, read.agencyId)),
    );
    await expect(writing.catch(sqlStateOf)).resolves.toBe('25006');
  });
});

describe('constraint errors', () => {
  test('name what was broken', async () => {
    const email = 'same@example.org';
    await makeMember(database.db, admin, { email });
    const again = makeMember(database.db, admin, { email }).catch((error: unknown) => error);
    expect(brokenConstraint(await again)).toEqual({
      kind: 'unique',
      name: 'member_email_key',
      table: 'member',
    });
    expect(brokenConstraint(new Error('other'))).toBe(null);
  });
});
