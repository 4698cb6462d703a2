import { ProgramRef } from '@trellis/domain/programs/inputs';
import { RoundRef, SmallestChangeInput, StartRound, WhatIfInput } from '@trellis/domain/rounds/inputs';
import {
  ReplayView,
  RoundCard,
  RoundView,
  SmallestChangeView,
  WhatIfChoices,
  WhatIfView,
} from '@trellis/domain/rounds/views';
import { z } from 'zod';
import { may, router } from '../../trpc/init.ts';
import { answer } from '../../trpc/refusals.ts';
import { cancelRound } from './cancel-round.ts';
import { readRound, readRounds } from './reads.ts';
import { replayRound } from './replay-round.ts';
import { smallestChange } from './smallest-change.ts';
import { startRound } from './start-round.ts';
import { watchProgress } from './watch-progress.ts';
import { whatIf } from './what-if.ts';
import { readWhatIfChoices } from './what-if-choices.ts';

export const roundsRouter = router({
  ofProgram: may('rounds.read')
    .input(ProgramRef)
    .output(z.array(RoundCard))
    .query(({ ctx, input }) => readRounds(ctx.deps, ctx.actor, input.programId)),
  one: may('rounds.read')
    .input(RoundRef)
    .output(RoundView)
    .query(async ({ ctx, input }) => answer(await readRound(ctx.deps, ctx.actor, input.roundId))),
  progress: may('rounds.read')
    .input(RoundRef)
    .subscription(({ ctx, input, signal }) =>
      watchProgress(ctx.deps, ctx.actor, input.roundId, signal ?? new AbortController().signal),
    ),
  /** Answers as soon as the round has begun; it is planned afterwards. */
  start: may('rounds.run')
    .input(StartRound)
    .output(RoundRef)
    .mutation(async ({ ctx, input }) => answer(await startRound(ctx.deps, ctx.actor, input)).round),
  cancel: may('rounds.run')
    .input(RoundRef)
    .output(RoundRef)
    .mutation(async ({ ctx, input }) => answer(await cancelRound(ctx.deps, ctx.actor, input))),
  replay: may('rounds.run')
    .input(RoundRef)
    .output(ReplayView)
    .query(async ({ ctx, input }) => answer(await replayRound(ctx.deps, ctx.actor, input))),
  whatIf: may('rounds.run')
    .input(WhatIfInput)
    .output(WhatIfView)
    .query(async ({ ctx, input, signal }) => answer(await whatIf(ctx.deps, ctx.actor, input, signal))),
  whatIfChoices: may('rounds.run')
    .input(RoundRef)
    .output(WhatIfChoices)
    .query(async ({ ctx, input }) => answer(await readWhatIfChoices(ctx.deps, ctx.actor, input))),
  smallestChange: may('rounds.read')
    .input(SmallestChangeInput)
    .output(SmallestChangeView)
    .query(async ({ ctx, input }) => answer(await smallestChange(ctx.deps, ctx.actor, input))),
});
