import { expect, test } from 'vitest';
import { emailProblem, problemOf } from './sign-in-problem.ts';

test.each([
  [401, 'wrong'],
  [400, 'wrong'],
  [403, 'unexpected'],
  [429, 'tooMany'],
  [null, 'unreachable'],
  [0, 'unreachable'],
  [502, 'unreachable'],
  [500, 'unexpected'],
] as const)('an answer of %s is told as "%s"', (status, words) => {
  expect(problemOf(status)).toBe(words);
});

test.each([
  ['', 'emailMissing'],
  ['   ', 'emailMissing'],
  ['ada', 'emailWrong'],
  ['ada @example.org', 'emailWrong'],
  [' ada@example.org ', null],
] as const)('the address "%s" is told as %s', (email, words) => {
  expect(emailProblem(email)).toBe(words);
});
