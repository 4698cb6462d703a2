import { ExamplePair } from '@trellis/domain/programs/example-pair';
import {
  ExamplePairInput,
  MoveProgram,
  ProgramRef,
  SaveProgram,
  StartProgram,
} from '@trellis/domain/programs/inputs';
import { ProgramCard, ProgramView, ReadinessView } from '@trellis/domain/programs/views';
import { z } from 'zod';
import { may, router } from '../../trpc/init.ts';
import { answer } from '../../trpc/refusals.ts';
import { readExamplePair } from './example-pair.ts';
import { moveProgram } from './move-program.ts';
import { readProgram, readPrograms, readReadiness } from './reads.ts';
import { saveProgram } from './save-program.ts';
import { startProgram } from './start-program.ts';

export const programsRouter = router({
  list: may('programs.read')
    .output(z.array(ProgramCard))
    .query(({ ctx }) => readPrograms(ctx.deps, ctx.actor)),
  /** With its settings, which are for staff. */
  one: may('programs.change')
    .input(ProgramRef)
    .output(ProgramView)
    .query(async ({ ctx, input }) => answer(await readProgram(ctx.deps, ctx.actor, input.programId))),
  readiness: may('rounds.read')
    .input(ProgramRef)
    .output(ReadinessView)
    .query(async ({ ctx, input }) => answer(await readReadiness(ctx.deps, ctx.actor, input.programId))),
  examplePair: may('programs.change')
    .input(ExamplePairInput)
    .output(ExamplePair)
    .query(async ({ ctx, input }) => answer(await readExamplePair(ctx.deps, ctx.actor, input))),
  start: may('programs.change')
    .input(StartProgram)
    .output(ProgramRef)
    .mutation(async ({ ctx, input }) => answer(await startProgram(ctx.deps, ctx.actor, input))),
  save: may('programs.change')
    .input(SaveProgram)
    .output(ProgramRef)
    .mutation(async ({ ctx, input }) => answer(await saveProgram(ctx.deps, ctx.actor, input))),
  move: may('programs.change')
    .input(MoveProgram)
    .output(ProgramRef)
    .mutation(async ({ ctx, input }) => answer(await moveProgram(ctx.deps, ctx.actor, input))),
});
