import { TRPCClientError } from '@trpc/client';
import { describe, expect, test } from 'vitest';
import { messages } from '../i18n/messages.ts';
import { readProblem, refusalCodes, refusalFacts } from './problem.ts';

/** An error as the client throws it for an answer of the server with this `data`. */
function answered(data: Record<string, unknown>) {
  return TRPCClientError.from({ error: { message: 'no', code: -32000, data } });
}

describe('readProblem', () => {
  test('a refusal keeps its code and facts', () => {
    const error = answered({
      code: 'CONFLICT',
      refusal: { code: 'capacity_below_held', facts: { held: 3 } },
    });
    expect(readProblem(error)).toEqual({
      kind: 'refusal',
      refusal: { code: 'capacity_below_held', facts: { held: 3 } },
    });
    expect(refusalFacts(error, 'capacity_below_held')?.held).toBe(3);
    expect(refusalFacts(error, 'cycle')).toBeNull();
  });

  test('a code nobody knows is a fault, with its reference', () => {
    const error = answered({ code: 'CONFLICT', errorId: 'e-1', refusal: { code: 'surprise', facts: {} } });
    expect(readProblem(error)).toEqual({ kind: 'unexpected', errorId: 'e-1' });
  });

  test('no answer is told apart from an answer', () => {
    expect(readProblem(TRPCClientError.from(new Error('Failed to fetch')))).toEqual({ kind: 'unreachable' });
  });

  test('an ended session is told apart from a refusal', () => {
    expect(readProblem(answered({ code: 'UNAUTHORIZED' }))).toEqual({ kind: 'signed_out' });
  });

  test.each([
    ['BAD_REQUEST', 'invalid'],
    ['TOO_MANY_REQUESTS', 'too_often'],
    ['INTERNAL_SERVER_ERROR', 'unexpected'],
  ])('%s is told as %s', (code, kind) => {
    expect(readProblem(answered({ code, refusal: null })).kind).toBe(kind);
  });

  test('a mistake of our own has no reference', () => {
    expect(readProblem(new TypeError('x is undefined'))).toEqual({ kind: 'unexpected', errorId: null });
  });
});

test('every refusal has words in every language', () => {
  const missing: string[] = [];
  for (const [locale, catalog] of Object.entries(messages)) {
    const shell = catalog.shell;
    const words = typeof shell === 'object' ? shell.refusals : undefined;
    for (const code of refusalCodes) {
      const entry = typeof words === 'object' ? words[code] : undefined;
      if (typeof entry !== 'object' || !entry.title || !entry.advice) missing.push(`${locale}: ${code}`);
    }
  }
  expect(missing).toEqual([]);
});
