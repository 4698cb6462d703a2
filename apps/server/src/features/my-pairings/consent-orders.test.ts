import { inTx } from '@trellis/db/client';
import { takeDue } from '@trellis/db/outbox';
import { findPairings } from '@trellis/db/pairings';
import { makeAgency, makeMember, makeOffer, makeProgram, makeRequest } from '@trellis/db/testing-factories';
import type { Actor } from '@trellis/domain/members/actor';
import type { Place } from '@trellis/domain/pairings/answer';
import type { ConsentOrder } from '@trellis/domain/programs/kinds';
import type { Day, Instant } from '@trellis/domain/time';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, openTestServer, type TestServer } from '../../testing.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

const FAR = '2100-01-01T00:00:00.000Z' as Instant;

/** A mentee and a mentor whose pairing went through the board and was published. */
const makePublished = async (consentOrder: ConsentOrder) => {
  const { db } = server.deps;
  const carla = await makeAgency(db);
  const programId = await makeProgram(db, carla, { consentOrder });
  const person = async (name: string, role: Place): Promise<Actor> => {
    const memberId = await makeMember(db, carla, { displayName: name, roles: [role] });
    return { agencyId: carla.agencyId, memberId, roles: [role] };
  };
  const maya = await person('Maya', 'mentee');
  const tomasz = await person('Tomasz', 'mentor');
  const request = await makeRequest(db, carla, { programId, memberId: maya.memberId });
  const offer = await makeOffer(db, carla, { programId, memberId: tomasz.memberId });
  const asCarla = await server.callAs(carla);
  const { moved } = await asCarla.pairings.byHand({
    programId,
    requestId: request.id,
    offerId: offer.id,
    waive: false,
  });
  const id = moved[0]!.pairingId;
  await asCarla.pairings.decide({
    programId,
    pairings: [{ pairingId: id, version: 1 }],
    to: 'approved',
    why: null,
  });
  await asCarla.pairings.publish({ programId, pairingIds: [id] });
  const callers: Record<Place, Caller> = {
    mentee: await server.callAs(maya),
    mentor: await server.callAs(tomasz),
  };
  const nameOf = new Map([
    [maya.memberId, 'mentee'],
    [tomasz.memberId, 'mentor'],
  ]);
  return {
    id,
    programId,
    carla,
    asCarla,
    callers,
    requestId: request.id,
    say: (place: Place, said: 'accepted' | 'declined' | 'go_on' | 'not_now') =>
      callers[place].myPairings.answer({ pairingId: id, answer: said, words: null }),
    status: async () => (await inTx(db, carla, (tx) => findPairings(tx, [id])))[0]!.status,
    /** Who is to hear of what, as `topic place`, in the order of the names. */
    notices: async () =>
      (await inTx(db, carla, (tx) => takeDue(tx, { now: FAR, limit: 100 })))
        .map(({ topic, payload }) => {
          const { memberId } = payload as { memberId: Actor['memberId'] };
          return `${topic} ${nameOf.get(memberId) ?? 'staff'}`;
        })
        .sort(),
  };
};

const ORDERS = [
  ['mentor_first', 'mentor', 'mentee'],
  ['mentee_first', 'mentee', 'mentor'],
] as const;

for (const [order, first, second] of ORDERS) {
  test(`${order}: the second is asked when the first says yes`, async () => {
    const couple = await makePublished(order);
    expect(await couple.notices()).toEqual([`pairing.invited ${first}`]);
    await expect(couple.say(second, 'accepted')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await couple.say(first, 'accepted');
    expect((await couple.notices()).filter((one) => one.startsWith('pairing.invited'))).toHaveLength(2);
    await couple.say(second, 'accepted');
    expect(await couple.status()).toBe('meeting');
  });
}

describe('both at once', () => {
  for (const [first, second] of [
    ['mentor', 'mentee'],
    ['mentee', 'mentor'],
  ] as const) {
    test(`both are asked; they meet once the ${second} says yes as well`, async () => {
      const couple = await makePublished('both_at_once');
      expect(await couple.notices()).toEqual(['pairing.invited mentee', 'pairing.invited mentor']);
      await couple.say(first, 'accepted');
      expect(await couple.status()).toBe('invited');
      await expect(couple.say(first, 'accepted')).rejects.toMatchObject({ code: 'CONFLICT' });
      await couple.say(second, 'accepted');
      expect(await couple.status()).toBe('meeting');
      expect((await couple.notices()).filter((one) => one.startsWith('pairing.meeting'))).toHaveLength(2);
    });

    test(`a no of the ${first} ends it, and the ${second} cannot answer any more`, async () => {
      const couple = await makePublished('both_at_once');
      await couple.say(first, 'declined');
      await expect(couple.say(second, 'accepted')).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(await couple.status()).toBe('declined');
      expect(await couple.callers[second].myPairings.list()).toEqual([]);
    });
  }

  test('two who say yes in the same moment meet', async () => {
    const couple = await makePublished('both_at_once');
    await Promise.all([couple.say('mentor', 'accepted'), couple.say('mentee', 'accepted')]);
    expect(await couple.status()).toBe('meeting');
  });

  test('of a yes and a no in the same moment the no stays', async () => {
    const couple = await makePublished('both_at_once');
    await Promise.allSettled([couple.say('mentor', 'accepted'), couple.say('mentee', 'declined')]);
    expect(await couple.status()).toBe('declined');
  });
});

test('an answer and a withdrawal at once: one goes through, the other hears so, and nobody is left in between', async () => {
  for (let round = 0; round < 4; round++) {
    const couple = await makePublished('mentor_first');
    const [answered, withdrawn] = await Promise.allSettled([
      couple.say('mentor', round % 2 === 0 ? 'accepted' : 'declined'),
      couple.asCarla.pairings.withdraw({ pairingId: couple.id, why: 'A mistake.' }),
    ]);
    const status = await couple.status();
    if (status === 'withdrawn') {
      expect(withdrawn.status).toBe('fulfilled');
      if (answered.status === 'rejected') expect(answered.reason).toMatchObject({ code: 'NOT_FOUND' });
    } else {
      expect(answered.status).toBe('fulfilled');
      expect(withdrawn).toMatchObject({ status: 'rejected', reason: { code: 'CONFLICT' } });
    }
    const { without } = await couple.asCarla.nextSteps.list({ programId: couple.programId });
    expect(without).toEqual([]);
    expect(await couple.callers.mentee.myPairings.list()).toHaveLength(status === 'invited' ? 1 : 0);
  }
});

describe('who hears of a pairing that runs', () => {
  const makeRunning = async () => {
    const couple = await makePublished('both_at_once');
    await couple.say('mentor', 'accepted');
    await couple.say('mentee', 'accepted');
    await couple.say('mentor', 'go_on');
    await couple.say('mentee', 'go_on');
    return couple;
  };
  const about = async (couple: Awaited<ReturnType<typeof makeRunning>>, topic: string) =>
    (await couple.notices()).filter((one) => one.startsWith(`${topic} `));

  test('the other one hears of a rest and of its end, each time', async () => {
    const couple = await makeRunning();
    const resumeOn = '2030-01-07' as Day;
    const move = (place: Place, to: 'paused' | 'active' | 'closing') =>
      couple.callers[place].myPairings.move({
        pairingId: couple.id,
        to,
        resumeOn: to === 'paused' ? resumeOn : null,
      });
    await move('mentee', 'paused');
    expect(await about(couple, 'pairing.paused')).toEqual(['pairing.paused mentor']);
    expect((await couple.callers.mentor.myPairings.one({ pairingId: couple.id })).resumeOn).toBe(resumeOn);
    await move('mentor', 'active');
    expect(await about(couple, 'pairing.resumed')).toEqual(['pairing.resumed mentee']);
    await move('mentee', 'paused');
    expect(await about(couple, 'pairing.paused')).toHaveLength(2);
    await move('mentor', 'closing');
    expect(await about(couple, 'pairing.closing')).toEqual(['pairing.closing mentee']);
  });

  test('staff rest it until a day, and both hear of it; a stale screen does not', async () => {
    const couple = await makeRunning();
    const { pairings } = await couple.asCarla.pairings.board({ programId: couple.programId });
    const seen = { pairingId: couple.id, version: pairings[0]!.version };
    const resumeOn = '2030-01-07' as Day;
    await couple.asCarla.pairings.move({ ...seen, to: 'paused', resumeOn });
    expect(await about(couple, 'pairing.paused')).toEqual(['pairing.paused mentee', 'pairing.paused mentor']);
    await expect(
      couple.asCarla.pairings.move({ ...seen, to: 'closing', resumeOn: null }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await couple.status()).toBe('paused');
  });

  test('what is withdrawn is over for both who knew of it', async () => {
    const couple = await makeRunning();
    await couple.asCarla.pairings.withdraw({ pairingId: couple.id, why: 'They moved away.' });
    expect(await about(couple, 'pairing.withdrawn')).toHaveLength(2);
    const asked = await makePublished('mentor_first');
    await asked.asCarla.pairings.withdraw({ pairingId: asked.id, why: 'A mistake.' });
    expect((await asked.notices()).filter((one) => one.startsWith('pairing.withdrawn'))).toEqual([
      'pairing.withdrawn mentor',
    ]);
  });
});
