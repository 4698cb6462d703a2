import { once } from 'node:events';
import { sharedSlots } from '@trellis/matching/help-round';
import { encodeSnapshot } from '@trellis/matching/snapshot';
import { peopleFrom, SETTINGS } from '@trellis/matching/testing/people';
import { expect, test } from 'vitest';
import { startHelp } from './thread-start.ts';

test('a helping thread notes the candidates of every request', async () => {
  const input = peopleFrom(1, { requests: 150, offers: 40, blanks: 0 });
  const slots = sharedSlots({ requests: 150, offers: 40, most: 5 });
  // The planning thread has its plan: nobody is asked.
  slots.prices.turn[0] = -1;
  const help = startHelp();
  help.postMessage(encodeSnapshot(input, SETTINGS));
  help.postMessage(slots);
  const [code] = await once(help, 'exit');
  expect(code).toBe(0);
  expect([...slots.done]).toEqual([1, 1, 1]);
  expect(Math.max(...slots.count)).toBe(5);
});
