import {
  makeAgency,
  makeMember,
  makeOffer,
  makePairing,
  makeProgram,
  makeRequest,
} from '@trellis/db/testing-factories';
import type { Actor } from '@trellis/domain/members/actor';
import type { Role } from '@trellis/domain/members/roles';
import type { TimeZone } from '@trellis/domain/time';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Caller, openTestServer, type TestServer } from '../../testing.ts';

let server: TestServer;
let carla: Actor;
let maya: Actor;
let tomasz: Actor;
let asCarla: Caller;
let asMaya: Caller;
let asTomasz: Caller;
let asStranger: Caller;

const person = async (displayName: string, role: Role, timeZone: string): Promise<Actor> => ({
  agencyId: carla.agencyId,
  memberId: await makeMember(server.deps.db, carla, {
    displayName,
    roles: [role],
    timeZone: timeZone as TimeZone,
  }),
  roles: [role],
});

beforeAll(async () => {
  server = await openTestServer();
  carla = await makeAgency(server.deps.db);
  maya = await person('Maya', 'mentee', 'Asia/Kolkata');
  tomasz = await person('Tomasz', 'mentor', 'Asia/Kathmandu');
  asCarla = await server.callAs(carla);
  asMaya = await server.callAs(maya);
  asTomasz = await server.callAs(tomasz);
  asStranger = await server.callAs(await makeAgency(server.deps.db, 'Elsewhere'));
});
afterAll(() => server.close());

test('a night shift over Sunday midnight becomes two stretches', async () => {
  await asMaya.availability.save({ hours: [{ weekday: 7, from: 22 * 60, to: 2 * 60 }] });
  expect(await asMaya.availability.one({})).toMatchObject({
    timeZone: 'Asia/Kolkata',
    hours: [
      { weekday: 1, from: 0, to: 120 },
      { weekday: 7, from: 1320, to: 1440 },
    ],
  });
});

test('only oneself and staff read or change a week', async () => {
  const { memberId } = maya;
  for (const other of [asTomasz, asStranger]) {
    await expect(other.availability.one({ memberId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(other.availability.seenBy({ memberId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(other.availability.save({ memberId, hours: [] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  }
  await asCarla.availability.save({ memberId, hours: [{ weekday: 1, from: 600, to: 660 }] });
  expect((await asCarla.availability.one({ memberId })).hours).toEqual([{ weekday: 1, from: 600, to: 660 }]);
});

test('the two of a pairing see each other on their own clock, unless kept to themselves', async () => {
  const { db } = server.deps;
  const programId = await makeProgram(db, carla);
  const request = await makeRequest(db, carla, { programId, memberId: maya.memberId });
  const offer = await makeOffer(db, carla, { programId, memberId: tomasz.memberId });
  await makePairing(db, carla, { request, offer, status: 'meeting', origin: 'import' });
  await asTomasz.availability.save({ hours: [{ weekday: 1, from: 660, to: 720 }] });
  // Kathmandu is a quarter of an hour ahead of Kolkata.
  expect(await asTomasz.availability.seenBy({ memberId: maya.memberId })).toMatchObject({
    name: 'Maya',
    timeZone: 'Asia/Kathmandu',
    theirTimeZone: 'Asia/Kolkata',
    hours: [{ weekday: 1, from: 615, to: 675 }],
    shared: [{ weekday: 1, from: 660, to: 675 }],
    sharedMinutes: 15,
    clockChanges: [],
  });
  await asMaya.profiles.save({ change: { visibility: { hours: 'self' } } });
  expect((await asTomasz.availability.seenBy({ memberId: maya.memberId })).hours).toEqual([]);
  expect(await asCarla.availability.one({ memberId: maya.memberId })).toMatchObject({
    hours: [],
    hidden: true,
  });
  expect(await asMaya.availability.one({})).toMatchObject({ hidden: false });
  await expect(asCarla.availability.save({ memberId: maya.memberId, hours: [] })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
});

test('moving house changes the zone and keeps the hours of the clock', async () => {
  await asTomasz.profiles.save({ change: { timeZone: 'Europe/Berlin' as TimeZone } });
  expect(await asTomasz.availability.one({})).toMatchObject({
    timeZone: 'Europe/Berlin',
    hours: [{ weekday: 1, from: 660, to: 720 }],
  });
});

test('zones come with their offset of today', async () => {
  const zones = await asMaya.availability.zones();
  expect(zones.find(({ zone }) => zone === 'Asia/Kolkata' || zone === 'Asia/Calcutta')?.minutes).toBe(330);
  expect(zones.length).toBeGreaterThan(300);
});
