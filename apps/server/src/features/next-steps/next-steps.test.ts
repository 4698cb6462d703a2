import { makeAgency, makeProgram, makeRequest, newId } from '@trellis/db/testing-factories';
import type { NextStepId } from '@trellis/domain/ids';
import type { Day } from '@trellis/domain/time';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestServer, type TestServer } from '../../testing.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

test('a promise is kept once, taken back once; one that was never made does not exist', async () => {
  const { db } = server.deps;
  const carla = await makeAgency(db);
  const programId = await makeProgram(db, carla);
  const request = await makeRequest(db, carla, { programId });
  const staff = await server.callAs(carla);
  await staff.nextSteps.promise({
    requestIds: [request.id],
    kind: 'call',
    words: null,
    ownerId: carla.memberId,
    dueOn: '2030-01-02' as Day,
  });
  const { steps } = await staff.nextSteps.list({ programId });
  const nextStepId = steps[0]!.id;
  expect(await staff.nextSteps.finish({ nextStepId, done: true })).toEqual({ done: true });
  await expect(staff.nextSteps.finish({ nextStepId, done: true })).rejects.toMatchObject({
    code: 'CONFLICT',
  });
  expect(await staff.nextSteps.finish({ nextStepId, done: false })).toEqual({ done: false });

  const unknown = newId.pairing() as string as NextStepId;
  await expect(staff.nextSteps.finish({ nextStepId: unknown, done: true })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  const elsewhere = await server.callAs(await makeAgency(db));
  await expect(elsewhere.nextSteps.finish({ nextStepId, done: true })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});
