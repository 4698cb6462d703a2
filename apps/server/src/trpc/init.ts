import { createHash, randomUUID } from 'node:crypto';
import { type Action, scopeOf } from '@trellis/domain/members/policy';
import { initTRPC, TRPCError } from '@trpc/server';
import type { Acting } from '../acting.ts';
import type { Context } from './context.ts';
import { answer, Refused } from './refusals.ts';
import { isStorable } from './storable.ts';

interface Meta {
  /** The policy's action a procedure stands for; absent only where nobody needs to be signed in. */
  readonly action?: Action;
}

const IDEMPOTENCY_HEADER = 'x-idempotency-key';
const KEY_FORM = /^[A-Za-z0-9_-]{8,64}$/;

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 40_000 } },
    /** A code, the refusal's facts or an id to find the fault in the log; never a message of the database. */
    errorFormatter({ shape, error, ctx }) {
      const refusal = error.cause instanceof Refused ? error.cause.refusal : null;
      const issues =
        error.code === 'BAD_REQUEST' && error.cause?.name === 'ZodError' ? error.cause.message : null;
      const errorId = refusal || error.code !== 'INTERNAL_SERVER_ERROR' ? null : randomUUID();
      if (errorId)
        ctx?.deps.log.error({ err: error.cause ?? error, errorId, path: shape.data.path }, 'fault');
      return {
        code: shape.code,
        message: refusal?.code ?? error.code,
        data: {
          code: error.code,
          httpStatus: shape.data.httpStatus,
          path: shape.data.path,
          refusal,
          errorId,
          issues,
        },
      };
    },
  });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

const counted = t.procedure.use(async ({ ctx, getRawInput, next }) => {
  if (!(await ctx.withinLimit())) throw new TRPCError({ code: 'TOO_MANY_REQUESTS' });
  if (!isStorable(await getRawInput())) throw new TRPCError({ code: 'BAD_REQUEST', message: 'not_text' });
  return next();
});

/** For what needs no sign-in: the session itself. */
export const open = counted;

/**
 * For everything else: signed in as a member, the policy lets that member try, and a mutation carries its
 * idempotency key. What belongs to whom is decided by the use case, which has the row.
 */
export const may = (action: Action) =>
  counted.meta({ action }).use(async ({ ctx, type, path, getRawInput, next }) => {
    const visitor = await ctx.visitor();
    if (!visitor?.membership) throw new TRPCError({ code: 'UNAUTHORIZED' });
    const { member, agency } = visitor.membership;
    const call = type === 'mutation' ? callOf(ctx, path, await getRawInput()) : null;
    const actor: Acting = { agencyId: agency.id, memberId: member.id, roles: member.roles, call };
    if (scopeOf(actor, action) === null) {
      answer({ ok: false, refusal: { code: 'forbidden', facts: {} } });
    }
    return next({ ctx: { ...ctx, actor, member, agency } });
  });

const callOf = (ctx: Context, path: string, input: unknown): Acting['call'] => {
  const key = ctx.request.headers[IDEMPOTENCY_HEADER];
  if (typeof key !== 'string' || !KEY_FORM.test(key)) {
    throw new TRPCError({ code: 'BAD_REQUEST', message: `${IDEMPOTENCY_HEADER} is missing` });
  }
  const requestHash = createHash('sha256')
    .update(JSON.stringify([path, input ?? null]))
    .digest('hex');
  return { key, requestHash };
};
