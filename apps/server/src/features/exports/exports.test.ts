import { listAudit } from '@trellis/db/audit';
import { inRead, inTx } from '@trellis/db/client';
import { saveProfileParts } from '@trellis/db/profile-parts';
import {
  makeAgency,
  makeMember,
  makeOffer,
  makePairing,
  makeProgram,
  makeRequest,
  makeTerm,
} from '@trellis/db/testing-factories';
import { replaceWishes } from '@trellis/db/wishes';
import { EXPORT_KINDS } from '@trellis/domain/exports/kinds';
import type { Actor } from '@trellis/domain/members/actor';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestServer, type TestServer } from '../../testing.ts';
import { exportTable } from './export-table.ts';

let server: TestServer;
let admin: Actor;
beforeAll(async () => {
  server = await openTestServer();
  admin = await makeAgency(server.database.db);
});
afterAll(() => server.close());

const people = async () => [...(await exportTable(server.deps, admin, 'people'))].join('');

describe('the address of an export', () => {
  test('nobody, a member, staff', async () => {
    expect((await server.app.inject('/api/export/people')).statusCode).toBe(401);
    const memberId = await makeMember(server.database.db, admin, { roles: ['mentee'] });
    const member = await server.signIn({ ...admin, memberId }, 'member@example.org');
    const refused = await server.app.inject({ url: '/api/export/people', headers: { cookie: member } });
    expect([refused.statusCode, refused.body]).toEqual([403, '{"error":"FORBIDDEN"}']);
    const staff = await server.signIn(admin, 'staff@example.org');
    for (const kind of EXPORT_KINDS) {
      const answer = await server.app.inject({ url: `/api/export/${kind}`, headers: { cookie: staff } });
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="trellis-/);
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    }
    const unknown = await server.app.inject({ url: '/api/export/passwords', headers: { cookie: staff } });
    expect(unknown.statusCode).toBe(404);
  });
});

test('that people were exported is kept in the audit', async () => {
  await people();
  const [entry] = await inRead(server.database.db, admin, (read) => listAudit(read, { limit: 1 }));
  expect(entry).toMatchObject({ action: 'people.exported', actorId: admin.memberId });
});

test('no cell runs in a spreadsheet, and what is private stays out', async () => {
  const memberId = await makeMember(server.database.db, admin, {
    displayName: '=HYPERLINK("http://example.org")',
    employer: 'Secret Works',
    headline: '@work',
  });
  await inTx(server.database.db, admin, (tx) =>
    saveProfileParts(tx, [{ memberId, parts: { visibility: { employer: 'self' } } }]),
  );
  const csv = await people();
  expect(csv).toContain(`"'=HYPERLINK(""http://example.org"")"`);
  expect(csv).toContain("'@work");
  expect(csv).not.toContain('Secret Works');
});

test('people who were exported and come back are left alone', async () => {
  const own = await makeAgency(server.database.db);
  const db = server.database.db;
  const skill = await makeTerm(db, own, 'skill', 'Leading people; teams, and "more"');
  const plain = await makeTerm(db, own, 'skill', '-risk');
  for (const [number, name] of ['=1+1', "O'Hara", '  Zoë "Z" ', "'=quoted", 'Mentor 12'].entries()) {
    const memberId = await makeMember(db, own, {
      displayName: name.trim(),
      email: number % 2 === 0 ? `person-${number}@example.org` : null,
      sourceRef: number % 2 === 0 ? null : `elsewhere:${number}`,
      headline: '+ a headline',
      about: 'two\nlines, and "quotes"',
      country: 'DE',
      roles: ['mentor'],
    });
    await inTx(db, own, (tx) =>
      saveProfileParts(tx, [
        {
          memberId,
          parts: {
            skills: [
              { termId: skill, level: 4 },
              { termId: plain, level: null },
            ],
            languages: ['de', 'en'],
          },
        },
      ]),
    );
  }
  const csv = [...(await exportTable(server.deps, own, 'people'))].join('');
  const caller = await server.callAs(own);
  const { view } = await caller.imports.upload({
    kind: 'people',
    programId: null,
    fileName: 'people.csv',
    content: Buffer.from(csv).toString('base64'),
    sheet: null,
    replaces: null,
  });
  const preview = await caller.imports.preview({ importId: view.id });
  expect(preview.rows.filter(({ outcome }) => outcome !== 'same')).toEqual([]);
  expect(preview.problems).toEqual([]);
  expect(preview.unknown).toEqual([]);
  expect(preview.counts.same).toBe(6);
});

test('requests and offers carry their words, wishes and seats', async () => {
  const own = await makeAgency(server.database.db);
  const db = server.database.db;
  const programId = await makeProgram(db, own, { name: 'Autumn' });
  const goal = await makeTerm(db, own, 'goal', 'Change career');
  const memberId = await makeMember(db, own, { displayName: 'Mo Mentor', email: 'mo@example.org' });
  const offer = await makeOffer(db, own, { programId, memberId, goals: [goal], capacity: 2 });
  const request = await makeRequest(db, own, {
    programId,
    goals: [goal],
    mix: 30,
    languages: ['de'],
    missedRounds: 1,
  });
  await inTx(db, own, (tx) =>
    replaceWishes(
      tx,
      programId,
      [request.id],
      [{ requestId: request.id, offerId: offer.id, rank: 1, line: 'knows the way' }],
    ),
  );
  await makePairing(db, own, { request, offer });
  const rowOf = async (kind: 'requests' | 'offers') => {
    const [headers = [], row = []] = parse([...(await exportTable(server.deps, own, kind))].join(''), {
      bom: true,
    });
    return Object.fromEntries(headers.map((header, at) => [header, row[at]]));
  };
  expect(await rowOf('requests')).toMatchObject({
    Program: 'Autumn',
    Request: 'open',
    Goals: 'Change career',
    'Needs to speak': 'German',
    'Mix (0 close to home to 100 new world)': '30',
    'Wishes (dearest first)': 'Mo Mentor: knows the way',
    'Rounds waited': '1',
  });
  expect(await rowOf('offers')).toMatchObject({
    Name: 'Mo Mentor',
    'E-mail': 'mo@example.org',
    Capacity: '2',
    'Seats taken': '1',
    Goals: 'Change career',
  });
});
