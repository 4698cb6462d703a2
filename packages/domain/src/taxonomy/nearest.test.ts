import { expect, test } from 'vitest';
import { nearestIn } from './nearest.ts';

const near = nearestIn([
  { id: 'uk', spelling: 'Ukrainian' },
  { id: 'py', spelling: 'Python' },
  { id: 'ds', spelling: 'Distributed systems' },
  { id: 'go', spelling: 'Go' },
  { id: 'c', spelling: 'C' },
  { id: 'js', spelling: 'JavaScript' },
]);

test.each([
  ['Ukranian', [{ id: 'uk', slip: true }]],
  ['Javascirpt', [{ id: 'js', slip: true }]],
  ['Python (for scripting)', [{ id: 'py', slip: false }]],
  ['Distributed systems specialist', [{ id: 'ds', slip: false }]],
  ['Rego', []],
  ['Gp', []],
])('%s', (spelling, found) => {
  expect(near(spelling)).toEqual(found);
});
