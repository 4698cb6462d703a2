import type { Actor } from '@trellis/domain/members/actor';
import type { Instant } from '@trellis/domain/time';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inRead, inTx } from './client.ts';
import { beginCall, finishCall, forgetCalls } from './idempotency.ts';
import { insertMembers, listMembers } from './members.ts';
import { openTestDatabase, type TestDatabase } from './testing.ts';
import { makeAgency, makeMember, newId, testNow } from './testing-factories.ts';

let database: TestDatabase;
let admin: Actor;

beforeAll(async () => {
  database = await openTestDatabase({ connections: 8 });
  admin = await makeAgency(database.db);
});
afterAll(() => database.close());

const addMember = (key: string, requestHash = 'hash', fail = false, who = admin) =>
  inTx(database.db, who, async (tx) => {
    const begun = await beginCall(tx, { key, requestHash, now: testNow() });
    if (begun.state !== 'fresh') return begun;
    const id = newId.member();
    await insertMembers(tx, [{ id, displayName: key }], testNow());
    if (fail) throw new Error('failed');
    await finishCall(tx, key, JSON.stringify({ id }));
    return { state: 'made' as const, response: JSON.stringify({ id }) };
  });

const countOf = async (name: string) =>
  (await inRead(database.db, admin, (read) => listMembers(read))).filter((row) => row.displayName === name)
    .length;

describe('idempotency keys', () => {
  test('ten calls at once with one key have the effect once and answer the same', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => addMember('ten')));
    expect(answers.filter((answer) => answer.state === 'made')).toHaveLength(1);
    expect(answers.filter((answer) => answer.state === 'done')).toHaveLength(9);
    expect(new Set(answers.map((answer) => 'response' in answer && answer.response)).size).toBe(1);
    expect(await countOf('ten')).toBe(1);
  });

  test('a failed call leaves the key free', async () => {
    await expect(addMember('retry', 'hash', true)).rejects.toThrow('failed');
    expect((await addMember('retry')).state).toBe('made');
    expect(await countOf('retry')).toBe(1);
  });

  test('of two at once the second takes over when the first fails', async () => {
    let second: ReturnType<typeof addMember> | undefined;
    const first = inTx(database.db, admin, async (tx) => {
      await beginCall(tx, { key: 'over', requestHash: 'hash', now: testNow() });
      second = addMember('over');
      await new Promise((resolve) => setTimeout(resolve, 50));
      throw new Error('failed');
    });
    await expect(first).rejects.toThrow('failed');
    expect((await second)?.state).toBe('made');
    expect(await countOf('over')).toBe(1);
  });

  test('the same key for something else is refused', async () => {
    await addMember('other', 'one');
    expect(await addMember('other', 'two')).toEqual({ state: 'reused' });
  });

  test('keys of two people, or of two agencies, are different keys', async () => {
    const colleague = { ...admin, memberId: await makeMember(database.db, admin) };
    const elsewhere = await makeAgency(database.db);
    expect((await addMember('mine')).state).toBe('made');
    expect((await addMember('mine', 'other', false, colleague)).state).toBe('made');
    expect((await addMember('mine', 'other', false, elsewhere)).state).toBe('made');
  });

  test('forgotten keys are new again', async () => {
    await addMember('old');
    await inTx(database.db, admin, (tx) =>
      forgetCalls(tx, new Date(Date.now() + 1000).toISOString() as Instant),
    );
    expect((await addMember('old')).state).toBe('made');
  });
});
