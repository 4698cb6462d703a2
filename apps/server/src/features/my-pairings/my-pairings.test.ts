import { inRead } from '@trellis/db/client';
import { listOpenNextSteps } from '@trellis/db/reads/next-steps';
import { findRequest } from '@trellis/db/requests';
import {
  makeAgency,
  makeMember,
  makeOffer,
  makePairing,
  makeProgram,
  makeRequest,
} from '@trellis/db/testing-factories';
import type { MemberId, PairingId, RequestId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import { PAIRING_STATUSES, type PairingStatus } from '@trellis/domain/pairings/statuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestServer, type TestServer } from '../../testing.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

/** A mentee, a mentor and their pairing, published through the real board unless it is to stand elsewhere. */
const makeCouple = async (status: PairingStatus) => {
  const { db } = server.deps;
  const carla = await makeAgency(db);
  const programId = await makeProgram(db, carla);
  const person = async (name: string, role: 'mentee' | 'mentor'): Promise<Actor> => {
    const memberId: MemberId = await makeMember(db, carla, { displayName: name, roles: [role] });
    return { agencyId: carla.agencyId, memberId, roles: [role] };
  };
  const maya = await person('Maya', 'mentee');
  const tomasz = await person('Tomasz', 'mentor');
  const request = await makeRequest(db, carla, { programId, memberId: maya.memberId });
  const offer = await makeOffer(db, carla, { programId, memberId: tomasz.memberId });
  const id = await makePairing(db, carla, { request, offer, status, origin: 'import' });
  return {
    carla,
    asMaya: await server.callAs(maya),
    asTomasz: await server.callAs(tomasz),
    id,
    requestId: request.id,
  };
};

const answer = (
  who: Awaited<ReturnType<TestServer['callAs']>>,
  pairingId: PairingId,
  said: 'accepted' | 'declined' | 'go_on' | 'not_now',
) => who.myPairings.answer({ pairingId, answer: said, words: null });

const requestOf = (actor: Actor, id: RequestId) =>
  inRead(server.deps.db, actor, (read) => findRequest(read, id));

describe('what each of the two may know, mentor first', () => {
  /** Written by hand from the lifecycle: who may open the page of an unanswered pairing. */
  const KNOWN: Record<PairingStatus, readonly ('maya' | 'tomasz')[]> = {
    suggested: [],
    approved: [],
    invited: ['tomasz'],
    meeting: ['maya', 'tomasz'],
    active: ['maya', 'tomasz'],
    paused: ['maya', 'tomasz'],
    closing: ['maya', 'tomasz'],
    kept: ['maya', 'tomasz'],
    dismissed: [],
    ruled_out: [],
    declined: [],
    expired: [],
    withdrawn: [],
    not_now: [],
    closed: ['maya', 'tomasz'],
    erased: [],
  };
  for (const status of PAIRING_STATUSES) {
    test(status, async () => {
      const { asMaya, asTomasz, id } = await makeCouple(status);
      for (const [name, who] of [
        ['maya', asMaya],
        ['tomasz', asTomasz],
      ] as const) {
        const known = KNOWN[status].includes(name);
        expect((await who.myPairings.list()).length).toBe(known ? 1 : 0);
        const page = who.myPairings.one({ pairingId: id });
        if (known) expect((await page).id).toBe(id);
        else await expect(page).rejects.toMatchObject({ code: 'NOT_FOUND' });
        expect((await who.home.mine()).happenings.length).toBeGreaterThan(0);
      }
    });
  }
});

test('both say yes, meet, and go on', async () => {
  const { asMaya, asTomasz, id } = await makeCouple('invited');
  await expect(answer(asMaya, id, 'accepted')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await answer(asTomasz, id, 'accepted');
  expect((await asMaya.home.mine()).happenings[0]).toMatchObject({ code: 'asked', withWhom: 'Tomasz' });
  await answer(asMaya, id, 'accepted');
  expect((await asMaya.myPairings.one({ pairingId: id })).status).toBe('meeting');
  await answer(asMaya, id, 'go_on');
  expect((await asTomasz.myPairings.one({ pairingId: id })).ownAnswer).toBe('accepted');
  await answer(asTomasz, id, 'go_on');
  expect((await asTomasz.myPairings.one({ pairingId: id })).status).toBe('active');
});

test('a no is never shown as one: the mentee is promised a call in the same moment', async () => {
  const { carla, asMaya, asTomasz, id, requestId } = await makeCouple('invited');
  await answer(asTomasz, id, 'declined');
  expect(await asMaya.myPairings.list()).toEqual([]);
  expect((await asMaya.home.mine()).happenings).toMatchObject([
    { code: 'promised', withWhom: null, step: { kind: 'call' } },
  ]);
  expect((await requestOf(carla, requestId))?.status).toBe('open');
  const steps = await inRead(server.deps.db, carla, (read) =>
    listOpenNextSteps(read, { requestIds: [requestId] }),
  );
  expect(steps).toHaveLength(1);
});

test('an answer counts once, however often it is sent at once', async () => {
  const { asTomasz, id } = await makeCouple('invited');
  const answers = await Promise.allSettled([
    answer(asTomasz, id, 'accepted'),
    answer(asTomasz, id, 'declined'),
  ]);
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('somebody else’s pairing does not exist, in this agency and in others', async () => {
  const { id, carla } = await makeCouple('active');
  const other = await makeCouple('active');
  const stranger = await makeMember(server.deps.db, carla, { displayName: 'Stranger', roles: ['mentee'] });
  const asStranger = await server.callAs({ agencyId: carla.agencyId, memberId: stranger, roles: ['mentee'] });
  for (const who of [asStranger, other.asMaya]) {
    await expect(who.myPairings.one({ pairingId: id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(who.myPairings.move({ pairingId: id, to: 'closing', resumeOn: null })).rejects.toMatchObject(
      {
        code: 'NOT_FOUND',
      },
    );
  }
});

test('either of the two rests a pairing and takes it up again; nobody skips the answer to a first meeting', async () => {
  const { asMaya, asTomasz, id } = await makeCouple('active');
  await asMaya.myPairings.move({ pairingId: id, to: 'paused', resumeOn: null });
  await asTomasz.myPairings.move({ pairingId: id, to: 'active', resumeOn: null });
  expect((await asMaya.myPairings.one({ pairingId: id })).status).toBe('active');
  const meeting = await makeCouple('meeting');
  await expect(
    meeting.asMaya.myPairings.move({ pairingId: meeting.id, to: 'active', resumeOn: null }),
  ).rejects.toMatchObject({ code: 'CONFLICT' });
});
