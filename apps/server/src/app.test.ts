import { makeAgency, makeMember } from '@trellis/db/testing-factories';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestServer, TEST_PASSWORD, type TestServer } from './testing.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

const origin = { origin: 'http://localhost' };

describe('the door', () => {
  test('health asks the database', async () => {
    const response = await server.app.inject('/health');
    expect(response.statusCode).toBe(200);
    expect(response.headers['cache-control']).toBe('no-store');
  });

  test('every answer carries the security headers, and no script may be written into a page', async () => {
    const { headers } = await server.app.inject('/health');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  test('nobody signs up by themselves', async () => {
    const response = await server.app.inject({
      method: 'POST',
      url: '/api/auth/sign-up/email',
      headers: origin,
      payload: { email: 'a@example.org', password: TEST_PASSWORD, name: 'A' },
    });
    expect(response.statusCode).toBe(400);
  });

  test('a sign-in from another site is refused', async () => {
    const admin = await makeAgency(server.database.db);
    await server.signIn(admin, 'elsewhere@example.org');
    const response = await server.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      headers: { origin: 'https://evil.example', cookie: 'trellis=x' },
      payload: { email: 'elsewhere@example.org', password: TEST_PASSWORD },
    });
    expect(response.statusCode).toBe(403);
  });
});

describe('the session', () => {
  test('nobody, then a member of one agency', async () => {
    const before = await server.app.inject('/trpc/session.current');
    expect(before.json().result.data).toEqual({ account: null, member: null, agency: null });

    const admin = await makeAgency(server.database.db, 'Session agency');
    const cookie = await server.signIn(admin, 'ada@example.org');
    const after = await server.app.inject({ url: '/trpc/session.current', headers: { cookie } });
    expect(after.json().result.data).toMatchObject({
      member: { id: admin.memberId },
      agency: { id: admin.agencyId, name: 'Session agency' },
    });
    expect(after.headers['cache-control']).toBe('no-store');
  });

  test('an account without a member sees nothing', async () => {
    const admin = await makeAgency(server.database.db);
    const memberId = await makeMember(server.database.db, admin, { status: 'withdrawn' });
    const cookie = await server.signIn({ agencyId: admin.agencyId, memberId }, 'gone@example.org');
    const response = await server.app.inject({ url: '/trpc/session.current', headers: { cookie } });
    expect(response.json().result.data).toMatchObject({ member: null, agency: null });
  });

  test('the session cookie cannot be read by scripts', async () => {
    const admin = await makeAgency(server.database.db);
    await server.signIn(admin, 'cookie@example.org');
    const response = await server.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      headers: origin,
      payload: { email: 'cookie@example.org', password: TEST_PASSWORD },
    });
    const cookie = response.cookies.find(({ name }) => name.includes('trellis'));
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  });
});

describe('a call', () => {
  test('text that cannot be stored is refused before anything looks at it', async () => {
    for (const bad of ['a\u0000b', 'a\ud800b']) {
      const input = encodeURIComponent(JSON.stringify({ name: bad }));
      const response = await server.app.inject(`/trpc/session.current?input=${input}`);
      expect(response.statusCode).toBe(400);
    }
  });

  test('without a session it is refused with a code and nothing else', async () => {
    const response = await server.app.inject('/trpc/changes.watch');
    expect(response.body).toContain('UNAUTHORIZED');
    expect(response.body).not.toMatch(/stack|select|trellis_app/i);
  });
});

test('calls are limited, each call of a batch by itself', async () => {
  const limited = await openTestServer({ rateLimit: 'on' });
  try {
    const ten = Array(10).fill('session.demoSignIns').join(',');
    let refused = 0;
    for (let batch = 0; batch < 62; batch++) {
      const response = await limited.app.inject(`/trpc/${ten}?batch=1`);
      refused += (response.body.match(/TOO_MANY_REQUESTS/g) ?? []).length > 0 ? 1 : 0;
    }
    expect(refused).toBeGreaterThan(0);
  } finally {
    await limited.close();
  }
});
