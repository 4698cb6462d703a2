import { listAudit } from '@trellis/db/audit';
import { inRead, inTx } from '@trellis/db/client';
import { setMemberStatus } from '@trellis/db/members';
import { serveFullRequests, setRequestStatus } from '@trellis/db/requests';
import {
  makeAgency,
  makeMember,
  makeOffer,
  makePairing,
  makeProgram,
  makeTerm,
  testNow,
} from '@trellis/db/testing-factories';
import type { ProgramId, RequestId, TermId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import type { Role } from '@trellis/domain/members/roles';
import type { RequestStatus } from '@trellis/domain/requests/request';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Caller, openTestServer, type TestServer } from '../../testing.ts';

let server: TestServer;
let carla: Actor;
let maya: Actor;
let goal: TermId;
let asCarla: Caller;
let asMaya: Caller;
let asTomasz: Caller;
let asStranger: Caller;
/** A new one for each test: a member has one request at a time in each. */
let programId: ProgramId;

const person = async (displayName: string, role: Role): Promise<Actor> => ({
  agencyId: carla.agencyId,
  memberId: await makeMember(server.deps.db, carla, { displayName, roles: [role] }),
  roles: [role],
});

beforeAll(async () => {
  server = await openTestServer();
  carla = await makeAgency(server.deps.db);
  maya = await person('Maya', 'mentee');
  goal = await makeTerm(server.deps.db, carla, 'goal', 'Find a job');
  asCarla = await server.callAs(carla);
  asMaya = await server.callAs(maya);
  asTomasz = await server.callAs(await person('Tomasz', 'mentor'));
  asStranger = await server.callAs(await makeAgency(server.deps.db, 'Elsewhere'));
});
beforeEach(async () => {
  programId = await makeProgram(server.deps.db, carla);
});
afterAll(() => server.close());

const begun = async (): Promise<RequestId> => (await asMaya.requests.start({ programId })).requestId;
const opened = async (): Promise<RequestId> => {
  const requestId = await begun();
  await asMaya.requests.save({ requestId, change: { goals: [goal] } });
  await asMaya.requests.move({ requestId, to: 'open' });
  return requestId;
};
const statusOf = async (requestId: RequestId) => (await asMaya.requests.one({ requestId })).status;
const lastLine = async () =>
  (await inRead(server.deps.db, carla, (read) => listAudit(read, { limit: 1 })))[0]!;
const notFound = { code: 'NOT_FOUND' };
const conflict = { code: 'CONFLICT' };

test('a request is begun once, and parts are saved by themselves', async () => {
  const requestId = await begun();
  expect(await begun()).toBe(requestId);
  await asMaya.requests.save({ requestId, change: { goals: [goal], note: 'In my words' } });
  await asMaya.requests.save({ requestId, change: { mix: 70 } });
  expect(await asMaya.requests.one({ requestId })).toMatchObject({
    memberName: 'Maya',
    status: 'draft',
    goals: [goal],
    note: 'In my words',
    mix: 70,
    blank: ['path', 'skills'],
  });
  expect((await asMaya.requests.ofMember({})).map(({ id }) => id)).toContain(requestId);
});

test('two who begin at the same moment begin one request', async () => {
  const [a, b] = await Promise.all([
    asMaya.requests.start({ programId }),
    asCarla.requests.start({ programId, memberId: maya.memberId }),
  ]);
  expect(a.requestId).toBe(b.requestId);
});

test('there must be something to look by before it is opened', async () => {
  const requestId = await begun();
  await expect(asMaya.requests.move({ requestId, to: 'open' })).rejects.toMatchObject({
    code: 'PRECONDITION_FAILED',
  });
  await asMaya.requests.save({ requestId, change: { goals: [goal] } });
  await asMaya.requests.move({ requestId, to: 'open' });
  expect((await asMaya.requests.one({ requestId })).openedAt).not.toBeNull();
});

test('staff write and move it on behalf, and the trail names them', async () => {
  const { requestId } = await asCarla.requests.start({ programId, memberId: maya.memberId });
  await asCarla.requests.save({ requestId, change: { goals: [goal] } });
  expect(await lastLine()).toMatchObject({
    action: 'request.changed',
    actorId: carla.memberId,
    subjectId: requestId,
    detail: { parts: ['goals'] },
  });
  await asCarla.requests.move({ requestId, to: 'open' });
  expect(await lastLine()).toMatchObject({ action: 'request.opened', actorId: carla.memberId });
  expect(await asMaya.requests.one({ requestId })).toMatchObject({ status: 'open', memberId: maya.memberId });
});

test('nobody else reads, changes or moves it, and nobody learns that it exists', async () => {
  const requestId = await opened();
  for (const other of [asTomasz, asStranger]) {
    await expect(other.requests.one({ requestId })).rejects.toMatchObject(notFound);
    await expect(other.requests.save({ requestId, change: { mix: 1 } })).rejects.toMatchObject(notFound);
    await expect(other.requests.move({ requestId, to: 'withdrawn' })).rejects.toMatchObject(notFound);
    await expect(other.requests.start({ programId, memberId: maya.memberId })).rejects.toMatchObject(
      notFound,
    );
  }
  await expect(asTomasz.requests.ofMember({ memberId: maya.memberId })).rejects.toMatchObject(notFound);
  // Staff of another agency may ask about any member of theirs; ours is none of them.
  expect(await asStranger.requests.ofMember({ memberId: maya.memberId })).toEqual([]);
  expect(await asMaya.requests.one({ requestId })).toMatchObject({ status: 'open', mix: null });
});

test('withdrawing is undone to wherever it was', async () => {
  const requestId = await opened();
  for (const before of ['open', 'paused'] as const) {
    if (before === 'paused') await asMaya.requests.move({ requestId, to: before });
    await asMaya.requests.move({ requestId, to: 'withdrawn' });
    await expect(asMaya.requests.save({ requestId, change: { note: 'Too late' } })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await asMaya.requests.move({ requestId, to: before });
    expect(await statusOf(requestId)).toBe(before);
  }
  const again = await person('Noor', 'mentee');
  const asNoor = await server.callAs(again);
  const draft = (await asNoor.requests.start({ programId })).requestId;
  await asNoor.requests.move({ requestId: draft, to: 'withdrawn' });
  await asNoor.requests.move({ requestId: draft, to: 'draft' });
  expect((await asNoor.requests.one({ requestId: draft })).status).toBe('draft');
  expect(await lastLine()).toMatchObject({ action: 'request.resumed' });
});

test('an earlier request does not come back beside one that was begun since', async () => {
  const earlier = await opened();
  await asMaya.requests.move({ requestId: earlier, to: 'withdrawn' });
  const [reopened, anew] = await Promise.allSettled([
    asMaya.requests.move({ requestId: earlier, to: 'open' }),
    asMaya.requests.start({ programId }),
  ]);
  expect(anew.status).toBe('fulfilled');
  const live = (await asMaya.requests.ofMember({})).filter(
    (one) => one.program.id === programId && one.status !== 'withdrawn',
  );
  expect(live).toHaveLength(1);
  expect(live[0]!.id === earlier).toBe(reopened.status === 'fulfilled');
});

test('a served request is opened again for somebody new', async () => {
  const requestId = await opened();
  await inTx(server.deps.db, carla, (tx) =>
    setRequestStatus(tx, [requestId], { from: ['open'], to: 'served' satisfies RequestStatus }, testNow()),
  );
  await expect(asMaya.requests.move({ requestId, to: 'paused' })).rejects.toMatchObject(conflict);
  await asCarla.requests.move({ requestId, to: 'open' });
  expect(await statusOf(requestId)).toBe('open');
});

test('a served request stays served while the two go on', async () => {
  const { db } = server.deps;
  const requestId = await opened();
  const offer = await makeOffer(db, carla, { programId });
  await makePairing(db, carla, {
    request: { id: requestId, programId },
    offer,
    status: 'meeting',
    origin: 'import',
  });
  await inTx(db, carla, (tx) => serveFullRequests(tx, [requestId], testNow()));
  await expect(asCarla.requests.move({ requestId, to: 'open' })).rejects.toMatchObject(conflict);
  expect(await statusOf(requestId)).toBe('served');
});

test('nothing opens for somebody who has left, and no term of another kind or agency is taken', async () => {
  const lea = await person('Lea', 'mentee');
  const { requestId } = await asCarla.requests.start({ programId, memberId: lea.memberId });
  await expect(
    asCarla.requests.save({ requestId, change: { skills: [{ termId: goal, need: 'nice' }] } }),
  ).rejects.toMatchObject(notFound);
  await asCarla.requests.save({ requestId, change: { goals: [goal] } });
  await asCarla.requests.move({ requestId, to: 'withdrawn' });
  await inTx(server.deps.db, carla, (tx) =>
    setMemberStatus(tx, lea.memberId, { from: ['active'], to: 'withdrawn' }, testNow()),
  );
  await expect(asCarla.requests.move({ requestId, to: 'open' })).rejects.toMatchObject(conflict);
  await expect(
    asCarla.requests.start({ programId: await makeProgram(server.deps.db, carla), memberId: lea.memberId }),
  ).rejects.toMatchObject(notFound);
});
