import { inRead } from '@trellis/db/client';
import { findPairings } from '@trellis/db/pairings';
import {
  makeAgency,
  makeMember,
  makeOffer,
  makePairing,
  makeProgram,
  makeRequest,
} from '@trellis/db/testing-factories';
import type { PairingId } from '@trellis/domain/ids';
import { LIVE_STATUSES, type PairingStatus } from '@trellis/domain/pairings/statuses';
import { TRANSITIONS } from '@trellis/domain/pairings/transitions';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

/** Two people with a pairing of the two in `status`, in a program of their own. */
const makeCouple = async (status: PairingStatus) => {
  const { db } = server.deps;
  const programId = await makeProgram(db, staff);
  const request = await makeRequest(db, staff, { programId });
  const offer = await makeOffer(db, staff, { programId });
  const pairingId = await makePairing(db, staff, { request, offer, status, origin: 'import' });
  return { programId, pairingId, memberA: request.memberId, memberB: offer.memberId };
};

const statusOf = async (id: PairingId) =>
  (await inRead(server.deps.db, staff, (read) => findPairings(read, [id])))[0]?.status;

const separate = ({ memberA, memberB }: Awaited<ReturnType<typeof makeCouple>>) =>
  separateMembers(server.deps, staff, { memberA, memberB, why: 'They are cousins.' });

describe('two with a live pairing', () => {
  for (const status of LIVE_STATUSES) {
    const told = !TRANSITIONS.ruled_out.from.includes(status);
    test(`${status}: ${told ? 'refused with where it stands' : 'it leaves the board'}`, async () => {
      const couple = await makeCouple(status);
      const decision = await separate(couple);
      if (told) {
        expect(decision).toEqual({
          ok: false,
          refusal: { code: 'conflict', facts: { what: 'pairing', now: status } },
        });
        expect(await statusOf(couple.pairingId)).toBe(status);
        return;
      }
      expect(decision).toMatchObject({ ok: true, value: { takenOff: [{ programId: couple.programId }] } });
      expect(await statusOf(couple.pairingId)).toBe('ruled_out');
    });
  }

  test('it comes back to no board while they are kept apart, and that is said', async () => {
    const couple = await makeCouple('suggested');
    await separate(couple);
    const caller = await server.callAs(staff);
    const back = await caller.pairings.decide({
      programId: couple.programId,
      pairings: [{ pairingId: couple.pairingId, version: 2 }],
      to: 'suggested',
      why: null,
    });
    expect(back).toMatchObject({ moved: [], lost: [{ because: 'kept_apart' }] });
    const kept = (await readSeparations(server.deps, staff)).filter(
      ({ a, b }) => [a.memberId, b.memberId].sort().join() === [couple.memberA, couple.memberB].sort().join(),
    );
    expect(kept).toHaveLength(1);
  });

  test('of keeping apart and publishing at once one wins, and never both', async () => {
    const couple = await makeCouple('approved');
    const caller = await server.callAs(staff);
    const [apart, published] = await Promise.allSettled([
      separate(couple),
      caller.pairings.publish({ programId: couple.programId, pairingIds: [couple.pairingId] }),
    ]);
    const status = await statusOf(couple.pairingId);
    expect(published.status).toBe(status === 'invited' ? 'fulfilled' : 'rejected');
    expect(apart).toMatchObject({ status: 'fulfilled', value: { ok: status === 'ruled_out' } });
  });
});
