import { listAudit } from '@trellis/db/audit';
import { inRead } from '@trellis/db/client';
import { loadOffersOfProgram } from '@trellis/db/offers';
import { makeAgency, makeMember, makeOffer, makeProgram, makeTerm } from '@trellis/db/testing-factories';
import type { Actor } from '@trellis/domain/members/actor';
import { STARTER_TAXONOMY } from '@trellis/domain/taxonomy/starter/starter-taxonomy';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestServer, type TestServer } from '../../testing.ts';

let server: TestServer;
let admin: Actor;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  admin = await makeAgency(server.database.db);
});

const caller = () => server.callAs(admin);
const names = async () => (await (await caller()).taxonomy.list()).terms.map(({ name }) => name);

describe('the starter set', () => {
  test('comes once, with parents and spellings', async () => {
    expect(await (await caller()).taxonomy.addStarterSet()).toEqual({
      added: STARTER_TAXONOMY.length,
      known: 0,
    });
    expect(await (await caller()).taxonomy.addStarterSet()).toEqual({
      added: 0,
      known: STARTER_TAXONOMY.length,
    });
    const { terms } = await (await caller()).taxonomy.list();
    const javascript = terms.find(({ name }) => name === 'JavaScript');
    expect(javascript?.aliases).toContain('JS');
    expect(terms.find(({ id }) => id === javascript?.parentId)?.name).toBe('Frontend development');
  });

  test('leaves an agency’s own words alone and builds around them', async () => {
    const own = await makeTerm(server.database.db, admin, 'skill', 'JS', { aliases: ['Script'] });
    await (await caller()).taxonomy.addStarterSet();
    const { terms } = await (await caller()).taxonomy.list();
    expect(terms.find(({ id }) => id === own)).toMatchObject({ name: 'JS', parentId: null });
    // JavaScript itself was free, its spelling JS was not.
    expect(terms.find(({ name }) => name === 'JavaScript')?.aliases).not.toContain('JS');
  });
});

describe('a term', () => {
  test('a name or spelling belongs to one term of a kind', async () => {
    const { termId } = await (await caller()).taxonomy.add({
      kind: 'skill',
      name: 'Node.js',
      parentId: null,
    });
    await expect(
      (await caller()).taxonomy.add({ kind: 'skill', name: 'node js', parentId: null }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
    await (await caller()).taxonomy.add({ kind: 'goal', name: 'node js', parentId: null });
    const other = await (await caller()).taxonomy.add({ kind: 'skill', name: 'Deno', parentId: termId });
    await expect(
      (await caller()).taxonomy.addAlias({ termId: other.termId, spelling: 'NODEJS' }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(
      (await caller()).taxonomy.rename({ termId: other.termId, name: 'Node-JS' }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  test('a name of signs alone is refused', async () => {
    await expect(
      (await caller()).taxonomy.add({ kind: 'skill', name: ' - . ', parentId: null }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  test('renaming keeps the old name as a spelling; a spelling can go, the name cannot', async () => {
    const { termId } = await (await caller()).taxonomy.add({ kind: 'skill', name: 'Old', parentId: null });
    await (await caller()).taxonomy.rename({ termId, name: 'New' });
    await (await caller()).taxonomy.removeAlias({ termId, spelling: 'New' });
    const find = async () => (await (await caller()).taxonomy.list()).terms.find(({ id }) => id === termId);
    expect(await find()).toMatchObject({ name: 'New', aliases: ['Old'] });
    await (await caller()).taxonomy.removeAlias({ termId, spelling: 'old' });
    expect(await find()).toMatchObject({ name: 'New', aliases: [] });
  });

  test('cannot lie below itself, also when two move at once', async () => {
    const a = await makeTerm(server.database.db, admin, 'skill', 'A');
    const b = await makeTerm(server.database.db, admin, 'skill', 'B');
    const moves = await Promise.allSettled([
      (await caller()).taxonomy.move({ termId: a, parentId: b }),
      (await caller()).taxonomy.move({ termId: b, parentId: a }),
    ]);
    expect(moves.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('a merge', () => {
  test('moves everything over, after saying what', async () => {
    const db = server.database.db;
    const gone = await makeTerm(db, admin, 'skill', 'Javascript dev', { aliases: ['JSD'] });
    const into = await makeTerm(db, admin, 'skill', 'JavaScript');
    await makeTerm(db, admin, 'skill', 'Below', { parentId: gone });
    const programId = await makeProgram(db, admin);
    await makeOffer(db, admin, { programId, skills: [gone] });
    await makeOffer(db, admin, { programId, skills: [gone, into] });
    expect(await (await caller()).taxonomy.mergePreview({ gone, into })).toEqual({
      people: 0,
      requests: 0,
      offers: 2,
      children: 1,
      spellings: ['Javascript dev', 'JSD'],
    });
    await (await caller()).taxonomy.merge({ gone, into });
    const offers = await inRead(db, admin, (read) => loadOffersOfProgram(read, programId));
    expect(offers.map(({ skills }) => skills)).toEqual([[into], [into]]);
    const { terms } = await (await caller()).taxonomy.list();
    expect(terms.find(({ id }) => id === into)?.aliases.sort()).toEqual(['JSD', 'Javascript dev']);
    expect(await names()).not.toContain('Javascript dev');
    const [entry] = await inRead(db, admin, (read) => listAudit(read, { limit: 1 }));
    expect(entry).toMatchObject({ action: 'term.merged', subjectId: gone });
  });

  test('joins terms of one kind of one agency only', async () => {
    const db = server.database.db;
    const skill = await makeTerm(db, admin, 'skill', 'One');
    const goal = await makeTerm(db, admin, 'goal', 'Two');
    await expect((await caller()).taxonomy.merge({ gone: skill, into: goal })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const stranger = await makeAgency(db);
    const theirs = await makeTerm(db, stranger, 'skill', 'Theirs');
    await expect((await caller()).taxonomy.merge({ gone: theirs, into: skill })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('two merges that cross leave one term', async () => {
    const db = server.database.db;
    const a = await makeTerm(db, admin, 'skill', 'A');
    const b = await makeTerm(db, admin, 'skill', 'B');
    const merges = await Promise.allSettled([
      (await caller()).taxonomy.merge({ gone: a, into: b }),
      (await caller()).taxonomy.merge({ gone: b, into: a }),
    ]);
    expect(merges.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await names()).toHaveLength(1);
  });
});

test('a member reads the words and changes none', async () => {
  const memberId = await makeMember(server.database.db, admin, { roles: ['mentee'] });
  const member = await server.callAs({ agencyId: admin.agencyId, memberId, roles: ['mentee'] });
  expect((await member.taxonomy.list()).terms).toEqual([]);
  await expect(member.taxonomy.add({ kind: 'skill', name: 'Mine', parentId: null })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
});
