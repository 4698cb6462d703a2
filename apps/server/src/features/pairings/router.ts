import {
  AddNote,
  BoardRef,
  DecidePairings,
  MovePairing,
  PairByHand,
  PairingRef,
  PublishPairings,
  SwapPairings,
  TwoSides,
  WithdrawPairing,
} from '@trellis/domain/pairings/inputs';
import {
  AlternativesView,
  BoardView,
  DecidedView,
  HandCheck,
  PublishedView,
  PublishPreview,
  SideBySideView,
  WhyNotView,
} from '@trellis/domain/pairings/views';
import { may, router } from '../../trpc/init.ts';
import { answer } from '../../trpc/refusals.ts';
import { addNote } from './add-note.ts';
import { decidePairings } from './decide-pairings.ts';
import { explainWhyNot } from './explain-why-not.ts';
import { movePairing } from './move-pairing.ts';
import { checkHandPairing, pairByHand } from './pair-by-hand.ts';
import { previewPublishing, publishPairings } from './publish-pairings.ts';
import { readAlternatives } from './read-alternatives.ts';
import { readBoard } from './read-board.ts';
import { readSideBySide } from './read-side-by-side.ts';
import { swapPairings } from './swap-pairings.ts';
import { withdrawPairing } from './withdraw-pairing.ts';

export const pairingsRouter = router({
  board: may('pairings.read')
    .input(BoardRef)
    .output(BoardView)
    .query(async ({ ctx, input }) => answer(await readBoard(ctx.deps, ctx.actor, input))),
  sideBySide: may('pairings.read')
    .input(PairingRef)
    .output(SideBySideView)
    .query(async ({ ctx, input }) => answer(await readSideBySide(ctx.deps, ctx.actor, input))),
  alternatives: may('pairings.read')
    .input(PairingRef)
    .output(AlternativesView)
    .query(async ({ ctx, input }) => answer(await readAlternatives(ctx.deps, ctx.actor, input))),
  whyNot: may('pairings.read')
    .input(TwoSides)
    .output(WhyNotView)
    .query(async ({ ctx, input }) => answer(await explainWhyNot(ctx.deps, ctx.actor, input))),
  checkByHand: may('pairings.read')
    .input(TwoSides)
    .output(HandCheck)
    .query(async ({ ctx, input }) => answer(await checkHandPairing(ctx.deps, ctx.actor, input))),
  decide: may('pairings.decide')
    .input(DecidePairings)
    .output(DecidedView)
    .mutation(async ({ ctx, input }) => answer(await decidePairings(ctx.deps, ctx.actor, input))),
  swap: may('pairings.decide')
    .input(SwapPairings)
    .output(DecidedView)
    .mutation(async ({ ctx, input }) => answer(await swapPairings(ctx.deps, ctx.actor, input))),
  byHand: may('pairings.decide')
    .input(PairByHand)
    .output(DecidedView)
    .mutation(async ({ ctx, input }) => answer(await pairByHand(ctx.deps, ctx.actor, input))),
  withdraw: may('pairings.decide')
    .input(WithdrawPairing)
    .output(PairingRef)
    .mutation(async ({ ctx, input }) => answer(await withdrawPairing(ctx.deps, ctx.actor, input))),
  move: may('pairings.decide')
    .input(MovePairing)
    .output(PairingRef)
    .mutation(async ({ ctx, input }) => answer(await movePairing(ctx.deps, ctx.actor, input))),
  note: may('pairings.decide')
    .input(AddNote)
    .output(PairingRef)
    .mutation(async ({ ctx, input }) => answer(await addNote(ctx.deps, ctx.actor, input))),
  publishPreview: may('pairings.read')
    .input(BoardRef)
    .output(PublishPreview)
    .query(async ({ ctx, input }) => answer(await previewPublishing(ctx.deps, ctx.actor, input))),
  publish: may('pairings.publish')
    .input(PublishPairings)
    .output(PublishedView)
    .mutation(async ({ ctx, input }) => answer(await publishPairings(ctx.deps, ctx.actor, input))),
});
