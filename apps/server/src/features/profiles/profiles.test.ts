import { listAudit } from '@trellis/db/audit';
import { inRead } from '@trellis/db/client';
import { makeAgency, makeMember, makeTerm, newId } from '@trellis/db/testing-factories';
import type { Actor } from '@trellis/domain/members/actor';
import type { Role } from '@trellis/domain/members/roles';
import type { TimeZone } from '@trellis/domain/time';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Caller, openTestServer, type TestServer } from '../../testing.ts';

let server: TestServer;
let carla: Actor;
let maya: Actor;
let asCarla: Caller;
let asMaya: Caller;
let asTomasz: Caller;
let asStranger: Caller;

const person = async (where: Actor, displayName: string, role: Role): Promise<Actor> => ({
  agencyId: where.agencyId,
  memberId: await makeMember(server.deps.db, where, { displayName, roles: [role] }),
  roles: [role],
});

beforeAll(async () => {
  server = await openTestServer();
  carla = await makeAgency(server.deps.db);
  maya = await person(carla, 'Maya', 'mentee');
  asCarla = await server.callAs(carla);
  asMaya = await server.callAs(maya);
  asTomasz = await server.callAs(await person(carla, 'Tomasz', 'mentor'));
  asStranger = await server.callAs(await makeAgency(server.deps.db, 'Elsewhere'));
});
afterAll(() => server.close());

test('parts are saved by themselves and the others stay', async () => {
  const skill = await makeTerm(server.deps.db, carla, 'skill', 'Teaching');
  await asMaya.profiles.save({
    change: { headline: 'Teacher', skills: [{ termId: skill, level: 3 }], style: { plan_or_explore: 4 } },
  });
  await asMaya.profiles.save({ change: { about: 'I teach.', visibility: { about: 'self' } } });
  await asMaya.profiles.save({
    change: {
      career: [
        {
          id: newId.careerStep(),
          occupationId: null,
          industryId: null,
          employer: 'A school',
          fromYear: 2015,
          toYear: null,
        },
      ],
    },
  });
  expect(await asMaya.profiles.one({})).toMatchObject({
    headline: 'Teacher',
    about: 'I teach.',
    skills: [{ termId: skill, level: 3 }],
    style: { plan_or_explore: 4 },
    career: [{ employer: 'A school', fromYear: 2015, toYear: null }],
    visibility: { about: 'self' },
  });
});

test('staff see and change all but what is for the member alone', async () => {
  const { memberId } = maya;
  const seen = await asCarla.profiles.one({ memberId });
  expect(seen).toMatchObject({ headline: 'Teacher', about: null });
  await asCarla.profiles.save({ memberId, change: { country: 'PT' } });
  expect(await asMaya.profiles.one({})).toMatchObject({ country: 'PT', about: 'I teach.' });
  const [entry] = await inRead(server.deps.db, carla, (read) => listAudit(read, { limit: 1 }));
  expect(entry).toMatchObject({
    action: 'profile.changed',
    actorId: carla.memberId,
    detail: { parts: ['country'] },
  });
});

test('staff can neither show nor overwrite what a member keeps to themselves', async () => {
  const { memberId } = maya;
  for (const change of [{ visibility: {} }, { about: 'Overwritten' }]) {
    await expect(asCarla.profiles.save({ memberId, change })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  }
});

test('nobody else reads or changes it, and nobody learns that it exists', async () => {
  const { memberId } = maya;
  for (const other of [asTomasz, asStranger]) {
    await expect(other.profiles.one({ memberId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(other.profiles.save({ memberId, change: { about: 'x' } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  }
});

test('a time zone nobody knows, a term of another list or agency, and years backwards are refused', async () => {
  const goal = await makeTerm(server.deps.db, carla, 'goal', 'Find a job');
  const skills = [{ termId: goal, level: 1 as const }];
  const notFound = { code: 'NOT_FOUND' };
  await expect(asMaya.profiles.save({ change: { timeZone: 'Mars/Base' as TimeZone } })).rejects.toMatchObject(
    notFound,
  );
  await expect(asMaya.profiles.save({ change: { skills } })).rejects.toMatchObject(notFound);
  await expect(asStranger.profiles.save({ change: { skills } })).rejects.toMatchObject(notFound);
  const step = { id: newId.careerStep(), occupationId: null, industryId: null, employer: null };
  await expect(
    asMaya.profiles.save({ change: { career: [{ ...step, fromYear: 2020, toYear: 2010 }] } }),
  ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});

test("a career step's id of somebody else is replaced, their step stays", async () => {
  const step = (await asMaya.profiles.one({})).career[0]!;
  await asTomasz.profiles.save({ change: { career: [{ ...step, employer: 'Mine' }] } });
  expect((await asMaya.profiles.one({})).career).toEqual([step]);
  const [own] = (await asTomasz.profiles.one({})).career;
  expect(own).toMatchObject({ employer: 'Mine' });
  expect(own!.id).not.toBe(step.id);
});
