import { expect, test } from 'vitest';
import { openTurns } from './turns.ts';

test('so many at once, the others in the order they came, and each hears that it waits', async () => {
  const take = openTurns(2);
  const told: string[] = [];
  const turn = async (name: string) => {
    const back = await take(() => told.push(`${name} waits`));
    told.push(`${name} works`);
    return back;
  };
  const [a, b] = await Promise.all([turn('a'), turn('b')]);
  const c = turn('c');
  const d = turn('d');
  await Promise.resolve();
  expect(told).toEqual(['a works', 'b works', 'c waits', 'd waits']);
  b();
  b(); // Given back twice is given back once.
  (await c)();
  (await d)();
  a();
  expect(told.slice(4)).toEqual(['c works', 'd works']);
  const [e, f] = await Promise.all([turn('e'), turn('f')]);
  expect(told.slice(6)).toEqual(['e works', 'f works']);
  e();
  f();
});
