import { createTRPCUntypedClient, httpLink, retryLink, TRPCClientError } from '@trpc/client';
import { describe, expect, test } from 'vitest';
import { idempotencyHeader, idempotencyLink } from './idempotency-link.ts';
import { readProblem } from './problem.ts';

/** A client whose requests are answered in turn; `false` means the answer never arrives. */
function clientAnswering(...answers: (object | false)[]) {
  const keys: (string | null)[] = [];
  const client = createTRPCUntypedClient({
    links: [
      idempotencyLink(),
      retryLink({
        retry: ({ error, attempts }) => attempts < 2 && readProblem(error).kind === 'unreachable',
      }),
      httpLink({
        url: 'http://server.test/trpc',
        headers: ({ op }) => idempotencyHeader(op),
        fetch: async (_url, init) => {
          keys.push(new Headers(init?.headers as HeadersInit).get('x-idempotency-key'));
          const answer = answers.shift();
          if (!answer) throw new TypeError('Failed to fetch');
          return new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } });
        },
      }),
    ],
  });
  return { client, keys };
}

const done = { result: { data: 'done' } };
const refused = {
  error: {
    message: 'no',
    code: -32009,
    data: { code: 'CONFLICT', refusal: { code: 'last_admin', facts: {} } },
  },
};

describe('idempotencyLink', () => {
  test('a retry carries the key of the first try', async () => {
    const { client, keys } = clientAnswering(false, done);
    await client.mutation('pairings.approve', { id: 'p1' });
    expect(keys).toHaveLength(2);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(keys[1]).toBe(keys[0]);
  });

  test('pressing again after no answer carries the same key, after an answer a new one', async () => {
    const { client, keys } = clientAnswering(false, false, done, done);
    await expect(client.mutation('pairings.approve', { id: 'p1' })).rejects.toThrow(TRPCClientError);
    await client.mutation('pairings.approve', { id: 'p1' });
    await client.mutation('pairings.approve', { id: 'p1' });
    expect(keys[2]).toBe(keys[0]);
    expect(keys[3]).not.toBe(keys[0]);
  });

  test('a refusal is an answer: the next try is a new one', async () => {
    const { client, keys } = clientAnswering(refused, done);
    await expect(client.mutation('members.remove', {})).rejects.toThrow();
    await client.mutation('members.remove', {});
    expect(keys[1]).not.toBe(keys[0]);
  });

  test('other content is another write, and reads carry no key', async () => {
    const { client, keys } = clientAnswering(done, done, done);
    await client.mutation('pairings.approve', { id: 'p1' });
    await client.mutation('pairings.approve', { id: 'p2' });
    await client.query('pairings.list');
    expect(new Set(keys).size).toBe(3);
    expect(keys[2]).toBeNull();
  });
});
