import { MemberId } from '@trellis/domain/ids';
import { MoveRequest, RequestRef, SaveRequest, StartRequest } from '@trellis/domain/requests/inputs';
import { RequestView } from '@trellis/domain/requests/views';
import { z } from 'zod';
import { may, router } from '../../trpc/init.ts';
import { answer } from '../../trpc/refusals.ts';
import { moveRequest } from './move-request.ts';
import { readRequest, readRequestsOf } from './reads.ts';
import { saveRequest } from './save-request.ts';
import { startRequest } from './start-request.ts';

export const requestsRouter = router({
  one: may('requests.read')
    .input(RequestRef)
    .output(RequestView)
    .query(async ({ ctx, input }) => answer(await readRequest(ctx.deps, ctx.actor, input.requestId))),
  /** Of one member; one's own unless staff name somebody else. */
  ofMember: may('requests.read')
    .input(z.strictObject({ memberId: MemberId.optional() }))
    .output(z.array(RequestView))
    .query(async ({ ctx, input }) =>
      answer(await readRequestsOf(ctx.deps, ctx.actor, input.memberId ?? ctx.actor.memberId)),
    ),
  start: may('requests.change')
    .input(StartRequest)
    .output(RequestRef)
    .mutation(async ({ ctx, input }) => answer(await startRequest(ctx.deps, ctx.actor, input))),
  save: may('requests.change')
    .input(SaveRequest)
    .output(RequestRef)
    .mutation(async ({ ctx, input }) => answer(await saveRequest(ctx.deps, ctx.actor, input))),
  move: may('requests.change')
    .input(MoveRequest)
    .output(RequestRef)
    .mutation(async ({ ctx, input }) => answer(await moveRequest(ctx.deps, ctx.actor, input))),
});
