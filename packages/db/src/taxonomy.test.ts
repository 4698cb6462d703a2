import type { TermId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inRead, inTx, type Read, type Tx } from './client.ts';
import { brokenConstraint } from './constraint-errors.ts';
import { saveProfileParts } from './profile-parts.ts';
import { loadProfile } from './profiles.ts';
import { findRequest } from './requests.ts';
import {
  addAlias,
  findTerm,
  insertTerms,
  listAliases,
  listTerms,
  moveTerm,
  removeAlias,
  renameTerm,
} from './taxonomy.ts';
import { mergeTerms } from './taxonomy-merge.ts';
import { openTestDatabase, type TestDatabase } from './testing.ts';
import {
  makeAgency,
  makeMember,
  makeOffer,
  makeProgram,
  makeRequest,
  makeTerm,
  newId,
  testNow,
} from './testing-factories.ts';

let database: TestDatabase;
let admin: Actor;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  admin = await makeAgency(database.db);
});

const write = <T>(work: (tx: Tx) => Promise<T>) => inTx(database.db, admin, work);
const read = <T>(work: (read: Read) => Promise<T>) => inRead(database.db, admin, work);
const skill = (name: string, more: { parentId?: TermId; aliases?: string[] } = {}) =>
  makeTerm(database.db, admin, 'skill', name, more);

describe('terms', () => {
  test('spellings meet under one key, per kind', async () => {
    const js = await skill('JavaScript', { aliases: ['JS', 'java script', 'Javascript'] });
    await expect(skill('Java-Script').catch(brokenConstraint)).resolves.toMatchObject({
      name: 'taxonomy_alias_pkey',
    });
    await makeTerm(database.db, admin, 'goal', 'JavaScript');
    const aliases = await read((r) => listAliases(r, 'skill'));
    expect(aliases.map((alias) => [alias.aliasKey, alias.spelling, alias.termId])).toEqual([
      ['javascript', 'JavaScript', js],
      ['js', 'JS', js],
    ]);
  });

  test('aliases are added once, and taken away but for the name', async () => {
    const term = { id: await skill('C++'), kind: 'skill' as const, name: 'C++' };
    const other = { id: await skill('C'), kind: 'skill' as const };
    expect(await write((tx) => addAlias(tx, term, 'cpp'))).toEqual({ outcome: 'added' });
    expect(await write((tx) => addAlias(tx, term, 'C.P.P.'))).toEqual({ outcome: 'known' });
    expect(await write((tx) => addAlias(tx, other, 'CPP'))).toEqual({ outcome: 'taken', by: term.id });
    expect(await write((tx) => removeAlias(tx, term, 'c++'))).toBe(false);
    expect(await write((tx) => removeAlias(tx, term, 'cpp'))).toBe(true);
    expect(await write((tx) => addAlias(tx, other, 'CPP'))).toEqual({ outcome: 'added' });
  });

  test('a new name keeps the old one as an alias', async () => {
    const id = await skill('Ruby on Rails');
    await skill('Rails');
    expect(await write((tx) => renameTerm(tx, { id, kind: 'skill' }, 'rails'))).toMatchObject({
      outcome: 'taken',
    });
    expect(await write((tx) => renameTerm(tx, { id, kind: 'skill' }, 'RoR'))).toEqual({ outcome: 'added' });
    expect((await read((r) => findTerm(r, id)))?.name).toBe('RoR');
    expect((await read((r) => listAliases(r))).filter((alias) => alias.termId === id)).toHaveLength(2);
  });

  test('a parent is of the same kind, and no circle closes, not even in a race', async () => {
    const [a, b, c] = [await skill('A'), await skill('B'), await skill('C')];
    const goal = await makeTerm(database.db, admin, 'goal', 'G');
    expect(await write((tx) => moveTerm(tx, b, a))).toBe('moved');
    expect(await write((tx) => moveTerm(tx, c, b))).toBe('moved');
    expect(await write((tx) => moveTerm(tx, a, c))).toBe('cycle');
    expect(await write((tx) => moveTerm(tx, a, a))).toBe('cycle');
    await expect(write((tx) => moveTerm(tx, a, goal)).catch(brokenConstraint)).resolves.toMatchObject({
      name: 'taxonomy_term_parent_fkey',
    });
    expect(await write((tx) => moveTerm(tx, c, null))).toBe('moved');
    const race = await Promise.all([write((tx) => moveTerm(tx, c, a)), write((tx) => moveTerm(tx, a, c))]);
    expect(race.sort()).toEqual(['cycle', 'moved']);
  });

  test('many at once, parents with their children', async () => {
    const root = newId.term();
    const terms = Array.from({ length: 2500 }, (_, n) => ({
      id: n === 0 ? root : newId.term(),
      kind: 'skill' as const,
      name: `Term ${n}`,
      parentId: n === 0 ? null : root,
    }));
    await write((tx) => insertTerms(tx, terms, testNow()));
    expect(await read((r) => listTerms(r, 'skill'))).toHaveLength(2500);
  });
});

describe('merging', () => {
  test('moves every mention, and the stronger one survives', async () => {
    const { db } = database;
    const [gone, into, child] = [await skill('Postgres'), await skill('PostgreSQL'), await skill('PL/pgSQL')];
    await write((tx) => moveTerm(tx, child, gone));
    const [both, one] = [await makeMember(db, admin), await makeMember(db, admin)];
    await write((tx) =>
      saveProfileParts(tx, [
        {
          memberId: both,
          parts: {
            skills: [
              { termId: gone, level: 4 },
              { termId: into, level: null },
            ],
          },
        },
        { memberId: one, parts: { skills: [{ termId: gone, level: 2 }] } },
      ]),
    );
    const programId = await makeProgram(db, admin);
    const seeker = await makeRequest(db, admin, {
      programId,
      skills: [
        { termId: gone, need: 'must' },
        { termId: into, need: 'nice' },
      ],
      towards: { occupationId: gone, industryId: null },
    });
    const giver = await makeOffer(db, admin, { programId, skills: [gone] });
    const earlier = await skill('PSQL');
    await write((tx) => mergeTerms(tx, earlier, gone));

    await write((tx) => mergeTerms(tx, gone, into));

    expect((await read((r) => loadProfile(r, both)))?.skills).toEqual([{ termId: into, level: 4 }]);
    expect((await read((r) => loadProfile(r, one)))?.skills).toEqual([{ termId: into, level: 2 }]);
    expect(await read((r) => findRequest(r, seeker.id))).toMatchObject({
      skills: [{ termId: into, need: 'must' }],
      towards: { occupationId: into },
    });
    expect(await read((r) => findTerm(r, gone))).toBe(null);
    expect((await read((r) => listTerms(r))).map((term) => [term.id, term.parentId])).toEqual([
      [child, into],
      [into, null],
    ]);
    const aliases = await read((r) => listAliases(r, 'skill'));
    expect(aliases.filter((alias) => alias.termId === into).map((alias) => alias.aliasKey)).toEqual([
      'postgres',
      'postgresql',
      'psql',
    ]);
    const left = await read((r) =>
      r.orm.execute<{ n: number }>(sql`select (select count(*) from offer_skill where term_id = ${gone})
        + (select count(*) from taxonomy_term where merged_into = ${gone})
        + (select count(*) from offer_skill where term_id = ${into} and offer_id <> ${giver.id}) as n`),
    );
    expect(Number(left[0]!.n)).toBe(0);
  });

  test('into its own descendant lifts that one up', async () => {
    const [top, gone, middle, into] = [
      await skill('Top'),
      await skill('Gone'),
      await skill('Middle'),
      await skill('Into'),
    ];
    await write((tx) => moveTerm(tx, gone, top));
    await write((tx) => moveTerm(tx, middle, gone));
    await write((tx) => moveTerm(tx, into, middle));
    await write((tx) => mergeTerms(tx, gone, into));
    const parents = new Map((await read((r) => listTerms(r))).map((term) => [term.id, term.parentId]));
    expect([parents.get(into), parents.get(middle), parents.get(top)]).toEqual([top, into, null]);
  });

  test('of two kinds is impossible', async () => {
    const goal = await makeTerm(database.db, admin, 'goal', 'G');
    const term = await skill('S');
    await expect(write((tx) => mergeTerms(tx, term, goal)).catch(brokenConstraint)).resolves.toMatchObject({
      kind: 'foreign_key',
    });
  });
});
