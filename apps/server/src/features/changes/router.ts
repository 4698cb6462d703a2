import { may, router } from '../../trpc/init.ts';

/** That something changed, for screens that two people look at at once. Staff only: kinds and ids are not for members. */
export const changesRouter = router({
  watch: may('pairings.read').subscription(async function* ({ ctx, signal }) {
    const stop = signal ?? new AbortController().signal;
    yield { kind: 'connected', id: '' };
    yield* ctx.deps.changes.of(ctx.actor.agencyId, stop);
  }),
});
