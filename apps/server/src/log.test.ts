import { DrizzleQueryError } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { loggable } from './log.ts';

const told = (error: unknown): string => JSON.stringify(loggable(error));

test('an error of a query is logged with its statement and code, without one value', () => {
  const cause = Object.assign(new Error('duplicate key value violates unique constraint'), {
    code: '23505',
    constraint_name: 'member_email_key',
    detail: 'Key (email)=(secret@example.org) already exists.',
    parameters: ['secret@example.org'],
  });
  const params = ['secret@example.org', 'A note\nof secret things\n    at home'];
  const error = new DrizzleQueryError('insert into member values ($1, $2)', params, cause);
  const wrapped = new Error(`Failed to save: ${error.message}`, { cause: error });
  for (const one of [error, wrapped]) {
    expect(told(one)).not.toContain('secret');
    expect(told(one)).toContain('insert into member');
    expect(told(one)).toContain('23505');
    expect(told(one)).toContain('member_email_key');
    expect(told(one)).toContain('log.test.ts');
  }
});

test('what is no error says little', () => {
  expect(loggable({ note: 'secret' })).toBe('(an object)');
  expect(loggable('a word')).toBe('a word');
});

test('errors that cause each other are told to a depth', () => {
  const error = new Error('round');
  error.cause = error;
  expect(told(error).match(/round/g)?.length).toBeLessThan(10);
});
