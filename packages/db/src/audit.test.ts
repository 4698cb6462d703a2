import { createHash } from 'node:crypto';
import type { Actor } from '@trellis/domain/members/actor';
import { asc, sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AuditLine, appendAudit, appendAudits, checkAudit, listAudit } from './audit.ts';
import { inRead, inTx } from './client.ts';
import { auditEntry } from './schema/audit.ts';
import { openTestDatabase, type TestDatabase } from './testing.ts';
import { makeAgency } from './testing-factories.ts';

let database: TestDatabase;
let owner: postgres.Sql;
let admin: Actor;

beforeAll(async () => {
  database = await openTestDatabase({ connections: 10 });
  owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await owner.end();
  await database.close();
});
beforeEach(async () => {
  admin = await makeAgency(database.db);
});

const line = (n: number): AuditLine => ({
  action: 'pairing.approved',
  subjectKind: 'pairing',
  subjectId: `p-${n}`,
  why: `because\n"${n}" — ü`,
  detail: { n, z: 1, a: [1, 2] },
});
const append = (...lines: AuditLine[]) => inTx(database.db, admin, (tx) => appendAudits(tx, lines));
const check = () => inRead(database.db, admin, checkAudit);

/** Does what only the owner of the tables could, with the guard of the table switched off. */
const tamper = (statement: (tx: postgres.TransactionSql) => PromiseLike<unknown>) =>
  owner.begin(async (tx) => {
    await tx`select set_config('app.agency', ${admin.agencyId}, true)`;
    await tx.unsafe('alter table audit_entry disable trigger user');
    await statement(tx);
    await tx.unsafe('alter table audit_entry enable trigger user');
  });

describe('the audit chain', () => {
  test('numbers entries from 1 and reads them back, newest first', async () => {
    await append(line(1), line(2));
    await inTx(database.db, admin, (tx) =>
      appendAudit(tx, { action: 'round.published', subjectKind: 'round', subjectId: 'r-1' }),
    );
    const entries = await inRead(database.db, admin, (read) => listAudit(read, { limit: 2 }));
    expect(entries.map((entry) => [entry.seq, entry.action, entry.actorId])).toEqual([
      [3, 'round.published', admin.memberId],
      [2, 'pairing.approved', admin.memberId],
    ]);
    const older = await inRead(database.db, admin, (read) => listAudit(read, { limit: 5, before: 2 }));
    expect(older).toMatchObject([{ seq: 1, why: line(1).why, detail: { n: 1, z: 1, a: [1, 2] } }]);
    const about = await inRead(database.db, admin, (read) =>
      listAudit(read, { limit: 5, subject: { kind: 'pairing', id: 'p-2' } }),
    );
    expect(about.map((entry) => entry.seq)).toEqual([2]);
    expect(await check()).toEqual({ entries: 3, brokenAt: null });
  });

  test('stays gapless and whole when thirty write at once and a third of them roll back', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 30 }, (_, n) =>
        inTx(database.db, admin, async (tx) => {
          await appendAudits(tx, [line(n), line(n + 100)]);
          if (n % 3 === 0) throw new Error('rolled back');
        }),
      ),
    );
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(20);
    expect(await check()).toEqual({ entries: 40, brokenAt: null });
  });

  test('can be recomputed from outside, with nothing but SHA-256', async () => {
    await append(line(1), { ...line(2), why: null }, line(3));
    const rows = await inRead(database.db, admin, (read) =>
      read.orm.select().from(auditEntry).orderBy(asc(auditEntry.seq)),
    );
    const sha256 = (...lines: unknown[]) => createHash('sha256').update(lines.join('\n')).digest('hex');
    let before = '';
    for (const row of rows) {
      const { agencyId, seq, at, actorId, action, subjectKind, subjectId, why, body } = row;
      const words = sha256(row.wordsSalt, why === null ? 'null' : JSON.stringify(why), body);
      before = sha256(before, agencyId, seq, at, actorId ?? '', action, subjectKind, subjectId, words);
      expect([row.wordsDigest, row.hash]).toEqual([words, before]);
    }
    expect(new Set(rows.map((row) => row.wordsSalt)).size).toBe(3);
    expect(rows).toHaveLength(3);
  });

  test('an insert cannot choose its number, moment or hash', async () => {
    await inTx(database.db, admin, (tx) =>
      tx.orm.execute(sql`insert into audit_entry
        (agency_id, seq, at, action, subject_kind, subject_id, body, prev_hash, hash, words_digest, words_removed)
        values (${tx.agencyId}, 99, '1999-01-01', 'x', 'y', 'z', '{}', 'forged', 'forged', 'forged', true)`),
    );
    expect(await check()).toEqual({ entries: 1, brokenAt: null });
  });

  test.each<[string, number, (tx: postgres.TransactionSql) => PromiseLike<unknown>]>([
    ['a changed reason', 2, (tx) => tx`update audit_entry set why = 'other' where seq = 2`],
    ['a changed actor', 1, (tx) => tx`update audit_entry set actor_id = null where seq = 1`],
    ['a changed moment', 3, (tx) => tx`update audit_entry set at = at + interval '1 ms' where seq = 3`],
    ['a removed entry', 4, (tx) => tx`delete from audit_entry where seq = 3`],
    ['a removed beginning', 2, (tx) => tx`delete from audit_entry where seq = 1`],
    ['a removed end', 5, (tx) => tx`delete from audit_entry where seq = 5`],
    [
      'a changed entry with its own hash made new',
      3,
      (tx) => tx`update audit_entry set body = '{}', words_digest = audit_words(words_salt, why, '{}'),
        hash = audit_seal(prev_hash, agency_id, seq, at, actor_id, action, subject_kind, subject_id,
          audit_words(words_salt, why, '{}')) where seq = 2`,
    ],
    [
      'a changed entry made to look like one from before words had a digest',
      3,
      (tx) => tx`update audit_entry set body = '{}', words_digest = null, words_salt = null,
        hash = audit_hash(prev_hash, agency_id, seq, at, actor_id, action, subject_kind, subject_id, why, '{}')
        where seq = 2`,
    ],
    [
      'words that went without a reason',
      4,
      (tx) => tx`update audit_entry set why = null, body = '{}', words_salt = null, words_removed = true
        where seq = 4`,
    ],
  ])('shows %s', async (_, brokenAt, statement) => {
    await append(line(1), line(2), line(3), line(4), line(5));
    await tamper(statement);
    expect((await check()).brokenAt).toBe(brokenAt);
  });

  test('with its end cut off, takes no further entry', async () => {
    await append(line(1), line(2));
    await tamper((tx) => tx`delete from audit_entry where seq = 2`);
    await expect(append(line(3))).rejects.toMatchObject({ cause: { constraint_name: 'audit_chain' } });
  });

  test('cannot be changed or removed by the app, nor by its owner unawares', async () => {
    await append(line(1));
    for (const statement of [
      sql`update audit_entry set why = 'x'`,
      sql`update audit_entry set why = null, body = '{}', words_salt = null, words_removed = true`,
      sql`delete from audit_entry`,
      sql`truncate audit_entry`,
    ]) {
      await expect(inTx(database.db, admin, (tx) => tx.orm.execute(statement))).rejects.toMatchObject({
        cause: { code: '42501' },
      });
    }
    const refused = { constraint_name: 'audit_append_only' };
    await expect(owner`delete from audit_entry`).rejects.toMatchObject(refused);
    await expect(
      owner.begin(async (tx) => {
        await tx`select set_config('app.agency', ${admin.agencyId}, true)`;
        await tx`update audit_entry set why = 'x'`;
      }),
    ).rejects.toMatchObject(refused);
  });

  test('takes five thousand entries of one import', async () => {
    await append(...Array.from({ length: 5000 }, (_, n) => line(n)));
    expect(await check()).toEqual({ entries: 5000, brokenAt: null });
  });
});
