import { inRead } from '@trellis/db/client';
import { findMembersBySourceRef, listMembers } from '@trellis/db/members';
import { loadOffersOfProgram } from '@trellis/db/offers';
import { loadProfile } from '@trellis/db/profiles';
import { loadStandings } from '@trellis/db/reads/readiness';
import { loadRequestsOfProgram } from '@trellis/db/requests';
import { listTerms } from '@trellis/db/taxonomy';
import { makeAgency, makeMember, makeProgram } from '@trellis/db/testing-factories';
import { offerReadiness } from '@trellis/domain/fit/readiness';
import type { ProgramId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestServer, type TestServer } from '../../testing.ts';
import {
  bringIn,
  csvOf,
  MENTEE_HEADERS,
  MENTOR_HEADERS,
  menteeRow,
  mentorRow,
  uploadSheet,
} from './testing-sheets.ts';

let server: TestServer;
let admin: Actor;
let programId: ProgramId;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  admin = await makeAgency(server.database.db);
  programId = await makeProgram(server.database.db, admin);
  await (await server.callAs(admin)).taxonomy.addStarterSet();
});

const previewOf = async (
  file: Omit<Parameters<typeof uploadSheet>[2], 'programId'> & { programId?: ProgramId | null },
) => {
  const { view } = await uploadSheet(server, admin, { programId, ...file });
  return (await server.callAs(admin)).imports.preview({ importId: view.id });
};
const read = <T>(work: Parameters<typeof inRead<T>>[2]) => inRead(server.database.db, admin, work);

describe('a sheet of mentors', () => {
  const sheet = csvOf(
    MENTOR_HEADERS,
    mentorRow(1, { capacity: 3 }),
    mentorRow(2, { capacity: 0 }),
    mentorRow(3, { capacity: '' }),
    mentorRow(4, { disabled: true }),
    mentorRow(5, { matched: true }),
  );

  test('unknown, none and a number are three things; who is disabled or matched takes no part', async () => {
    const report = await bringIn(server, admin, { kind: 'mentors', programId, bytes: sheet });
    expect(report.counts).toEqual({ created: 5, changed: 0, same: 0, left_out: 0 });
    expect(report.offers).toEqual({
      open: 3,
      paused: 1,
      closed: 1,
      capacityUnknown: 1,
      capacityNone: 1,
      seats: 3,
    });
    const { offers } = await read((r) => loadStandings(r, programId));
    const standing = offers.map((one) => {
      const readiness = offerReadiness(one, one.memberStatus, one.held);
      return [one.name, readiness.ready ? readiness.room : readiness.reason];
    });
    expect(standing).toEqual([
      ['Mentor 1', 3],
      ['Mentor 2', 'capacity_zero'],
      ['Mentor 3', 'capacity_unknown'],
      ['Mentor 4', 'offer_paused'],
      ['Mentor 5', 'offer_closed'],
    ]);
  });

  test('spellings of one word are one term, lists are taken apart, a slip of the pen is understood', async () => {
    await bringIn(server, admin, { kind: 'mentors', programId, bytes: sheet, name: 'list.csv' });
    const terms = new Map((await read((r) => listTerms(r))).map(({ id, name }) => [id, name]));
    const [member] = await read((r) => findMembersBySourceRef(r, ['list:3']));
    const profile = await read((r) => loadProfile(r, member!.id));
    expect(profile?.skills.map(({ termId }) => terms.get(termId)).sort()).toEqual([
      'C#',
      'C++',
      'Nursing',
      'Project management',
    ]);
    expect(profile?.languages).toEqual(['en', 'uk']);
    expect([...terms.values()].filter((name) => /javascript/i.test(name))).toEqual(['JavaScript']);
  });

  test('the same file a second time changes nothing', async () => {
    await bringIn(server, admin, { kind: 'mentors', programId, bytes: sheet });
    const before = await read((r) => loadOffersOfProgram(r, programId));
    const again = await bringIn(server, admin, { kind: 'mentors', programId, bytes: sheet });
    expect(again.counts).toEqual({ created: 0, changed: 0, same: 5, left_out: 0 });
    expect(await read((r) => loadOffersOfProgram(r, programId))).toEqual(before);
  });

  test('a changed cell is one change; a blank cell changes nothing', async () => {
    await bringIn(server, admin, {
      kind: 'mentors',
      programId,
      bytes: csvOf(MENTOR_HEADERS, mentorRow(1), mentorRow(2)),
    });
    const blanks = MENTOR_HEADERS.map((header, column) =>
      column === 0 ? 2 : header === 'Country' ? '' : '',
    );
    const next = csvOf(MENTOR_HEADERS, mentorRow(1, { capacity: 5 }), blanks);
    const preview = await previewOf({ kind: 'mentors', bytes: next });
    expect(preview.counts).toMatchObject({ changed: 1, same: 1 });
    expect(preview.rows.find(({ outcome }) => outcome === 'changed')?.changes).toEqual([
      { field: 'capacity', from: '2', to: '5' },
    ]);
  });

  test('two imports of one file at once: one creates, the other finds everybody', async () => {
    const rows = csvOf(MENTOR_HEADERS, ...Array.from({ length: 30 }, (_, id) => mentorRow(id + 1)));
    const reports = await Promise.all([
      bringIn(server, admin, { kind: 'mentors', programId, bytes: rows }),
      bringIn(server, admin, { kind: 'mentors', programId, bytes: rows }),
    ]);
    expect(reports.map(({ counts }) => counts.created).sort()).toEqual([0, 30]);
    expect(await read((r) => loadOffersOfProgram(r, programId))).toHaveLength(30);
  });

  test('one import pressed twice at once happens once', async () => {
    const { view } = await uploadSheet(server, admin, { kind: 'mentors', programId, bytes: sheet });
    const caller = await server.callAs(admin);
    const other = await server.callAs(admin);
    const results = await Promise.allSettled([
      caller.imports.carryOut({ importId: view.id }),
      other.imports.carryOut({ importId: view.id }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('a sheet of mentees', () => {
  test('requests open; known titles name an occupation, and nobody is asked about the others', async () => {
    const rows = csvOf(MENTEE_HEADERS, ...Array.from({ length: 12 }, (_, id) => menteeRow(id + 1)));
    const preview = await previewOf({ kind: 'mentees', bytes: rows });
    expect(preview.unknown.map(({ kind, spelling }) => [kind, spelling])).toEqual([
      ['skill', 'watson'],
      ['country', 'EU'],
    ]);
    await bringIn(server, admin, { kind: 'mentees', programId, bytes: rows });
    const requests = await read((r) => loadRequestsOfProgram(r, programId));
    expect(requests.map(({ status }) => status)).toEqual(Array(12).fill('open'));
    expect(requests.filter(({ from }) => from.occupationId !== null)).toHaveLength(8);
  });

  test('with nothing to look for the request stays a draft, and that is said', async () => {
    const report = await bringIn(server, admin, {
      kind: 'mentees',
      programId,
      bytes: csvOf(['Name'], ['Ada Example'], ['Bo Example']),
    });
    expect(report.problems.map(({ line, code }) => [line, code])).toEqual([
      [2, 'not_open_yet'],
      [3, 'not_open_yet'],
    ]);
    expect((await read((r) => loadRequestsOfProgram(r, programId))).map(({ status }) => status)).toEqual([
      'draft',
      'draft',
    ]);
  });
});

describe('who is who', () => {
  test('by e-mail, whatever its capitals; rows that repeat are told', async () => {
    const first = csvOf(['Name', 'E-mail'], ['Ada Example', 'ada@example.org']);
    await bringIn(server, admin, { kind: 'people', programId: null, bytes: first });
    const preview = await previewOf({
      kind: 'people',
      programId: null,
      bytes: csvOf(
        ['Name', 'E-mail'],
        ['Ada M. Example', 'ADA@example.org'],
        ['Ada Example', 'ada@Example.org'],
        ['', ''],
      ),
    });
    expect(preview.counts).toEqual({ created: 0, changed: 1, same: 0, left_out: 1 });
    expect(preview.problems).toMatchObject([{ line: 3, code: 'twice', number: 2 }]);
  });

  test('a name alone is only a suggestion; a person decides', async () => {
    const memberId = await makeMember(server.database.db, admin, { displayName: 'Ada Example' });
    const { view } = await uploadSheet(server, admin, {
      kind: 'people',
      programId: null,
      bytes: csvOf(['Name', 'Employer'], ['ada example', 'Example Works']),
    });
    const caller = await server.callAs(admin);
    const before = await caller.imports.preview({ importId: view.id });
    expect(before.counts.created).toBe(1);
    expect(before.maybe).toMatchObject([{ line: 2, candidates: [{ memberId }] }]);
    await (await server.callAs(admin)).imports.change({
      importId: view.id,
      decisions: { values: [], people: [{ line: 2, memberId }] },
    });
    const after = await caller.imports.preview({ importId: view.id });
    expect(after.counts).toMatchObject({ created: 0, changed: 1 });
  });

  test('the same id from another source is somebody else', async () => {
    await bringIn(server, admin, {
      kind: 'mentors',
      programId,
      bytes: csvOf(MENTOR_HEADERS, mentorRow(1)),
      name: 'a.csv',
    });
    const preview = await previewOf({
      kind: 'mentors',
      bytes: csvOf(MENTOR_HEADERS, mentorRow(1)),
      name: 'b.csv',
    });
    // Exactly this file was brought in before, so its source is remembered.
    expect(preview.counts.same).toBe(1);
    const other = await previewOf({
      kind: 'mentors',
      bytes: csvOf(MENTOR_HEADERS, mentorRow(1, { capacity: 4 })),
      name: 'b.csv',
    });
    expect(other.counts.created).toBe(1);
  });

  test('a row that says nothing about anybody is left out, the others stand ready', async () => {
    const preview = await previewOf({
      kind: 'people',
      programId: null,
      bytes: csvOf(
        ['Name', 'E-mail', 'Employer'],
        ['', '', 'Example Works'],
        ['Ada', 'not an address', ''],
        ['Bo', '', ''],
      ),
    });
    expect(preview.counts).toMatchObject({ created: 2, left_out: 1 });
    expect(preview.problems.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, null, 'nobody'],
      [3, 'E-mail', 'not_an_email'],
    ]);
  });

  test('a sheet gives nobody a staff role', async () => {
    await bringIn(server, admin, {
      kind: 'people',
      programId: null,
      bytes: csvOf(['E-mail', 'Roles'], ['eve@example.org', 'admin; mentor']),
    });
    const eve = (await read((r) => listMembers(r))).find(({ email }) => email === 'eve@example.org');
    expect(eve?.roles).toEqual(['mentor']);
  });
});

test('decisions about values: the same as, left out; the spelling is known from then on', async () => {
  const caller = await server.callAs(admin);
  const javascript = (await caller.taxonomy.list()).terms.find(({ name }) => name === 'JavaScript')!;
  const bytes = csvOf(['Name', 'Skills'], ['Ada', 'Jay Ess; Juggling'], ['Bo', 'jayess']);
  const { view } = await uploadSheet(server, admin, { kind: 'people', programId: null, bytes });
  await (await server.callAs(admin)).imports.change({
    importId: view.id,
    decisions: {
      values: [
        { kind: 'skill', key: 'jayess', take: { as: 'same', id: javascript.id } },
        { kind: 'skill', key: 'juggling', take: { as: 'leave' } },
      ],
      people: [],
    },
  });
  const { report } = await (await server.callAs(admin)).imports.carryOut({ importId: view.id });
  expect(report.newTerms).toBe(0);
  const after = (await caller.taxonomy.list()).terms;
  expect(after.find(({ id }) => id === javascript.id)?.aliases).toContain('Jay Ess');
  expect(after.some(({ name }) => name === 'Juggling')).toBe(false);
});

test('five thousand rows', async () => {
  const rows = csvOf(MENTOR_HEADERS, ...Array.from({ length: 5000 }, (_, id) => mentorRow(id + 1)));
  const report = await bringIn(server, admin, { kind: 'mentors', programId, bytes: rows });
  expect(report.counts.created).toBe(5000);
  const again = await bringIn(server, admin, { kind: 'mentors', programId, bytes: rows });
  expect(again.counts.same).toBe(5000);
}, 60_000);

test('another agency sees nothing of an upload', async () => {
  const { view } = await uploadSheet(server, admin, {
    kind: 'people',
    programId: null,
    bytes: csvOf(['Name'], ['Ada']),
  });
  const stranger = await makeAgency(server.database.db);
  const caller = await server.callAs(stranger);
  await expect(caller.imports.preview({ importId: view.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(caller.imports.carryOut({ importId: view.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
