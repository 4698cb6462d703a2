import type { Operation, TRPCLink } from '@trpc/client';
import type { AnyTRPCRouter } from '@trpc/server';
import { observable } from '@trpc/server/observable';
import { v4 as uuid } from 'uuid';
import { readProblem } from './problem.ts';

/** Name of the header by which the server recognizes a repeated write. */
const IDEMPOTENCY_HEADER = 'x-idempotency-key';

/**
 * Gives every mutation its key. The key stays the same until the server has answered: over the retries of one call,
 * and also when the person presses the button again because the answer to the same content never arrived.
 */
export function idempotencyLink<TRouter extends AnyTRPCRouter>(): TRPCLink<TRouter> {
  const unanswered = new Map<string, string>();
  return () =>
    ({ next, op }) => {
      if (op.type !== 'mutation') return next(op);
      const content = JSON.stringify([op.path, op.input]);
      const key = unanswered.get(content) ?? uuid();
      unanswered.set(content, key);
      return observable((observer) =>
        next({ ...op, context: { ...op.context, idempotencyKey: key } }).subscribe({
          next: (value) => observer.next(value),
          error: (error) => {
            if (readProblem(error).kind !== 'unreachable') unanswered.delete(content);
            observer.error(error);
          },
          complete: () => {
            unanswered.delete(content);
            observer.complete();
          },
        }),
      );
    };
}

/** The header of one operation; empty for everything but mutations. */
export function idempotencyHeader(op: Operation): Record<string, string> {
  const key = op.context.idempotencyKey;
  return typeof key === 'string' ? { [IDEMPOTENCY_HEADER]: key } : {};
}
