import { listAgencies } from '@trellis/db/agencies';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Terminal } from '../../terminal.ts';
import { openTestServer, type TestServer } from '../../testing.ts';
import { agencyCommand } from './agency-command.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

const type = async (...args: string[]) => {
  const said: string[] = [];
  const terminal: Terminal = {
    args,
    say: (line) => void said.push(line),
    warn: (line) => void said.push(line),
    deps: async () => server.deps,
  };
  return { code: await agencyCommand(terminal), said };
};

test('the first admin can sign in with the password that was printed', async () => {
  const { code, said } = await type(
    'Neue Wege',
    '--admin',
    'Ada',
    '--email',
    'Ada@Example.org',
    '--zone',
    'Europe/Berlin',
  );
  expect(code).toBe(0);
  const response = await server.app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/email',
    headers: { origin: 'http://localhost' },
    payload: { email: 'ada@example.org', password: said[1] },
  });
  expect(response.statusCode).toBe(200);
});

test('what is missing or unknown is said, and nothing is made', async () => {
  const before = (await listAgencies(server.deps.db)).length;
  expect((await type('Only a name')).code).toBe(2);
  expect((await type('X', '--admin', 'A', '--email', 'not an address')).code).toBe(2);
  expect((await type('X', '--admin', 'A', '--email', 'a@b.org', '--zone', 'Mars/Base')).code).toBe(2);
  expect((await type('Neue Wege', '--admin', 'B', '--email', 'b@example.org')).code).toBe(3);
  expect((await listAgencies(server.deps.db)).length).toBe(before);
});
