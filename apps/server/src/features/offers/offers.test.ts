import { listAudit } from '@trellis/db/audit';
import { inRead, inTx } from '@trellis/db/client';
import { setMemberStatus } from '@trellis/db/members';
import {
  makeAgency,
  makeMember,
  makePairing,
  makeProgram,
  makeRequest,
  makeTerm,
  testNow,
} from '@trellis/db/testing-factories';
import type { OfferId, ProgramId, TermId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import type { Role } from '@trellis/domain/members/roles';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Caller, openTestServer, type TestServer } from '../../testing.ts';

let server: TestServer;
let carla: Actor;
let tomasz: Actor;
let goal: TermId;
let asCarla: Caller;
let asTomasz: Caller;
let asMaya: Caller;
let asStranger: Caller;
/** A new one for each test: a member has one offer in each. */
let programId: ProgramId;

const person = async (displayName: string, role: Role): Promise<Actor> => ({
  agencyId: carla.agencyId,
  memberId: await makeMember(server.deps.db, carla, { displayName, roles: [role] }),
  roles: [role],
});

beforeAll(async () => {
  server = await openTestServer();
  carla = await makeAgency(server.deps.db);
  tomasz = await person('Tomasz', 'mentor');
  goal = await makeTerm(server.deps.db, carla, 'goal', 'Find a job');
  asCarla = await server.callAs(carla);
  asTomasz = await server.callAs(tomasz);
  asMaya = await server.callAs(await person('Maya', 'mentee'));
  asStranger = await server.callAs(await makeAgency(server.deps.db, 'Elsewhere'));
});
beforeEach(async () => {
  programId = await makeProgram(server.deps.db, carla);
});
afterAll(() => server.close());

const begun = async (): Promise<OfferId> => (await asTomasz.offers.start({ programId })).offerId;
const lastLine = async () =>
  (await inRead(server.deps.db, carla, (read) => listAudit(read, { limit: 1 })))[0]!;
const notFound = { code: 'NOT_FOUND' };
const conflict = { code: 'CONFLICT' };

test('an offer is begun once, parts are saved by themselves, and no room is an answer', async () => {
  const offerId = await begun();
  expect(await begun()).toBe(offerId);
  expect(await asTomasz.offers.one({ offerId })).toMatchObject({
    status: 'draft',
    capacity: null,
    blank: ['capacity', 'goals', 'skills', 'note'],
  });
  await asTomasz.offers.save({ offerId, change: { capacity: 0, note: 'In my words' } });
  await asTomasz.offers.save({ offerId, change: { goals: [goal] } });
  expect(await asTomasz.offers.one({ offerId })).toMatchObject({
    capacity: 0,
    goals: [goal],
    note: 'In my words',
    blank: ['skills'],
  });
});

test('who mentors is the agency’s to say; staff begin for somebody, and the role comes with it', async () => {
  const noor = await person('Noor', 'mentee');
  await expect((await server.callAs(noor)).offers.start({ programId })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  const { offerId } = await asCarla.offers.start({ programId, memberId: noor.memberId });
  expect((await asCarla.members.one({ memberId: noor.memberId })).roles).toContain('mentor');
  expect(await asCarla.offers.one({ offerId })).toMatchObject({ memberName: 'Noor' });
});

test('two who begin at the same moment begin one offer', async () => {
  const [a, b] = await Promise.all([
    asTomasz.offers.start({ programId }),
    asCarla.offers.start({ programId, memberId: tomasz.memberId }),
  ]);
  expect(a.offerId).toBe(b.offerId);
});

test('staff write and move it on behalf, and the trail names them', async () => {
  const offerId = await begun();
  await asCarla.offers.save({ offerId, change: { capacity: 2 } });
  expect(await lastLine()).toMatchObject({
    action: 'offer.changed',
    actorId: carla.memberId,
    subjectId: offerId,
    detail: { parts: ['capacity'] },
  });
  await asCarla.offers.move({ offerId, to: 'open' });
  expect(await lastLine()).toMatchObject({ action: 'offer.opened', actorId: carla.memberId });
  expect(await asTomasz.offers.one({ offerId })).toMatchObject({ status: 'open', capacity: 2 });
});

test('nobody else reads, changes or moves it, and nobody learns that it exists', async () => {
  const offerId = await begun();
  for (const other of [asMaya, asStranger]) {
    await expect(other.offers.one({ offerId })).rejects.toMatchObject(notFound);
    await expect(other.offers.save({ offerId, change: { capacity: 9 } })).rejects.toMatchObject(notFound);
    await expect(other.offers.move({ offerId, to: 'closed' })).rejects.toMatchObject(notFound);
    await expect(other.offers.start({ programId, memberId: tomasz.memberId })).rejects.toMatchObject(
      notFound,
    );
  }
  await expect(asMaya.offers.ofMember({ memberId: tomasz.memberId })).rejects.toMatchObject(notFound);
  // Staff of another agency may ask about any member of theirs; ours is none of them.
  expect(await asStranger.offers.ofMember({ memberId: tomasz.memberId })).toEqual([]);
  expect(await asTomasz.offers.one({ offerId })).toMatchObject({ status: 'draft', capacity: null });
});

test('closing is undone to wherever it was, and what is closed is not written to', async () => {
  const offerId = await begun();
  for (const before of ['draft', 'open', 'paused'] as const) {
    if (before !== 'draft') await asTomasz.offers.move({ offerId, to: before });
    await asTomasz.offers.move({ offerId, to: 'closed' });
    await expect(asTomasz.offers.save({ offerId, change: { capacity: 1 } })).rejects.toMatchObject(conflict);
    await asTomasz.offers.move({ offerId, to: before });
    expect((await asTomasz.offers.one({ offerId })).status).toBe(before);
  }
  await asCarla.offers.move({ offerId, to: 'closed' });
  expect(await lastLine()).toMatchObject({ action: 'offer.closed', actorId: carla.memberId });
  await asTomasz.offers.move({ offerId, to: 'open' });
  expect(await lastLine()).toMatchObject({ action: 'offer.opened', actorId: tomasz.memberId });
});

test('closing leaves what runs alone, and a draft does not rest', async () => {
  const offerId = await begun();
  await expect(asTomasz.offers.move({ offerId, to: 'paused' })).rejects.toMatchObject(conflict);
  await asTomasz.offers.save({ offerId, change: { capacity: 1 } });
  await asTomasz.offers.move({ offerId, to: 'open' });
  const { db } = server.deps;
  const request = await makeRequest(db, carla, { programId });
  const pairingId = await makePairing(db, carla, {
    request,
    offer: { id: offerId },
    status: 'meeting',
    origin: 'import',
  });
  await asTomasz.offers.move({ offerId, to: 'closed' });
  expect((await asTomasz.myPairings.list()).map((one) => one.id)).toContain(pairingId);
  await asTomasz.offers.move({ offerId, to: 'open' });
  await expect(asTomasz.offers.save({ offerId, change: { capacity: 0 } })).rejects.toMatchObject(conflict);
});

test('nothing opens for somebody who has left, and no term of another kind is taken', async () => {
  const lea = await person('Lea', 'mentor');
  const { offerId } = await asCarla.offers.start({ programId, memberId: lea.memberId });
  await expect(asCarla.offers.save({ offerId, change: { skills: [goal] } })).rejects.toMatchObject(notFound);
  await asCarla.offers.move({ offerId, to: 'closed' });
  await inTx(server.deps.db, carla, (tx) =>
    setMemberStatus(tx, lea.memberId, { from: ['active'], to: 'withdrawn' }, testNow()),
  );
  await expect(asCarla.offers.move({ offerId, to: 'open' })).rejects.toMatchObject(conflict);
});
