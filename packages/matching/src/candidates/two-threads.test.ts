import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { afterAll, expect, it } from 'vitest';
import { sharedSlots } from '../help-round.ts';
import { gatherPool } from '../pool.ts';
import { peopleFrom, SETTINGS } from '../testing/people.ts';
import { growTable } from './grow-table.ts';
import { rowSlots } from './row-slots.ts';

const helper = new Worker(new URL('../testing/helping-thread.mjs', import.meta.url));
afterAll(() => helper.terminate());

it('two threads that race for candidates and prices come to the plan of one', async () => {
  let blocks = 0;
  for (let seed = 1; seed <= 12; seed++) {
    const input = peopleFrom(seed, { requests: 500 + 40 * seed, offers: 150, skills: 60 });
    const pool = gatherPool(input, SETTINGS);
    const wanted = { requests: pool.requests.length, offers: pool.offers.length, most: 1 + (seed % 3) };
    const alone = growTable(pool, [], 'served', 100, rowSlots(wanted));
    const slots = sharedSlots(wanted);
    helper.postMessage({ input, settings: SETTINGS, slots });
    await once(helper, 'message');
    const together = growTable(pool, [], 'served', 100, slots);
    expect(together.table).toEqual(alone.table);
    expect(together.decided).toEqual(alone.decided);
    await once(helper, 'message');
    blocks += slots.done.length;
  }
  expect(blocks).toBeGreaterThan(100);
});
