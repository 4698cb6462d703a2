import { PairingRef } from '@trellis/domain/pairings/inputs';
import { AnswerPairing, MoveOwnPairing } from '@trellis/domain/pairings/own-inputs';
import { OwnPairingLine, OwnPairingView } from '@trellis/domain/pairings/own-views';
import { z } from 'zod';
import { may, router } from '../../trpc/init.ts';
import { answer } from '../../trpc/refusals.ts';
import { answerPairing } from './answer-pairing.ts';
import { moveOwnPairing } from './move-own-pairing.ts';
import { readOwnPairing, readOwnPairings } from './read-own-pairings.ts';

export const myPairingsRouter = router({
  list: may('pairings.see_own')
    .output(z.array(OwnPairingLine))
    .query(({ ctx }) => readOwnPairings(ctx.deps, ctx.actor)),
  one: may('pairings.see_own')
    .input(PairingRef)
    .output(OwnPairingView)
    .query(async ({ ctx, input }) => answer(await readOwnPairing(ctx.deps, ctx.actor, input.pairingId))),
  answer: may('pairings.answer')
    .input(AnswerPairing)
    .output(z.strictObject({ ended: z.boolean() }))
    .mutation(async ({ ctx, input }) => answer(await answerPairing(ctx.deps, ctx.actor, input))),
  move: may('pairings.answer')
    .input(MoveOwnPairing)
    .output(z.strictObject({ moved: z.boolean() }))
    .mutation(async ({ ctx, input }) => answer(await moveOwnPairing(ctx.deps, ctx.actor, input))),
});
