import { checkAudit, listAudit } from '@trellis/db/audit';
import { inRead, inTx } from '@trellis/db/client';
import { beginCall, finishCall } from '@trellis/db/idempotency';
import { findImport, insertImport } from '@trellis/db/imports';
import { enqueue, type OutboxItem, takeDue } from '@trellis/db/outbox';
import { publishPairings } from '@trellis/db/pairing-decisions';
import { findPairings } from '@trellis/db/pairings';
import { listOpenNextSteps } from '@trellis/db/reads/next-steps';
import { findRequest, setRequestStatus } from '@trellis/db/requests';
import {
  makeAgency,
  makeMember,
  makeOffer,
  makePairing,
  makeProgram,
  makeRequest,
} from '@trellis/db/testing-factories';
import type { ImportId, MemberId, PairingId, RequestId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import type { Instant } from '@trellis/domain/time';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invitationTerm } from '../invitation-term.ts';
import { openTestServer, type TestServer } from '../testing.ts';
import { expireInvitations } from './expire-invitations.ts';
import { forgetOld } from './forget-old.ts';
import type { JobDeps } from './job.ts';
import type { Notifier } from './notifier.ts';
import { remindInvited } from './remind-invited.ts';
import { runDueJobs } from './run-due-jobs.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

const INVITED_AT = '2026-03-02T09:00:00.000Z' as Instant;
const { reminderAt, expiresAt } = invitationTerm(INVITED_AT);
const shifted = (at: Instant, ms: number) => new Date(Date.parse(at) + ms).toISOString() as Instant;
const JUST_BEFORE = -1000;

/** What the jobs run on, at a moment of the test's choice; deliveries are kept, or fail. */
const jobsAt = (now: Instant, deliver: Notifier['deliver'] = async () => {}): JobDeps => ({
  ...server.deps,
  clock: { now: () => now },
  notifier: { deliver },
});

/** An agency with invitations that the coordinator decided and that were published at INVITED_AT. */
const makeInvited = async (many = 1, consentOrder: 'mentor_first' | 'both_at_once' = 'mentor_first') => {
  const { db } = server.deps;
  const admin = await makeAgency(db);
  const carla: Actor = {
    agencyId: admin.agencyId,
    memberId: await makeMember(db, admin, { displayName: 'Carla', roles: ['coordinator'] }),
    roles: ['coordinator'],
  };
  const programId = await makeProgram(db, admin, { consentOrder });
  const couples: {
    readonly id: PairingId;
    readonly requestId: RequestId;
    readonly menteeId: MemberId;
    readonly mentorId: MemberId;
  }[] = [];
  for (let count = 0; count < many; count++) {
    const request = await makeRequest(db, admin, { programId });
    const offer = await makeOffer(db, admin, { programId });
    const id = await makePairing(db, admin, { request, offer });
    couples.push({ id, requestId: request.id, menteeId: request.memberId, mentorId: offer.memberId });
  }
  const asCarla = await server.callAs(carla);
  const ids = couples.map(({ id }) => id);
  await asCarla.pairings.decide({
    programId,
    pairings: ids.map((pairingId) => ({ pairingId, version: 1 })),
    to: 'approved',
    why: null,
  });
  await inTx(db, carla, async (tx) => {
    await publishPairings(tx, ids, { reminderAt, expiresAt }, INVITED_AT);
    const requestIds = couples.map(({ requestId }) => requestId);
    await setRequestStatus(tx, requestIds, { from: ['open'], to: 'served' }, INVITED_AT);
  });
  return { carla, couples, couple: couples[0]!, system: { agencyId: admin.agencyId, memberId: null } };
};
type Invited = Awaited<ReturnType<typeof makeInvited>>;

/** Everything an expiry changes. */
const stateOf = ({ carla, couples }: Invited) =>
  inRead(server.deps.db, carla, async (read) => {
    const requestIds = couples.map(({ requestId }) => requestId);
    const pairings = await findPairings(
      read,
      couples.map(({ id }) => id),
    );
    const entries = await listAudit(read, { limit: 200 });
    return {
      pairings: pairings.map(({ status, version }) => ({ status, version })),
      requests: await Promise.all(requestIds.map(async (id) => (await findRequest(read, id))?.status)),
      steps: await listOpenNextSteps(read, { requestIds }),
      expired: entries.filter(({ action }) => action === 'pairing.expired'),
      chain: (await checkAudit(read)).brokenAt,
    };
  });

const noticesIn = (world: Invited, topic: string) =>
  inTx(server.deps.db, world.system, (tx) =>
    takeDue(tx, { now: '2030-01-01T00:00:00.000Z' as Instant, limit: 100, topics: [topic] }),
  );

describe('invitations that nobody answered', () => {
  test('nothing happens before the day', async () => {
    const world = await makeInvited();
    const before = await stateOf(world);
    await expireInvitations(jobsAt(shifted(expiresAt, JUST_BEFORE)), world.system);
    expect(await stateOf(world)).toEqual(before);
    expect(before.pairings[0]?.status).toBe('invited');
  });

  test('on the day it ends, the request is open again, and who decided owes a call within a week', async () => {
    const world = await makeInvited();
    await expireInvitations(jobsAt(expiresAt), world.system);
    const after = await stateOf(world);
    expect(after.pairings[0]?.status).toBe('expired');
    expect(after.requests).toEqual(['open']);
    expect(after.steps).toMatchObject([
      {
        kind: 'call',
        ownerId: world.carla.memberId,
        dueOn: shifted(expiresAt, 7 * 86_400_000).slice(0, 10),
      },
    ]);
    expect(after.expired).toMatchObject([{ actorId: null, subjectId: world.couple.id }]);
    expect(after.chain).toBeNull();
  });

  test('a second run changes nothing', async () => {
    const world = await makeInvited();
    await runDueJobs(jobsAt(expiresAt));
    const after = await stateOf(world);
    await runDueJobs(jobsAt(shifted(expiresAt, 60_000)));
    expect(await stateOf(world)).toEqual(after);
  });

  test('of many runs at once each invitation ends once', async () => {
    const world = await makeInvited(6);
    await Promise.all([1, 2, 3].map(() => expireInvitations(jobsAt(expiresAt), world.system)));
    // What one run left because another held it, is done by the next.
    await expireInvitations(jobsAt(expiresAt), world.system);
    const after = await stateOf(world);
    expect(after.pairings.every(({ status }) => status === 'expired')).toBe(true);
    expect(after.expired).toHaveLength(6);
    expect(after.steps).toHaveLength(6);
    expect(new Set(after.expired.map(({ subjectId }) => subjectId)).size).toBe(6);
  });

  test('an answer at the same moment counts, or the end does: never both', async () => {
    const world = await makeInvited();
    const { mentorId, id } = world.couple;
    const asMentor = await server.callAs({ ...world.carla, memberId: mentorId, roles: ['mentor'] });
    const [answered] = await Promise.allSettled([
      asMentor.myPairings.answer({ pairingId: id, answer: 'declined', words: null }),
      expireInvitations(jobsAt(expiresAt), world.system),
    ]);
    const after = await stateOf(world);
    expect(after.pairings[0]?.status).toBe(answered.status === 'fulfilled' ? 'declined' : 'expired');
    expect(after.steps).toHaveLength(1);
  });

  test('one agency that fails does not stop the others', async () => {
    const [first, second] = [await makeInvited(), await makeInvited()];
    const broken = jobsAt(expiresAt);
    let calls = 0;
    const failsOnce = () => {
      calls += 1;
      if (calls === 1) throw new Error('no clock today');
      return expiresAt;
    };
    await runDueJobs({ ...broken, clock: { now: failsOnce } });
    const states = await Promise.all([first, second].map(stateOf));
    expect(states.filter(({ pairings }) => pairings[0]?.status === 'expired').length).toBeGreaterThan(0);
    expect(calls).toBeGreaterThan(4);
  });
});

describe('reminders', () => {
  test('who was asked hears it once; who was not asked yet hears nothing', async () => {
    const world = await makeInvited();
    const { mentorId, id } = world.couple;
    const fails: Notifier['deliver'] = async () => {
      throw new Error('later');
    };
    await runDueJobs(jobsAt(shifted(reminderAt, JUST_BEFORE), fails));
    expect(await noticesIn(world, 'pairing.reminder')).toEqual([]);
    const twice = [1, 2].map(() => runDueJobs(jobsAt(reminderAt, fails)));
    await Promise.all(twice);
    await runDueJobs(jobsAt(shifted(reminderAt, 60_000), fails));
    expect(await noticesIn(world, 'pairing.reminder')).toMatchObject([
      { payload: { pairingId: id, memberId: mentorId } },
    ]);
  });

  test('both are reminded where both were asked, unless one has answered', async () => {
    const world = await makeInvited(2, 'both_at_once');
    const [open, half] = world.couples;
    const asMentor = await server.callAs({ ...world.carla, memberId: half!.mentorId, roles: ['mentor'] });
    await asMentor.myPairings.answer({ pairingId: half!.id, answer: 'accepted', words: null });
    // Far enough for the fresh term that the answer gave.
    const late = '2029-01-01T00:00:00.000Z' as Instant;
    await remindInvited(jobsAt(late), world.system);
    const told = (await noticesIn(world, 'pairing.reminder')).map(
      ({ payload }) => (payload as { memberId: string }).memberId,
    );
    expect(told.sort()).toEqual([open!.menteeId, open!.mentorId, half!.menteeId].sort());
  });
});

describe('notices', () => {
  const item: OutboxItem = {
    topic: 'pairing.invited',
    dedupKey: 'pairing.invited:one',
    payload: { pairingId: 'one' },
    dueAt: INVITED_AT,
  };

  test('one that failed is tried again later, and does not hold up the others', async () => {
    const { db } = server.deps;
    const admin = await makeAgency(db);
    await inTx(db, admin, (tx) =>
      enqueue(tx, [item, { ...item, dedupKey: 'pairing.invited:two' }], INVITED_AT),
    );
    const told: string[] = [];
    let broken = true;
    const deliver: Notifier['deliver'] = async ({ dedupKey }) => {
      if (!dedupKey.startsWith('pairing.invited:')) return;
      if (broken && dedupKey === item.dedupKey) throw new Error('the line is dead');
      told.push(dedupKey);
    };
    await runDueJobs(jobsAt(INVITED_AT, deliver));
    expect(told.filter((key) => key.endsWith(':two'))).toHaveLength(1);
    broken = false;
    await runDueJobs(jobsAt(shifted(INVITED_AT, 20_000), deliver));
    expect(told).not.toContain(item.dedupKey);
    await runDueJobs(jobsAt(shifted(INVITED_AT, 30_000), deliver));
    await runDueJobs(jobsAt(shifted(INVITED_AT, 90_000), deliver));
    expect(told.filter((key) => key === item.dedupKey)).toHaveLength(1);
    expect(told.filter((key) => key.endsWith(':two'))).toHaveLength(1);
  });

  test('two processes at once deliver each once', async () => {
    const { db } = server.deps;
    const admin = await makeAgency(db);
    const keys = Array.from({ length: 30 }, (_, index) => `race:${admin.agencyId}:${index}`);
    await inTx(db, admin, (tx) =>
      enqueue(
        tx,
        keys.map((dedupKey) => ({ ...item, dedupKey })),
        INVITED_AT,
      ),
    );
    const told: string[] = [];
    const deliver: Notifier['deliver'] = async ({ dedupKey }) => {
      await new Promise((resolve) => setTimeout(resolve, 2));
      if (dedupKey.startsWith('race:')) told.push(dedupKey);
    };
    await Promise.all([1, 2].map(() => runDueJobs(jobsAt(INVITED_AT, deliver))));
    expect(told.sort()).toEqual(keys.sort());
  });
});

test('calls are forgotten after two days, notices that were given after thirty', async () => {
  const { db } = server.deps;
  const admin = await makeAgency(db);
  const system = { agencyId: admin.agencyId, memberId: null };
  const call = { key: 'key-12345678', requestHash: 'hash', now: INVITED_AT };
  await inTx(db, admin, async (tx) => {
    await beginCall(tx, call);
    await finishCall(tx, call.key, '{}');
  });
  const again = (now: Instant) =>
    inTx(db, admin, async (tx) => {
      const begun = await beginCall(tx, { ...call, now });
      if (begun.state === 'fresh') await finishCall(tx, call.key, '{}');
      return begun.state;
    });
  await forgetOld(jobsAt(shifted(INVITED_AT, 2 * 86_400_000)), system);
  expect(await again(INVITED_AT)).toBe('done');
  await forgetOld(jobsAt(shifted(INVITED_AT, 2 * 86_400_000 + 1000)), system);
  expect(await again(INVITED_AT)).toBe('fresh');

  const notice = { topic: 'forgotten', dedupKey: 'forgotten', payload: {}, dueAt: INVITED_AT };
  const told: string[] = [];
  const deliver: Notifier['deliver'] = async ({ dedupKey }) => {
    if (dedupKey === 'forgotten') told.push(dedupKey);
  };
  for (const days of [0, 29, 31]) {
    await forgetOld(jobsAt(shifted(INVITED_AT, days * 86_400_000)), system);
    await inTx(db, admin, (tx) => enqueue(tx, [notice], INVITED_AT));
    await runDueJobs(jobsAt(shifted(INVITED_AT, days === 31 ? 31 * 86_400_000 : 0), deliver));
  }
  expect(told).toHaveLength(2);
});

test('a sheet that nobody brought in is discarded after a month, with its cells', async () => {
  const { db, ids } = server.deps;
  const admin = await makeAgency(db, 'Sheets');
  const id = ids.next() as ImportId;
  const batch = {
    id,
    programId: null,
    kind: 'people' as const,
    fileName: 'people.csv',
    fileHash: 'x',
    rowCount: 1,
  };
  await inTx(db, admin, (tx) =>
    insertImport(tx, { ...batch, sheet: '{}', mapping: null, decisions: null }, INVITED_AT),
  );
  const system = { agencyId: admin.agencyId, memberId: null };
  const after = async (days: number) => {
    await forgetOld(jobsAt(shifted(INVITED_AT, days * 86_400_000)), system);
    return inRead(db, admin, (read) => findImport(read, id));
  };
  expect(await after(7)).toMatchObject({ status: 'mapping', sheet: '{}' });
  expect(await after(8)).toMatchObject({ status: 'discarded', sheet: null });
  const [entry] = await inRead(db, admin, (read) => listAudit(read, { limit: 1 }));
  expect(entry).toMatchObject({ action: 'import.discarded', subjectId: id, actorId: null });
});
