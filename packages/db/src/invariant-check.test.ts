import type { Actor } from '@trellis/domain/members/actor';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendAudits } from './audit.ts';
import { inTx } from './client.ts';
import { checkInvariants, findBroken } from './invariant-check.ts';
import { openTestDatabase, type TestDatabase } from './testing.ts';
import { makeAgency, makeOffer, makePairing, makeProgram, makeRequest } from './testing-factories.ts';

/** A small healthy agency, beside another one. */
interface World {
  readonly database: TestDatabase;
  readonly admin: Actor;
  readonly pairing: string;
  readonly mentor: string;
}
let world: World;

beforeAll(async () => {
  const database = await openTestDatabase();
  const { db } = database;
  const admin = await makeAgency(db);
  await inTx(db, await makeAgency(db), (tx) =>
    appendAudits(tx, [{ action: 'x', subjectKind: 'y', subjectId: 'z' }]),
  );
  const programId = await makeProgram(db, admin);
  const request = await makeRequest(db, admin, { programId, seats: 2 });
  const first = await makeOffer(db, admin, { programId });
  const second = await makeOffer(db, admin, { programId });
  const pairing = await makePairing(db, admin, { request, offer: first });
  await makePairing(db, admin, { request, offer: second, requestSeat: 2 });
  await inTx(db, admin, (tx) =>
    appendAudits(
      tx,
      [1, 2, 3].map((n) => ({ action: 'x', subjectKind: 'y', subjectId: `${n}` })),
    ),
  );
  world = { database, admin, pairing, mentor: first.memberId };
});
afterAll(() => world.database.close());

/** Breaks something behind the back of every guard, looks, and takes it back. */
const findingsAfter = async (
  statement: (tx: postgres.TransactionSql, world: World) => PromiseLike<unknown>,
): Promise<readonly string[]> => {
  const owner = postgres(world.database.ownerUrl, { max: 1, onnotice: () => {} });
  const undo = new Error('undo');
  let found: readonly string[] = [];
  try {
    await owner.begin(async (tx) => {
      await tx`select set_config('app.agency', ${world.admin.agencyId}, true)`;
      for (const table of ['pairing', 'member', 'separation', 'audit_entry', 'offer', 'request']) {
        await tx.unsafe(`alter table ${table} disable trigger user`);
      }
      await tx.unsafe('drop index pairing_offer_seat_key; drop index pairing_request_seat_key');
      await statement(tx, world);
      found = (await findBroken(tx, world.admin.agencyId)).map((one) => one.invariant);
      throw undo;
    });
  } catch (error) {
    if (error !== undo) throw error;
  } finally {
    await owner.end();
  }
  return found;
};

describe('looking from outside', () => {
  test('finds nothing where nothing is broken, as owner and as the app', async () => {
    expect(await checkInvariants(world.database.ownerUrl)).toEqual([]);
    expect(await checkInvariants(world.database.appUrl)).toEqual([]);
  });

  test.each<[string, string[], (tx: postgres.TransactionSql, world: World) => PromiseLike<unknown>]>([
    [
      'a capacity below what is held',
      ['I1', 'I1'],
      (tx, { mentor }) => tx`update offer set capacity = 0 where member_id = ${mentor}`,
    ],
    ['two on one request seat', ['I2'], (tx) => tx`update pairing set request_seat = 1`],
    [
      'a seat the request has not',
      ['I2'],
      (tx, { pairing }) => tx`update pairing set request_seat = 7 where id = ${pairing}`,
    ],
    [
      'a separated pair',
      ['I12'],
      (tx, { mentor }) => tx`
        insert into separation (agency_id, id, low_member_id, high_member_id, kind, created_at)
        select agency_id, gen_random_uuid(), least(member_id, ${mentor}::uuid), greatest(member_id, ${mentor}::uuid),
          'blocked', now() from request`,
    ],
    [
      'somebody who left',
      ['I14', 'I14'],
      (tx, { mentor }) => tx`update member set status = 'erased' where id = ${mentor}`,
    ],
    ['a gap in the audit', ['I7', 'I8'], (tx) => tx`delete from audit_entry where seq = 2`],
    ['a cut end of the audit', ['I8'], (tx) => tx`delete from audit_entry where seq = 3`],
    ['a changed entry', ['I8'], (tx) => tx`update audit_entry set action = 'other' where seq = 2`],
    [
      'a call without an answer',
      ['I6'],
      (tx, { admin }) => tx`
        insert into idempotency_key (agency_id, actor_id, key, request_hash, created_at)
        values (${admin.agencyId}, ${admin.memberId}, 'k', 'h', now())`,
    ],
  ])('finds %s', async (_, expected, statement) => {
    expect(await findingsAfter(statement)).toEqual(expected);
  });
});
