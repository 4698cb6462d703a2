import type { AgencyId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listAgencies } from './agencies.ts';
import { inRead, inTx } from './client.ts';
import { brokenConstraint, sqlStateOf } from './constraint-errors.ts';
import { findMember, findMemberByEmail, linkAccount, listMembers, updateMember } from './members.ts';
import { loadOffersOfProgram } from './offers.ts';
import { membershipsOf } from './sign-in.ts';
import { openTestDatabase, type TestDatabase } from './testing.ts';
import {
  makeAgency,
  makeMember,
  makeOffer,
  makePairing,
  makeProgram,
  makeRequest,
  makeTerm,
  testNow,
} from './testing-factories.ts';
import { replaceWishes } from './wishes.ts';

let database: TestDatabase;
let ours: Actor;
let theirs: Actor;

beforeAll(async () => {
  database = await openTestDatabase();
  ours = await makeAgency(database.db, 'Ours');
  theirs = await makeAgency(database.db, 'Theirs');
});
afterAll(() => database.close());

describe('one agency', () => {
  test('does not see, find or change another’s rows', async () => {
    const { db } = database;
    const secret = await makeMember(db, theirs, { email: 'secret@example.org' });
    await inRead(db, ours, async (read) => {
      expect(await findMember(read, secret)).toBe(null);
      expect(await findMemberByEmail(read, 'secret@example.org')).toBe(null);
      expect((await listMembers(read)).map((row) => row.id)).not.toContain(secret);
    });
    expect(await inTx(db, ours, (tx) => updateMember(tx, secret, { about: 'x' }, testNow()))).toBe(false);
  });

  test('may use the same e-mail, source and names as another', async () => {
    const { db } = database;
    const same = { email: 'both@example.org', sourceRef: 'sheet:1' };
    await makeMember(db, ours, same);
    await makeMember(db, theirs, same);
    await makeTerm(db, ours, 'skill', 'JavaScript');
    await makeTerm(db, theirs, 'skill', 'JavaScript');
  });

  test('cannot hang its rows on another’s, even knowing the ids', async () => {
    const { db } = database;
    const theirProgram = await makeProgram(db, theirs);
    const theirOffer = await makeOffer(db, theirs, { programId: theirProgram });
    const ourProgram = await makeProgram(db, ours);
    const ourRequest = await makeRequest(db, ours, { programId: ourProgram });
    const kindOf = (work: Promise<unknown>) =>
      work.then(
        () => null,
        (error: unknown) => brokenConstraint(error)?.kind,
      );

    expect(await kindOf(makeOffer(db, ours, { programId: theirProgram }))).toBe('foreign_key');
    expect(await kindOf(makeRequest(db, ours, { programId: ourProgram, memberId: theirs.memberId }))).toBe(
      'foreign_key',
    );
    expect(await kindOf(makePairing(db, ours, { request: ourRequest, offer: theirOffer }))).toBe(
      'foreign_key',
    );
    const wishing = inTx(db, ours, (tx) =>
      replaceWishes(
        tx,
        ourProgram,
        [ourRequest.id],
        [{ requestId: ourRequest.id, offerId: theirOffer.id, rank: 1, line: null }],
      ),
    );
    expect(await kindOf(wishing)).toBe('foreign_key');
    expect(await inRead(db, ours, (read) => loadOffersOfProgram(read, theirProgram))).toEqual([]);
  });

  test('a pairing stays within one program', async () => {
    const { db } = database;
    const request = await makeRequest(db, ours, { programId: await makeProgram(db, ours) });
    const offer = await makeOffer(db, ours, { programId: await makeProgram(db, ours) });
    await expect(makePairing(db, ours, { request, offer }).catch(brokenConstraint)).resolves.toMatchObject({
      name: 'pairing_offer_fkey',
    });
  });

  test('cannot insert under another’s name', async () => {
    const forged = inTx(database.db, ours, (tx) =>
      tx.orm.execute(sql`insert into member_role (agency_id, member_id, role)
        values (${theirs.agencyId}, ${theirs.memberId}, 'mentor')`),
    );
    await expect(forged.catch(sqlStateOf)).resolves.toBe('42501');
  });

  test('plain SQL without an agency sees and writes nothing', async () => {
    const bare = postgres(database.appUrl, { max: 1, onnotice: () => {} });
    try {
      const tables = await bare<{ name: string }[]>`
        select c.relname::text as name from pg_class c where c.relrowsecurity and c.relkind = 'r'`;
      expect(tables.length).toBeGreaterThan(30);
      for (const { name } of tables) {
        expect([name, (await bare`select count(*)::int as n from ${bare(name)}`)[0]!.n]).toEqual([name, 0]);
      }
      await expect(
        bare`insert into agency (id, name, locale, time_zone, created_at)
          values (gen_random_uuid(), 'x', 'en', 'UTC', now())`,
      ).rejects.toMatchObject({ code: '42501' });
    } finally {
      await bare.end();
    }
  });

  test('something that is no id is refused, not let through', async () => {
    const nonsense = inRead(database.db, { agencyId: 'all' as AgencyId }, (read) => listMembers(read));
    await expect(nonsense.catch(sqlStateOf)).resolves.toBe('22P02');
  });
});

describe('the ways in without an agency', () => {
  test('the directory names the agencies and shows nothing else', async () => {
    const found = await listAgencies(database.db);
    expect(found.map((row) => row.name)).toEqual(['Ours', 'Theirs']);
  });

  test('an account leads to its memberships, and to no more after it is taken away', async () => {
    const { db } = database;
    const accountId = 'account-of-both' as NonNullable<Parameters<typeof linkAccount>[2]>;
    await db.sql`insert into sign_in_user (id, name, email) values (${accountId}, 'Both', 'two@example.org')`;
    const here = await makeMember(db, ours, { accountId });
    const there = await makeMember(db, theirs);
    await inTx(db, theirs, (tx) => linkAccount(tx, there, accountId, testNow()));
    const both = await membershipsOf(db, accountId);
    expect(new Map(both.map((row) => [row.agencyId, row.memberId]))).toEqual(
      new Map([
        [ours.agencyId, here],
        [theirs.agencyId, there],
      ]),
    );
    await inTx(db, ours, (tx) => linkAccount(tx, here, null, testNow()));
    expect(await membershipsOf(db, accountId)).toEqual([{ agencyId: theirs.agencyId, memberId: there }]);
    await expect(
      db.sql`insert into sign_in_membership (account_id, agency_id, member_id)
        values ('x', ${theirs.agencyId}, ${theirs.memberId})`,
    ).rejects.toMatchObject({ code: '42501' });
  });
});
