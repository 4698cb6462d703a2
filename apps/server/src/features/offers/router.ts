import { MemberId } from '@trellis/domain/ids';
import { MoveOffer, OfferRef, SaveOffer, StartOffer } from '@trellis/domain/offers/inputs';
import { OfferView } from '@trellis/domain/offers/views';
import { z } from 'zod';
import { may, router } from '../../trpc/init.ts';
import { answer } from '../../trpc/refusals.ts';
import { moveOffer } from './move-offer.ts';
import { readOffer, readOffersOf } from './reads.ts';
import { saveOffer } from './save-offer.ts';
import { startOffer } from './start-offer.ts';

export const offersRouter = router({
  one: may('offers.read')
    .input(OfferRef)
    .output(OfferView)
    .query(async ({ ctx, input }) => answer(await readOffer(ctx.deps, ctx.actor, input.offerId))),
  /** Of one member; one's own unless staff name somebody else. */
  ofMember: may('offers.read')
    .input(z.strictObject({ memberId: MemberId.optional() }))
    .output(z.array(OfferView))
    .query(async ({ ctx, input }) =>
      answer(await readOffersOf(ctx.deps, ctx.actor, input.memberId ?? ctx.actor.memberId)),
    ),
  start: may('offers.change')
    .input(StartOffer)
    .output(OfferRef)
    .mutation(async ({ ctx, input }) => answer(await startOffer(ctx.deps, ctx.actor, input))),
  save: may('offers.change')
    .input(SaveOffer)
    .output(OfferRef)
    .mutation(async ({ ctx, input }) => answer(await saveOffer(ctx.deps, ctx.actor, input))),
  move: may('offers.change')
    .input(MoveOffer)
    .output(OfferRef)
    .mutation(async ({ ctx, input }) => answer(await moveOffer(ctx.deps, ctx.actor, input))),
});
