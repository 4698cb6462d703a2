import { inRead, inTx } from '@trellis/db/client';
import { loadPairingRows } from '@trellis/db/reads/export-rows';
import { insertSeparations } from '@trellis/db/separations';
import {
  makeAgency,
  makeMember,
  makeOffer,
  makeProgram,
  makeRequest,
  testNow,
} from '@trellis/db/testing-factories';
import type { ProgramId, SeparationId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestServer, type TestServer } from '../../testing.ts';
import { bringIn, csvOf } from './testing-sheets.ts';

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
});

const mentee = async (name: string, email: string | null = null) => {
  const memberId = await makeMember(server.database.db, admin, {
    displayName: name,
    email,
    roles: ['mentee'],
  });
  return makeRequest(server.database.db, admin, { programId, memberId });
};
const mentor = async (name: string, capacity: number | null, email: string | null = null) => {
  const memberId = await makeMember(server.database.db, admin, {
    displayName: name,
    email,
    roles: ['mentor'],
  });
  return makeOffer(server.database.db, admin, { programId, memberId, capacity });
};
const bring = (...rows: string[][]) =>
  bringIn(server, admin, { kind: 'pairings', programId, bytes: csvOf(['Mentee', 'Mentor'], ...rows) });
const pairs = () => inRead(server.database.db, admin, loadPairingRows);

test('pairs decided elsewhere come in as approved, each on a seat of its own', async () => {
  await mentee('Maya Mentee', 'maya@example.org');
  await mentee('Nils Mentee');
  await mentor('Tom Mentor', 2, 'tom@example.org');
  const report = await bring(['MAYA@example.org', 'tom@example.org'], ['Nils Mentee', 'Tom Mentor']);
  expect(report.counts).toEqual({ created: 2, changed: 0, same: 0, left_out: 0 });
  expect((await pairs()).map(({ mentee: who, status, origin }) => [who, status, origin])).toEqual([
    ['Maya Mentee', 'approved', 'import'],
    ['Nils Mentee', 'approved', 'import'],
  ]);
  const again = await bring(['maya@example.org', 'tom@example.org'], ['Nils Mentee', 'Tom Mentor']);
  expect(again.counts).toMatchObject({ created: 0, same: 2 });
});

test('what cannot be is told row by row, and the rest is done', async () => {
  const maya = await mentee('Maya');
  await mentee('Nils');
  await mentee('Nils');
  await mentee('Olga');
  await mentee('Pia');
  const tom = await mentor('Tom', 1);
  await mentor('Uma', null);
  await mentor('Vera', 3);
  await inTx(server.database.db, admin, (tx) =>
    insertSeparations(
      tx,
      [
        {
          id: server.deps.ids.next() as SeparationId,
          memberA: maya.memberId,
          memberB: tom.memberId,
          kind: 'never_pair',
          why: null,
          pairingId: null,
        },
      ],
      testNow(),
    ),
  );
  const report = await bring(
    ['Maya', 'Tom'],
    ['Nils', 'Tom'],
    ['Olga', 'Uma'],
    ['Nobody', 'Tom'],
    ['Olga', 'Nobody'],
    ['Olga', ''],
    ['Olga', 'Tom'],
    ['Pia', 'Tom'],
    ['Olga', 'Vera'],
    ['Pia', 'Vera'],
    ['Pia', 'Vera'],
  );
  expect(report.problems.map(({ line, code }) => [line, code])).toEqual([
    [2, 'kept_apart'],
    [3, 'mentee_unclear'],
    [4, 'mentor_capacity_unknown'],
    [5, 'mentee_unknown'],
    [6, 'mentor_unknown'],
    [7, 'mentor_missing'],
    [9, 'mentor_has_no_room'],
    [10, 'mentee_has_no_seat'],
    [12, 'twice'],
  ]);
  expect((await pairs()).map((pair) => `${pair.mentee}–${pair.mentor}`)).toEqual(['Olga–Tom', 'Pia–Vera']);
});
