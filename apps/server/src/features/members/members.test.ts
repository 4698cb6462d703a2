import { checkAudit, listAudit } from '@trellis/db/audit';
import { inRead, inTx } from '@trellis/db/client';
import { findMember, linkAccount, listMembers } from '@trellis/db/members';
import { findOffer } from '@trellis/db/offers';
import { findPairings } from '@trellis/db/pairings';
import { saveProfileParts } from '@trellis/db/profile-parts';
import { loadProfile } from '@trellis/db/profiles';
import { findRequest, setRequestStatus } from '@trellis/db/requests';
import {
  makeAgency,
  makeMember,
  makeOffer,
  makePairing,
  makeProgram,
  makeRequest,
  testNow,
} from '@trellis/db/testing-factories';
import type { AccountId, MemberId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import type { Role } from '@trellis/domain/members/roles';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestServer, TEST_PASSWORD, type TestServer } from '../../testing.ts';
import { changeRoles } from './change-roles.ts';

let server: TestServer;
let admin: Actor;
beforeAll(async () => {
  server = await openTestServer();
  admin = await makeAgency(server.database.db);
});
afterAll(() => server.close());

const db = () => server.database.db;
const as = (memberId: MemberId, roles: readonly Role[] = []): Actor => ({
  agencyId: admin.agencyId,
  memberId,
  roles,
});
const person = (id: MemberId) => inRead(db(), admin, (read) => findMember(read, id));
const search = { search: '', role: null, status: null, programId: null };

/** A mentee and a mentor of one program with a live pairing, and an offer with one seat. */
const couple = async (status: 'suggested' | 'approved' = 'approved') => {
  const programId = await makeProgram(db(), admin);
  const request = await makeRequest(db(), admin, { programId, note: 'My own words' });
  const offer = await makeOffer(db(), admin, { programId, note: 'Ask me anything' });
  const pairingId = await makePairing(db(), admin, { request, offer, status });
  await inTx(db(), admin, (tx) =>
    setRequestStatus(tx, [request.id], { from: ['open'], to: 'served' }, testNow()),
  );
  return { programId, request, offer, pairingId };
};

describe('people', () => {
  test('are found by words, role, status and program, page by page', async () => {
    const caller = await server.callAs(admin);
    const { programId, request } = await couple();
    for (const name of ['Percy 100% sure', 'Percy Second', 'Percy Third'])
      await caller.members.add({ displayName: name, email: null, roles: ['mentor'] });
    const first = await caller.members.find({ ...search, search: 'percy', limit: 2 });
    expect(first).toMatchObject({ total: 3, nextCursor: 2 });
    const second = await caller.members.find({ ...search, search: 'percy', limit: 2, cursor: 2 });
    expect(second).toMatchObject({ total: 3, nextCursor: null });
    expect(second.people.map((one) => one.displayName)).toEqual(['Percy Third']);
    expect((await caller.members.find({ ...search, search: '% percy' })).total).toBe(1);
    expect((await caller.members.find({ ...search, search: 'percy', role: 'mentee' })).total).toBe(0);
    expect((await caller.members.find({ ...search, search: 'percy', cursor: 50 })).people).toEqual([]);
    const inProgram = await caller.members.find({ ...search, programId, role: 'mentee' });
    expect(inProgram.people.map(({ id }) => id)).toEqual([request.memberId]);
    expect(inProgram.people[0]?.programs).toHaveLength(1);
  });

  test('what a member keeps to themselves is neither shown nor found', async () => {
    const id = await makeMember(db(), admin, { displayName: 'Quiet', headline: 'Secretgardener' });
    const caller = await server.callAs(admin);
    expect((await caller.members.find({ ...search, search: 'secretgardener' })).total).toBe(1);
    await inTx(db(), admin, (tx) =>
      saveProfileParts(tx, [{ memberId: id, parts: { visibility: { headline: 'self' } } }]),
    );
    expect((await caller.members.find({ ...search, search: 'secretgardener' })).total).toBe(0);
    expect((await caller.members.find({ ...search, search: 'quiet' })).people[0]?.headline).toBe(null);
    const view = await caller.members.one({ memberId: id });
    expect(view.profile.headline).toBe(null);
    expect(view.hidden).toEqual(['headline']);
  });

  test('an address belongs to one person', async () => {
    const caller = await server.callAs(admin);
    await caller.members.add({ displayName: 'A', email: 'One@Example.org' as never, roles: [] });
    await expect(
      caller.members.add({ displayName: 'B', email: 'one@example.org' as never, roles: [] }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  test('of another agency are not there', async () => {
    const elsewhere = await makeAgency(db(), 'Elsewhere');
    const caller = await server.callAs(admin);
    const { memberId } = elsewhere;
    const notFound = { code: 'NOT_FOUND' };
    await expect(caller.members.one({ memberId })).rejects.toMatchObject(notFound);
    await expect(caller.members.changeRoles({ memberId, roles: [] })).rejects.toMatchObject(notFound);
    await expect(caller.members.move({ memberId, to: 'withdrawn', why: null })).rejects.toMatchObject(
      notFound,
    );
    await expect(caller.members.giveSignIn({ memberId })).rejects.toMatchObject(notFound);
    await expect(caller.members.erase({ memberId })).rejects.toMatchObject(notFound);
    await expect(caller.members.change({ memberId, displayName: 'X', email: null })).rejects.toMatchObject(
      notFound,
    );
    expect((await caller.members.find({ ...search, search: 'Ada Admin' })).total).toBe(1);
  });

  test('a coordinator reads, an admin changes, a member does neither', async () => {
    const id = await makeMember(db(), admin);
    const coordinator = await server.callAs(
      as(await makeMember(db(), admin, { roles: ['coordinator'] }), ['coordinator']),
    );
    expect((await coordinator.members.one({ memberId: id })).id).toBe(id);
    const forbidden = { code: 'FORBIDDEN' };
    await expect(coordinator.members.changeRoles({ memberId: id, roles: ['admin'] })).rejects.toMatchObject(
      forbidden,
    );
    const member = await server.callAs(as(id));
    await expect(member.members.find(search)).rejects.toMatchObject(forbidden);
    await expect(member.members.one({ memberId: id })).rejects.toMatchObject(forbidden);
    await expect(member.members.erase({ memberId: admin.memberId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(coordinator.members.erase({ memberId: id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('roles', () => {
  test('the last admin stays, and may not pause or leave either', async () => {
    const caller = await server.callAs(admin);
    const { memberId } = admin;
    const conflict = { code: 'CONFLICT' };
    await expect(caller.members.changeRoles({ memberId, roles: ['mentor'] })).rejects.toMatchObject(conflict);
    await expect(caller.members.move({ memberId, to: 'paused', why: null })).rejects.toMatchObject(conflict);
    await expect(caller.members.erase({ memberId })).rejects.toMatchObject(conflict);
    await caller.members.changeRoles({ memberId, roles: ['admin', 'coordinator', 'mentor'] });
    expect((await person(memberId))?.roles).toEqual(['admin', 'coordinator', 'mentor']);
  });

  test('of two admins who take the role from each other at once, one keeps it', async () => {
    for (let round = 0; round < 5; round++) {
      const first = await makeAgency(db(), `Race ${round}`);
      const second = await makeMember(db(), first, { roles: ['admin'] });
      const remove = (actor: MemberId, memberId: MemberId) =>
        changeRoles(server.deps, { ...first, memberId: actor, call: null }, { memberId, roles: [] });
      const answers = await Promise.all([remove(first.memberId, second), remove(second, first.memberId)]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      const left = await inRead(db(), first, (read) => listMembers(read, { role: 'admin' }));
      expect(left).toHaveLength(1);
    }
  });
});

describe('leaving', () => {
  test('a mentor who withdraws frees the seats; the mentee is open again, with a promise', async () => {
    const { programId, request, offer, pairingId } = await couple();
    const caller = await server.callAs(admin);
    const left = await caller.members.move({ memberId: offer.memberId, to: 'withdrawn', why: 'New job' });
    expect(left).toMatchObject({ requests: 0, offers: 1, pairings: 1 });
    await inRead(db(), admin, async (read) => {
      expect((await findPairings(read, [pairingId]))[0]?.status).toBe('withdrawn');
      expect((await findOffer(read, offer.id))?.status).toBe('closed');
      expect((await findRequest(read, request.id))?.status).toBe('open');
      const lines = await listAudit(read, { limit: 10 });
      expect(lines.map(({ action }) => action).slice(0, 3)).toEqual([
        'member.withdrawn',
        'offer.closed',
        'pairing.withdrawn',
      ]);
    });
    const steps = await caller.nextSteps.list({ programId });
    expect(JSON.stringify(steps)).toContain(request.id);
    await caller.members.move({ memberId: offer.memberId, to: 'active', why: null });
    expect((await person(offer.memberId))?.status).toBe('active');
  });

  test('a mentee who withdraws leaves nothing open', async () => {
    const { request, pairingId } = await couple('suggested');
    const caller = await server.callAs(admin);
    await caller.members.move({ memberId: request.memberId, to: 'withdrawn', why: null });
    await inRead(db(), admin, async (read) => {
      expect((await findPairings(read, [pairingId]))[0]?.status).toBe('withdrawn');
      expect((await findRequest(read, request.id))?.status).toBe('withdrawn');
    });
    await expect(
      caller.members.move({ memberId: request.memberId, to: 'paused', why: null }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  test('who erases themselves leaves a bare row and one line', async () => {
    const { request, offer, pairingId } = await couple();
    const id = request.memberId;
    const email = 'gone@example.org';
    await server.signIn({ ...admin, memberId: id }, email);
    await inTx(db(), admin, (tx) =>
      saveProfileParts(tx, [
        {
          memberId: id,
          parts: { languages: ['en'], style: { plan_or_explore: 2 }, visibility: { about: 'self' } },
        },
      ]),
    );
    const own = await server.callAs(as(id, ['mentee']));
    expect(await own.members.erase({ memberId: id })).toMatchObject({ pairings: 1, requests: 1 });
    expect(await person(id)).toMatchObject({
      displayName: 'Erased member',
      status: 'erased',
      accountId: null,
      email: null,
      roles: [],
    });
    await inRead(db(), admin, async (read) => {
      expect(await loadProfile(read, id)).toMatchObject({ languages: [], style: {}, visibility: {} });
      expect((await findRequest(read, request.id))?.note).toBe(null);
      expect((await findOffer(read, offer.id))?.note).toBe('Ask me anything');
      expect((await findPairings(read, [pairingId]))[0]?.status).toBe('withdrawn');
      const lines = await listAudit(read, { limit: 50, subject: { kind: 'member', id } });
      expect(lines.filter(({ action }) => action === 'member.erased')).toHaveLength(1);
      expect(JSON.stringify(lines)).not.toContain(email);
      expect(await checkAudit(read)).toMatchObject({ brokenAt: null });
    });
    const accounts = await db().sql`select 1 from sign_in_user where email = ${email}`;
    expect(accounts).toHaveLength(0);
    const caller = await server.callAs(admin);
    await expect(caller.members.erase({ memberId: id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(caller.members.changeRoles({ memberId: id, roles: ['admin'] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('signing in', () => {
  const signIn = (email: string, password: string) =>
    server.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      headers: { origin: 'http://localhost' },
      payload: { email, password },
    });

  test('is given once with a password that works, and again with another', async () => {
    const caller = await server.callAs(admin);
    const { memberId } = await caller.members.add({
      displayName: 'Sina',
      email: 'sina@example.org' as never,
      roles: [],
    });
    const first = await caller.members.giveSignIn({ memberId });
    expect((await signIn(first.email, first.password)).statusCode).toBe(200);
    const again = await caller.members.giveSignIn({ memberId });
    expect(again.password).not.toBe(first.password);
    expect((await signIn(first.email, first.password)).statusCode).toBe(401);
    expect((await signIn(again.email, again.password)).statusCode).toBe(200);
    const kept = await db().sql`select 1 from sign_in_account where password = ${again.password}`;
    expect(kept).toHaveLength(0);
  });

  test('needs an address, and leaves an account of another agency alone', async () => {
    const caller = await server.callAs(admin);
    const nobody = await makeMember(db(), admin);
    await expect(caller.members.giveSignIn({ memberId: nobody })).rejects.toMatchObject({
      code: 'PRECONDITION_FAILED',
    });
    const elsewhere = await makeAgency(db(), 'Other');
    const cookie = await server.signIn(elsewhere, 'both@example.org');
    const id = await makeMember(db(), admin, { email: 'both@example.org' });
    await expect(caller.members.giveSignIn({ memberId: id })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect((await signIn('both@example.org', TEST_PASSWORD)).statusCode).toBe(200);
    expect(cookie).not.toBe('');
    expect((await person(id))?.accountId).toBe(null);
  });

  test('the chosen language comes with the session', async () => {
    const id = await makeMember(db(), admin);
    const caller = await server.callAs(as(id));
    await caller.members.chooseLocale({ locale: 'de' });
    const again = await server.callAs(as(id));
    expect((await again.session.current()).member?.locale).toBe('de');
  });
});

test('an account stays while it opens another agency', async () => {
  const elsewhere = await makeAgency(db(), 'Second home');
  await server.signIn(elsewhere, 'two-homes@example.org');
  const accountId = (await inRead(db(), elsewhere, (read) => findMember(read, elsewhere.memberId)))
    ?.accountId as AccountId;
  const here = await makeMember(db(), admin);
  await inTx(db(), admin, (tx) => linkAccount(tx, here, accountId, testNow()));
  const caller = await server.callAs(admin);
  await caller.members.erase({ memberId: here });
  expect(await db().sql`select 1 from sign_in_user where id = ${accountId}`).toHaveLength(1);
});
