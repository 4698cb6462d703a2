import {
  makeAgency,
  makeMember,
  makeOffer,
  makePairing,
  makeProgram,
  makeRequest,
} from '@trellis/db/testing-factories';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Acting } from '../../acting.ts';
import { openTestServer, type TestServer } from '../../testing.ts';
import { readSeparations } from './reads.ts';
import { rejoinMembers } from './rejoin-members.ts';
import { separateMembers } from './separate-members.ts';

let server: TestServer;
let staff: Acting;
beforeAll(async () => {
  server = await openTestServer();
  staff = { ...(await makeAgency(server.deps.db)), call: null };
});
afterAll(() => server.close());

test('two are kept apart once, whichever is named first, and can meet again', async () => {
  const memberA = await makeMember(server.deps.db, staff, { displayName: 'Ada' });
  const memberB = await makeMember(server.deps.db, staff, { displayName: 'Bo' });
  const made = await separateMembers(server.deps, staff, { memberA: memberB, memberB: memberA, why: '' });
  expect(await separateMembers(server.deps, staff, { memberA, memberB, why: null })).toMatchObject({
    refusal: { code: 'separated', facts: { mentee: 'Ada', mentor: 'Bo' } },
  });
  expect(await readSeparations(server.deps, staff)).toMatchObject([
    { a: { name: 'Ada' }, b: { name: 'Bo' }, kind: 'never_pair', why: null },
  ]);
  if (!made.ok) throw new Error(made.refusal.code);
  expect(await rejoinMembers(server.deps, staff, made.value)).toMatchObject({ ok: true });
  expect(await rejoinMembers(server.deps, staff, made.value)).toMatchObject({
    refusal: { code: 'not_found' },
  });
  expect(await readSeparations(server.deps, staff)).toEqual([]);
});

test('two with a live pairing are not kept apart before that is decided', async () => {
  const { db } = server.deps;
  const programId = await makeProgram(db, staff);
  const request = await makeRequest(db, staff, { programId });
  const offer = await makeOffer(db, staff, { programId });
  await makePairing(db, staff, { request, offer });
  const decision = await separateMembers(server.deps, staff, {
    memberA: request.memberId,
    memberB: offer.memberId,
    why: null,
  });
  expect(decision).toEqual({
    ok: false,
    refusal: { code: 'conflict', facts: { what: 'pairing', now: 'live' } },
  });
  expect(await readSeparations(server.deps, staff)).toEqual([]);
});
