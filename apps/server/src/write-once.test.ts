import { appendAudit, listAudit } from '@trellis/db/audit';
import { inRead } from '@trellis/db/client';
import { openTestDatabase, type TestDatabase } from '@trellis/db/testing';
import { makeAgency } from '@trellis/db/testing-factories';
import { accept, refuse } from '@trellis/domain/decision';
import type { Instant } from '@trellis/domain/time';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Acting } from './acting.ts';
import { writeOnce } from './write-once.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const deps = () => ({ db: database.db, clock: { now: () => new Date().toISOString() as Instant } });
const line = { action: 'agency.tried', subjectKind: 'agency', subjectId: 'x' };
const entries = async (actor: Acting) =>
  (await inRead(database.db, actor, (read) => listAudit(read, { limit: 50 }))).filter(
    ({ action }) => action === line.action,
  ).length;

test('the same call twice, at once, has its effect once and answers the same', async () => {
  const actor: Acting = { ...(await makeAgency(database.db)), call: { key: 'key-00001', requestHash: 'h' } };
  let runs = 0;
  const call = () =>
    writeOnce(deps(), actor, async (tx) => {
      runs++;
      await appendAudit(tx, line);
      return accept({ run: runs });
    });
  const answers = await Promise.all([call(), call(), call()]);
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
  expect(await entries(actor)).toBe(1);
});

test('the same key for something else is refused', async () => {
  const actor: Acting = {
    ...(await makeAgency(database.db)),
    call: { key: 'key-00002', requestHash: 'one' },
  };
  await writeOnce(deps(), actor, async () => accept(1));
  const other = { ...actor, call: { key: 'key-00002', requestHash: 'two' } };
  expect(await writeOnce(deps(), other, async () => accept(2))).toEqual(refuse('key_reused', {}));
});

test('a refusal changes nothing, and a retry decides anew', async () => {
  const actor: Acting = { ...(await makeAgency(database.db)), call: { key: 'key-00003', requestHash: 'h' } };
  const refused = await writeOnce(deps(), actor, async (tx) => {
    await appendAudit(tx, line);
    return refuse('cycle', { name: 'x' });
  });
  expect(refused).toEqual(refuse('cycle', { name: 'x' }));
  expect(await entries(actor)).toBe(0);
  expect(await writeOnce(deps(), actor, async () => accept('now'))).toEqual(accept('now'));
});
