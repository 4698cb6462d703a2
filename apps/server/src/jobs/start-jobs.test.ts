import { inTx } from '@trellis/db/client';
import { enqueue, takeDue } from '@trellis/db/outbox';
import { makeAgency } from '@trellis/db/testing-factories';
import type { Instant } from '@trellis/domain/time';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openTestServer, type TestServer } from '../testing.ts';
import { startJobs } from './start-jobs.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

test('does what is due at once, and stops only when the job at hand is done', async () => {
  const { deps } = server;
  const admin = await makeAgency(deps.db);
  const dueAt = '2026-01-01T00:00:00.000Z' as Instant;
  const notice = { topic: 'pairing.invited', dedupKey: 'one', payload: { pairingId: 'p' }, dueAt };
  await inTx(deps.db, admin, (tx) => enqueue(tx, [notice], dueAt));
  const due = () => inTx(deps.db, admin, (tx) => takeDue(tx, { now: deps.clock.now(), limit: 10 }));
  const stop = startJobs(deps);
  // While it is being delivered it is held, and cannot be seen either: so look until the runs are over.
  await vi.waitFor(async () => expect(await due()).toEqual([]), { timeout: 10_000 });
  await stop();
  expect(await due()).toEqual([]);
  await stop();
});
