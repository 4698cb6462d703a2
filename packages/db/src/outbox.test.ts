import type { Actor } from '@trellis/domain/members/actor';
import type { Instant } from '@trellis/domain/time';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inTx } from './client.ts';
import {
  enqueue,
  forgetDone,
  markDone,
  markFailed,
  retryDelayMs,
  type TakenItem,
  takeDue,
} from './outbox.ts';
import { openTestDatabase, type TestDatabase } from './testing.ts';
import { makeAgency } from './testing-factories.ts';

let database: TestDatabase;
let admin: Actor;

beforeAll(async () => {
  database = await openTestDatabase({ connections: 6 });
});
afterAll(() => database.close());
beforeEach(async () => {
  admin = await makeAgency(database.db);
});

const at = (minutes: number): Instant => new Date(Date.UTC(2027, 0, 1, 0, minutes)).toISOString() as Instant;
const mail = (dedupKey: string, dueAt = at(0)) => ({
  topic: 'mail',
  dedupKey,
  payload: { to: dedupKey },
  dueAt,
});
const put = (...items: ReturnType<typeof mail>[]) =>
  inTx(database.db, admin, (tx) => enqueue(tx, items, at(0)));
const take = (limit: number, now = at(10)) =>
  inTx(database.db, admin, async (tx) => {
    const items = await takeDue(tx, { now, limit });
    for (const item of items) await markDone(tx, item.dedupKey, now);
    return items;
  });

describe('the outbox', () => {
  test('the same effect is put out once', async () => {
    await put(mail('a'), mail('b'));
    await put(mail('a'));
    expect((await take(10)).map((item) => item.dedupKey)).toEqual(['a', 'b']);
    await put(mail('a'));
    expect(await take(10)).toEqual([]);
  });

  test('gives what is due, oldest first, with its payload', async () => {
    await put(mail('late', at(5)), mail('soon', at(1)), mail('future', at(99)));
    expect(await take(10)).toMatchObject([
      { dedupKey: 'soon', payload: { to: 'soon' }, attempts: 0, topic: 'mail' },
      { dedupKey: 'late' },
    ]);
  });

  test('six workers at once take each item once', async () => {
    await put(...Array.from({ length: 60 }, (_, n) => mail(`m-${n}`)));
    const taken = await Promise.all(Array.from({ length: 6 }, () => take(15)));
    const keys = taken.flat().map((item) => item.dedupKey);
    keys.push(...(await take(60)).map((item) => item.dedupKey));
    expect(new Set(keys).size).toBe(60);
    expect(keys).toHaveLength(60);
  });

  test('a worker that dies gives its items back at once', async () => {
    await put(mail('a'));
    const dying = inTx(database.db, admin, async (tx) => {
      await takeDue(tx, { now: at(10), limit: 1 });
      throw new Error('killed');
    });
    await expect(dying).rejects.toThrow('killed');
    expect(await take(1)).toHaveLength(1);
  });

  test('a failure comes back later, and is given up in the end', async () => {
    await put(mail('a'));
    const fail = (now: Instant) =>
      inTx(database.db, admin, async (tx): Promise<readonly TakenItem[]> => {
        const items = await takeDue(tx, { now, limit: 1 });
        for (const item of items) await markFailed(tx, item, 'no route', now);
        return items;
      });
    expect(await fail(at(0))).toMatchObject([{ attempts: 0 }]);
    expect(await fail(at(0))).toEqual([]);
    expect(await fail(at(1))).toMatchObject([{ attempts: 1 }]);
    for (let day = 1; day <= 11; day++) await fail(at(day * 1440));
    expect(await take(1, at(99_999))).toEqual([]);
    expect([0, 1, 2, 20].map(retryDelayMs)).toEqual([30_000, 60_000, 120_000, 21_600_000]);
  });

  test('what took effect long ago is forgotten', async () => {
    await put(mail('a'));
    await take(1);
    await inTx(database.db, admin, (tx) => forgetDone(tx, at(11)));
    await put(mail('a'));
    expect(await take(1)).toHaveLength(1);
  });
});
