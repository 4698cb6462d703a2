import type { MemberId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AuditLine, appendAudit, appendAudits, checkAudit, listAudit } from './audit.ts';
import { listWordsAbout, removeAuditWords } from './audit-words.ts';
import { inRead, inTx } from './client.ts';
import { checkInvariants } from './invariant-check.ts';
import { patternOf } from './person-words.ts';
import { openTestDatabase, type TestDatabase } from './testing.ts';
import {
  makeAgency,
  makeMember,
  makeOffer,
  makePairing,
  makeProgram,
  makeRequest,
} from './testing-factories.ts';

let database: TestDatabase;
let owner: postgres.Sql;
let admin: Actor;
beforeAll(async () => {
  database = await openTestDatabase();
  owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await owner.end();
  await database.close();
});
beforeEach(async () => {
  admin = await makeAgency(database.db);
});

const broken = async () =>
  (await checkInvariants(database.appUrl)).filter(({ agencyId }) => agencyId === admin.agencyId);
const check = () => inRead(database.db, admin, checkAudit);
const about = (subjectKind: string, subjectId: string, more: Partial<AuditLine> = {}): AuditLine => ({
  action: `${subjectKind}.changed`,
  subjectKind,
  subjectId,
  ...more,
});

/** As the owner, who alone could, with the guards of the table switched off. */
const tamper = (statement: (tx: postgres.TransactionSql) => PromiseLike<unknown>) =>
  owner.begin(async (tx) => {
    await tx`select set_config('app.agency', ${admin.agencyId}, true)`;
    await tx.unsafe('alter table audit_entry disable trigger user');
    await statement(tx);
    await tx.unsafe('alter table audit_entry enable trigger user');
  });

/** What erasing does with the trail: names the entries, then takes their words. */
const erase = (memberId: MemberId, pattern: string | null = null) =>
  inTx(database.db, admin, async (tx) => {
    const wordsRemoved = await listWordsAbout(tx, memberId, pattern);
    await appendAudit(tx, {
      action: 'member.erased',
      subjectKind: 'member',
      subjectId: memberId,
      detail: { wordsRemoved },
    });
    await removeAuditWords(tx, wordsRemoved);
    return wordsRemoved;
  });

describe('words of the audit', () => {
  test('about an erased member go, whatever they were about; the chain holds', async () => {
    const programId = await makeProgram(database.db, admin);
    const request = await makeRequest(database.db, admin, { programId });
    const offer = await makeOffer(database.db, admin, { programId });
    const pairing = await makePairing(database.db, admin, { request, offer });
    const mentee = request.memberId;
    await inTx(database.db, admin, (tx) =>
      appendAudits(tx, [
        about('member', mentee, { why: 'Moved away', detail: { from: 'active' } }),
        about('request', request.id, { detail: { importId: 'x', line: 17 } }),
        about('pairing', pairing, { why: 'She asked for it' }),
        about('offer', offer.id, { why: 'His own' }),
        about('separation', 's-1', {
          detail: { memberA: mentee, memberB: offer.memberId, why: 'A quarrel' },
        }),
        about('program', programId, { why: 'For MAYA  Lindt, mostly' }),
        about('program', programId, { why: 'For Maya Lindt-Berg' }),
        about('pairing', pairing, { detail: { from: 'suggested' } }),
      ]),
    );
    expect(await erase(mentee, patternOf({ name: 'Maya Lindt', email: null }))).toEqual([1, 2, 3, 5, 6]);
    const entries = await inRead(database.db, admin, (read) => listAudit(read, { limit: 20 }));
    expect(entries.map(({ seq, why, detail, wordsRemoved }) => [seq, why, detail, wordsRemoved])).toEqual([
      [9, null, { wordsRemoved: [1, 2, 3, 5, 6] }, false],
      [8, null, { from: 'suggested' }, false],
      [7, 'For Maya Lindt-Berg', {}, false],
      [6, null, {}, true],
      [5, null, {}, true],
      [4, 'His own', {}, false],
      [3, null, {}, true],
      [2, null, {}, true],
      [1, null, {}, true],
    ]);
    expect(await check()).toEqual({ entries: 9, brokenAt: null });
    expect(await broken()).toEqual([]);
    expect(await erase(mentee)).toEqual([]);
  });

  test('once gone, the rest of the entry is still held by its hash', async () => {
    const memberId = await makeMember(database.db, admin);
    await inTx(database.db, admin, (tx) => appendAudit(tx, about('member', memberId, { why: 'Words' })));
    await erase(memberId);
    await tamper((tx) => tx`update audit_entry set actor_id = null where seq = 1`);
    expect((await check()).brokenAt).toBe(1);
    await tamper(
      (tx) => tx`update audit_entry set actor_id = ${admin.memberId}, why = 'Other' where seq = 1`,
    );
    expect((await check()).brokenAt).toBe(1);
  });

  test('gone from an entry that no later one names are missed, by whoever looks', async () => {
    const memberId = await makeMember(database.db, admin);
    await inTx(database.db, admin, (tx) => appendAudit(tx, about('member', memberId, { why: 'Words' })));
    await inTx(database.db, admin, (tx) => removeAuditWords(tx, [1]));
    expect((await check()).brokenAt).toBe(1);
    expect(await broken()).toMatchObject([{ invariant: 'I8' }]);
    await inTx(database.db, admin, (tx) =>
      appendAudit(tx, {
        action: 'member.erased',
        subjectKind: 'member',
        subjectId: memberId,
        detail: { wordsRemoved: [1] },
      }),
    );
    // Whoever erased says so in the chain: that is what makes it honest.
    expect((await check()).brokenAt).toBe(null);
  });

  test('of another agency stay, and so does what says who was erased', async () => {
    const elsewhere = await makeAgency(database.db, 'Elsewhere');
    const memberId = await makeMember(database.db, admin);
    const erased = {
      action: 'member.erased',
      subjectKind: 'member',
      subjectId: memberId,
      detail: { by: 'admin' },
    };
    await inTx(database.db, elsewhere, (tx) => appendAudit(tx, about('member', memberId, { why: 'Words' })));
    await inTx(database.db, admin, (tx) => appendAudit(tx, erased));
    await inTx(database.db, admin, (tx) => removeAuditWords(tx, [1]));
    const read = (who: Actor) => inRead(database.db, who, (one) => listAudit(one, { limit: 5 }));
    expect(await read(elsewhere)).toMatchObject([{ why: 'Words', wordsRemoved: false }]);
    expect(await read(admin)).toMatchObject([{ detail: { by: 'admin' }, wordsRemoved: false }]);
  });

  test('of an entry from before words had a digest can go as well', async () => {
    const memberId = await makeMember(database.db, admin);
    await tamper(async (tx) => {
      const values = [
        admin.agencyId,
        1,
        new Date(),
        null,
        'member.changed',
        'member',
        memberId,
        'Old words',
        '{}',
      ];
      const [agencyId, seq, at, actor, action, kind, id, why, body] = values as never[];
      await tx`insert into audit_entry
        (agency_id, seq, at, actor_id, action, subject_kind, subject_id, why, body, prev_hash, hash)
        values (${agencyId!}, ${seq!}, date_trunc('milliseconds', ${at!}::timestamptz), ${actor!}, ${action!}, ${kind!}, ${id!}, ${why!}, ${body!}, '', '')`;
      await tx`update audit_entry set hash = audit_hash(
        prev_hash, agency_id, seq, at, actor_id, action, subject_kind, subject_id, why, body)`;
      await tx`insert into audit_head select agency_id, seq, hash from audit_entry`;
    });
    await inTx(database.db, admin, (tx) => appendAudit(tx, about('member', memberId)));
    expect(await check()).toEqual({ entries: 2, brokenAt: null });
    expect(await erase(memberId)).toEqual([1]);
    expect(await check()).toEqual({ entries: 3, brokenAt: null });
    await tamper((tx) => tx`update audit_entry set hash = 'forged' where seq = 1`);
    expect((await check()).brokenAt).toBe(2);
  });
});

test.each([
  ['Li', null, 'Li'],
  ['Anna Meyer (she)', 'a.meyer@example.org', 'Anna Meyer (she) a.meyer@example.org'],
  ['Renée "Ren" O’Hara', null, JSON.stringify({ why: 'Renée "Ren" O’Hara' })],
])('%s is found as whole words, in plain text and in JSON', async (name, email, text) => {
  const pattern = patternOf({ name, email });
  if (pattern === null) return expect(name).toBe('Li');
  const rest = await owner<{ left: string }[]>`select regexp_replace(${text}, ${pattern}, '#', 'gi') as left`;
  expect(rest[0]!.left).not.toContain(name);
  expect(rest[0]!.left).toContain('#');
});
