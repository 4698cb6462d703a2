import {
  AddTerm,
  ChangeAlias,
  MergeTerms,
  MoveTerm,
  RenameTerm,
  TermRef,
} from '@trellis/domain/taxonomy/inputs';
import { MergePreview, StarterResult, TaxonomyView } from '@trellis/domain/taxonomy/views';
import { may, router } from '../../trpc/init.ts';
import { answer } from '../../trpc/refusals.ts';
import { addAlias } from './add-alias.ts';
import { addStarterSet } from './add-starter-set.ts';
import { addTerm } from './add-term.ts';
import { mergeTerms } from './merge-terms.ts';
import { moveTerm } from './move-term.ts';
import { readMergePreview, readTaxonomy } from './reads.ts';
import { removeAlias } from './remove-alias.ts';
import { renameTerm } from './rename-term.ts';

export const taxonomyRouter = router({
  list: may('taxonomy.read')
    .output(TaxonomyView)
    .query(({ ctx }) => readTaxonomy(ctx.deps, ctx.actor)),
  mergePreview: may('taxonomy.change')
    .input(MergeTerms)
    .output(MergePreview)
    .query(async ({ ctx, input }) => answer(await readMergePreview(ctx.deps, ctx.actor, input))),
  add: may('taxonomy.change')
    .input(AddTerm)
    .output(TermRef)
    .mutation(async ({ ctx, input }) => answer(await addTerm(ctx.deps, ctx.actor, input))),
  rename: may('taxonomy.change')
    .input(RenameTerm)
    .output(TermRef)
    .mutation(async ({ ctx, input }) => answer(await renameTerm(ctx.deps, ctx.actor, input))),
  move: may('taxonomy.change')
    .input(MoveTerm)
    .output(TermRef)
    .mutation(async ({ ctx, input }) => answer(await moveTerm(ctx.deps, ctx.actor, input))),
  addAlias: may('taxonomy.change')
    .input(ChangeAlias)
    .output(TermRef)
    .mutation(async ({ ctx, input }) => answer(await addAlias(ctx.deps, ctx.actor, input))),
  removeAlias: may('taxonomy.change')
    .input(ChangeAlias)
    .output(TermRef)
    .mutation(async ({ ctx, input }) => answer(await removeAlias(ctx.deps, ctx.actor, input))),
  merge: may('taxonomy.change')
    .input(MergeTerms)
    .output(TermRef)
    .mutation(async ({ ctx, input }) => answer(await mergeTerms(ctx.deps, ctx.actor, input))),
  addStarterSet: may('taxonomy.change')
    .output(StarterResult)
    .mutation(async ({ ctx }) => answer(await addStarterSet(ctx.deps, ctx.actor))),
});
