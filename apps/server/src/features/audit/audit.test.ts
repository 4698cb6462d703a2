import { appendAudit } from '@trellis/db/audit';
import { inTx } from '@trellis/db/client';
import { makeAgency, makeMember, makeProgram, makeRequest } from '@trellis/db/testing-factories';
import type { Actor } from '@trellis/domain/members/actor';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestServer, type TestServer } from '../../testing.ts';

let server: TestServer;
let admin: Actor;
beforeAll(async () => {
  server = await openTestServer();
  admin = await makeAgency(server.database.db);
});
afterAll(() => server.close());

const all = { subject: null, memberId: null };

test('the trail is read page by page, with names, and by what it is about', async () => {
  const { db } = server.database;
  const caller = await server.callAs(admin);
  const { memberId } = await caller.members.add({ displayName: 'Mara', email: null, roles: ['mentee'] });
  const programId = await makeProgram(db, admin);
  const request = await makeRequest(db, admin, { programId, memberId });
  await inTx(db, admin, (tx) =>
    appendAudit(tx, {
      action: 'request.changed',
      subjectKind: 'request',
      subjectId: request.id,
      why: 'Asked',
    }),
  );
  await inTx(db, { agencyId: admin.agencyId, memberId: null }, (tx) =>
    appendAudit(tx, { action: 'program.changed', subjectKind: 'program', subjectId: programId }),
  );
  const page = await caller.audit.read({ ...all, limit: 2 });
  expect(page.lines.map(({ action }) => action)).toEqual(['program.changed', 'request.changed']);
  expect(page.lines[0]).toMatchObject({ actor: null });
  expect(page.lines[1]).toMatchObject({ actor: { name: 'Ada Admin' }, subject: 'Mara', why: 'Asked' });
  const next = await caller.audit.read({ ...all, limit: 2, cursor: page.nextCursor, direction: 'forward' });
  expect(next.lines[0]).toMatchObject({ action: 'member.added', subject: 'Mara' });
  expect((await caller.audit.read({ subject: 'request', memberId: null })).lines).toHaveLength(1);
  const hers = await caller.audit.read({ ...all, memberId });
  expect(hers.lines.map(({ action }) => action)).toEqual(['request.changed', 'member.added']);
});

test('is for admins, and of one agency', async () => {
  const elsewhere = await makeAgency(server.database.db, 'Elsewhere');
  expect((await (await server.callAs(elsewhere)).audit.read(all)).lines).toEqual([]);
  const id = await makeMember(server.database.db, admin, { roles: ['coordinator'] });
  const coordinator = await server.callAs({ ...admin, memberId: id, roles: ['coordinator'] });
  await expect(coordinator.audit.read(all)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(coordinator.audit.check()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(
    coordinator.agency.change({ name: 'Mine', locale: 'de', timeZone: 'Europe/Berlin' as never }),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

test('agency settings are saved and named in the trail; a zone that is none is not', async () => {
  const caller = await server.callAs(admin);
  await caller.agency.change({ name: 'New name', locale: 'de', timeZone: 'America/Vancouver' as never });
  const again = await server.callAs(admin);
  expect(await again.agency.settings()).toMatchObject({ name: 'New name', locale: 'de' });
  const [line] = (await again.audit.read(all)).lines;
  expect(JSON.parse(line?.detail ?? '')).toEqual({ parts: ['name', 'locale'] });
  await expect(
    again.agency.change({ name: 'X', locale: 'de', timeZone: 'Moon/Crater' as never }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('a changed entry is found', async () => {
  const caller = await server.callAs(admin);
  const whole = await caller.audit.check();
  expect(whole.brokenAt).toBe(null);
  expect(whole.entries).toBeGreaterThan(3);
  const owner = postgres(server.database.ownerUrl, { max: 1 });
  await owner.begin(async (sql) => {
    await sql`select set_config('app.agency', ${admin.agencyId}, true)`;
    await sql`alter table audit_entry disable trigger user`;
    await sql`update audit_entry set why = 'something else' where agency_id = ${admin.agencyId} and seq = 2`;
    await sql`alter table audit_entry enable trigger user`;
  });
  await owner.end();
  expect(await caller.audit.check()).toEqual({ ...whole, brokenAt: 2 });
});
