import { listAudit } from '@trellis/db/audit';
import { inRead } from '@trellis/db/client';
import { makeAgency, makeMember, makeOffer, makePairing, makeRequest } from '@trellis/db/testing-factories';
import type { ProgramId } from '@trellis/domain/ids';
import { DEFAULT_WEIGHTS } from '@trellis/domain/programs/settings';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Acting } from '../../acting.ts';
import { openTestServer, type TestServer } from '../../testing.ts';
import { readExamplePair } from './example-pair.ts';
import { moveProgram } from './move-program.ts';
import { readProgram, readReadiness } from './reads.ts';
import { saveProgram } from './save-program.ts';
import { startProgram } from './start-program.ts';

let server: TestServer;
let staff: Acting;
let programId: ProgramId;
beforeAll(async () => {
  server = await openTestServer();
  staff = { ...(await makeAgency(server.deps.db)), call: null };
});
afterAll(() => server.close());

const given = <T>(decision: { ok: true; value: T } | { ok: false }): T => {
  if (!decision.ok) throw new Error(JSON.stringify(decision));
  return decision.value;
};

describe('setting up a program', () => {
  test('begins as a draft; a name is used once', async () => {
    programId = given(
      await startProgram(server.deps, staff, { name: 'Autumn', kind: 'mentoring' }),
    ).programId;
    expect(given(await readProgram(server.deps, staff, programId))).toMatchObject({ status: 'draft' });
    expect(await startProgram(server.deps, staff, { name: 'Autumn', kind: 'circle' })).toEqual({
      ok: false,
      refusal: { code: 'name_taken', facts: { name: 'Autumn' } },
    });
  });

  test('saves part by part, keeps the others, and tells the audit what was and is', async () => {
    const weights = { ...DEFAULT_WEIGHTS, path: 10 };
    await Promise.all([
      saveProgram(server.deps, staff, { programId, change: { weights } }),
      saveProgram(server.deps, staff, { programId, change: { objective: 'fair' } }),
    ]);
    expect(given(await readProgram(server.deps, staff, programId))).toMatchObject({
      weights,
      objective: 'fair',
    });
    await saveProgram(server.deps, staff, { programId, change: { objective: 'fair', weights } });
    const audit = await inRead(server.deps.db, staff, (read) => listAudit(read, { limit: 9 }));
    expect(audit.map(({ action }) => action)).toEqual([
      'program.changed',
      'program.changed',
      'program.started',
    ]);
    expect(audit.map(({ detail }) => detail)).toContainEqual({ objective: { from: 'served', to: 'fair' } });
  });

  test('opens, closes and opens again', async () => {
    for (const to of ['open', 'closed', 'open'] as const) {
      given(await moveProgram(server.deps, staff, { programId, to }));
      expect(given(await readProgram(server.deps, staff, programId)).status).toBe(to);
    }
  });
});

describe('who is ready', () => {
  test('both sides, each with the reason', async () => {
    const { db } = server.deps;
    const ready = await makeRequest(db, staff, { programId });
    const draft = await makeRequest(db, staff, { programId, status: 'draft' });
    const unknown = await makeOffer(db, staff, { programId, capacity: null });
    const none = await makeOffer(db, staff, { programId, capacity: 0 });
    const full = await makeOffer(db, staff, { programId, capacity: 1 });
    const taken = await makeRequest(db, staff, { programId });
    await makePairing(db, staff, { request: taken, offer: full, status: 'approved' });
    const view = given(await readReadiness(server.deps, staff, programId));
    const requests = new Map(view.requests.map((one) => [one.requestId, one.reason]));
    const offers = new Map(view.offers.map((one) => [one.offerId, one.reason]));
    expect([ready, draft, taken].map(({ id }) => requests.get(id))).toEqual([
      null,
      'request_draft',
      'seats_taken',
    ]);
    expect([unknown, none, full].map(({ id }) => offers.get(id))).toEqual([
      'capacity_unknown',
      'capacity_zero',
      'capacity_full',
    ]);
  });
});

describe('the example pair', () => {
  test('holds what a fit is computed from, and nothing a member keeps to themselves', async () => {
    const { db } = server.deps;
    const memberId = await makeMember(db, staff, { about: 'long', boundaries: 'private', employer: 'Acme' });
    const request = await makeRequest(db, staff, { programId, memberId, note: 'between us' });
    const offer = await makeOffer(db, staff, { programId });
    const pair = given(
      await readExamplePair(server.deps, staff, { programId, requestId: request.id, offerId: offer.id }),
    );
    expect(pair.mentee).toMatchObject({ about: null, boundaries: null, employer: 'Acme' });
    expect(pair.request.note).toBeNull();
    const caller = await server.callAs(staff);
    expect(await caller.programs.examplePair({ programId, requestId: null, offerId: null })).toMatchObject({
      request: { programId },
    });
  });
});
