import { inRead, inTx } from '@trellis/db/client';
import { insertMembers, listMembers } from '@trellis/db/members';
import { saveProfileParts } from '@trellis/db/profile-parts';
import { insertTerms, listAliases, listTerms } from '@trellis/db/taxonomy';
import { makeAgency, makeTerm, newId, testNow } from '@trellis/db/testing-factories';
import type { TermId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDemo } from '../../demo/open-demo.ts';
import { openTestServer, type TestServer } from '../../testing.ts';
import { exportTable } from './export-table.ts';
import { AWKWARD_TERMS, anyPerson } from './testing-people.ts';

/** What leaves by an export comes back by an import: into the same agency as nothing new, into another one as the same people. */

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

const exported = async (actor: Pick<Actor, 'agencyId' | 'memberId'>): Promise<string> =>
  [...(await exportTable(server.deps, actor, 'people'))].join('');

const upload = async (actor: Actor, csv: string) =>
  (
    await (
      await server.callAs(actor)
    ).imports.upload({
      kind: 'people',
      programId: null,
      fileName: 'people.csv',
      content: Buffer.from(csv).toString('base64'),
      sheet: null,
      replaces: null,
    })
  ).view;

const expectNothingNew = async (actor: Actor): Promise<void> => {
  const csv = await exported(actor);
  const view = await upload(actor, csv);
  expect(view.mapping.columns.filter(({ field }) => field === null)).toEqual([]);
  const preview = await (await server.callAs(actor)).imports.preview({ importId: view.id });
  expect(preview.rows.filter(({ outcome }) => outcome !== 'same')).toEqual([]);
  expect(preview.problems).toEqual([]);
  expect(preview.unknown).toEqual([]);
  expect(preview.counts).toEqual({ created: 0, changed: 0, left_out: 0, same: view.rowCount });
  await (await server.callAs(actor)).imports.carryOut({ importId: view.id });
  expect(await exported(actor)).toBe(csv);
};

/** An agency of its own with the same words. */
const sameTaxonomy = async (from: Actor): Promise<Actor> => {
  const actor = await makeAgency(server.database.db);
  const { terms, aliases } = await inRead(server.database.db, from, async (read) => ({
    terms: await listTerms(read),
    aliases: await listAliases(read),
  }));
  const spellings = (id: TermId, name: string) =>
    aliases.filter((alias) => alias.termId === id && alias.spelling !== name).map(({ spelling }) => spelling);
  await inTx(server.database.db, actor, (tx) =>
    insertTerms(
      tx,
      terms.map(({ id, kind, name }) => ({
        id: newId.term(),
        kind,
        name,
        parentId: null,
        aliases: spellings(id, name),
      })),
      testNow(),
    ),
  );
  return actor;
};

/** The rows but for ids, without staff roles (those are given by an admin only), and without the new agency's own admin. */
const comparable = (csv: string, but?: string): readonly (readonly string[])[] => {
  const [headers = [], ...rows] = parse(csv, { bom: true }) as string[][];
  const id = headers.indexOf('Trellis id');
  const roles = headers.indexOf('Roles');
  return [headers, ...rows.filter((row) => row[id] !== but)].map((row) =>
    row.flatMap((cell, at) =>
      at === id
        ? []
        : [
            at === roles
              ? cell
                  .split('; ')
                  .filter((role) => !/^(admin|coordinator)$/.test(role))
                  .join('; ')
              : cell,
          ],
    ),
  );
};

const expectSamePeopleElsewhere = async (from: Actor): Promise<void> => {
  const csv = await exported(from);
  const to = await sameTaxonomy(from);
  const view = await upload(to, csv);
  const { report } = await (await server.callAs(to)).imports.carryOut({ importId: view.id });
  expect(report.counts).toEqual({ created: view.rowCount, changed: 0, same: 0, left_out: 0 });
  expect(report.newTerms).toBe(0);
  const expected: readonly string[] = ['role_not_by_import', 'hours_without_zone'];
  expect(report.problems.filter(({ code }) => !expected.includes(code))).toEqual([]);
  expect(comparable(await exported(to), to.memberId)).toEqual(comparable(csv));
};

test('the demo agency', async () => {
  const demo = await openDemo(server.deps);
  if (!demo) throw new Error('the database was not empty');
  const admin = await inRead(server.database.db, demo, async (read) =>
    (await listMembers(read, { role: 'admin' })).at(0),
  );
  const actor: Actor = { agencyId: demo.agencyId, memberId: admin!.id, roles: admin!.roles };
  await expectNothingNew(actor);
  await expectSamePeopleElsewhere(actor);
}, 60_000);

test('people of every kind, with names and texts that are hard on a spreadsheet', async () => {
  const actor = await makeAgency(server.database.db);
  const terms = { skill: [] as TermId[], industry: [] as TermId[], occupation: [] as TermId[] };
  for (const kind of ['skill', 'industry', 'occupation'] as const) {
    for (const name of AWKWARD_TERMS) terms[kind].push(await makeTerm(server.database.db, actor, kind, name));
  }
  const people = fc.sample(anyPerson(terms), { numRuns: 150, seed: 20_261_124 });
  await inTx(server.database.db, actor, async (tx) => {
    const made = people.map((person, at) => ({
      ...person,
      member: { ...person.member, id: newId.member(), email: at % 3 === 0 ? null : `p${at}@example.org` },
    }));
    await insertMembers(
      tx,
      made.map(({ member }) => member),
      testNow(),
    );
    await saveProfileParts(
      tx,
      made.map(({ member, parts }) => ({ memberId: member.id, parts })),
    );
  });
  await expectNothingNew(actor);
  await expectSamePeopleElsewhere(actor);
}, 60_000);
