import { inRead } from '@trellis/db/client';
import { listMembers } from '@trellis/db/members';
import { loadOffersOfProgram } from '@trellis/db/offers';
import { loadRequestsOfProgram } from '@trellis/db/requests';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readNextSteps } from '../features/next-steps/read-next-steps.ts';
import { readOutcomes } from '../features/outcomes/read-outcomes.ts';
import { readBoard } from '../features/pairings/read-board.ts';
import { openTestServer, type TestServer } from '../testing.ts';
import { openDemo } from './open-demo.ts';
import type { DemoAgency } from './seed-demo.ts';
import { demoSignIns } from './sign-ins.ts';

let server: TestServer;
let demo: DemoAgency;
beforeAll(async () => {
  server = await openTestServer();
  const seeded = await openDemo(server.deps);
  if (!seeded) throw new Error('the database was not empty');
  demo = seeded;
});
afterAll(() => server.close());

test('the demo agency has people on both sides of both programs', async () => {
  await inRead(server.deps.db, demo, async (read) => {
    expect((await listMembers(read)).length).toBeGreaterThan(110);
    for (const program of [demo.autumn, demo.winter]) {
      expect((await loadRequestsOfProgram(read, program)).length).toBeGreaterThan(25);
      expect((await loadOffersOfProgram(read, program)).length).toBeGreaterThan(25);
    }
  });
});

test('the first round is finished, with pairings in many states and a next step for everybody', async () => {
  const carla = { agencyId: demo.agencyId, memberId: demo.carla, roles: ['coordinator' as const] };
  const board = await readBoard(server.deps, carla, { programId: demo.autumn });
  if (!board.ok) throw new Error('no board');
  const statuses = new Set(board.value.pairings.map(({ status }) => status));
  for (const status of ['invited', 'meeting', 'active', 'dismissed'] as const)
    expect(statuses).toContain(status);
  expect(board.value.waiting.filter(({ hasNextStep }) => !hasNextStep)).toEqual([]);
});

test('a program is over: enough went on and enough did not for a look back, and nobody is owed anything', async () => {
  const carla = { agencyId: demo.agencyId, memberId: demo.carla, roles: ['coordinator' as const] };
  const view = await readOutcomes(server.deps, carla, { programId: demo.spring, scope: 'program' });
  if (!view.ok) throw new Error('no outcomes');
  expect(view.value).toMatchObject({ wentOn: 16, didNot: 12, tooEarly: 0, withoutValues: 0 });
  const verdicts = Object.fromEntries(
    view.value.criteria.map(({ criterion, verdict }) => [criterion, verdict]),
  );
  expect(verdicts).toMatchObject({ time: 'higher', style: 'no_clear_difference', wishes: 'too_few' });
  const { steps, without } = await readNextSteps(server.deps, carla, { programId: demo.spring });
  expect({ steps, without }).toEqual({ steps: [], without: [] });
});

test('every demo sign-in opens the door', async () => {
  for (const { email, password } of demoSignIns) {
    const response = await server.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      headers: { origin: 'http://localhost' },
      payload: { email, password },
    });
    expect(response.statusCode).toBe(200);
  }
});

test('a database that is not empty is left alone', async () => {
  expect(await openDemo(server.deps)).toBeNull();
});
