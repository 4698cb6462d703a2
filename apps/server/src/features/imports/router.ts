import { ChangeImport, ImportRef, UploadFile } from '@trellis/domain/imports/inputs';
import { ImportPreview, ImportResult, ImportView, UploadedFile } from '@trellis/domain/imports/views';
import { may, router } from '../../trpc/init.ts';
import { answer } from '../../trpc/refusals.ts';
import { applyImport } from './apply-import.ts';
import { changeImport } from './change-import.ts';
import { discardImport } from './discard-import.ts';
import { readImport, readPreview } from './reads.ts';
import { uploadFile } from './upload-file.ts';

export const importsRouter = router({
  one: may('imports.read')
    .input(ImportRef)
    .output(ImportView)
    .query(async ({ ctx, input }) => answer(await readImport(ctx.deps, ctx.actor, input.importId))),
  preview: may('imports.read')
    .input(ImportRef)
    .output(ImportPreview)
    .query(async ({ ctx, input }) => answer(await readPreview(ctx.deps, ctx.actor, input.importId))),
  upload: may('imports.change')
    .input(UploadFile)
    .output(UploadedFile)
    .mutation(async ({ ctx, input }) => answer(await uploadFile(ctx.deps, ctx.actor, input))),
  change: may('imports.change')
    .input(ChangeImport)
    .output(ImportView)
    .mutation(async ({ ctx, input }) => answer(await changeImport(ctx.deps, ctx.actor, input))),
  carryOut: may('imports.change')
    .input(ImportRef)
    .output(ImportResult)
    .mutation(async ({ ctx, input }) => answer(await applyImport(ctx.deps, ctx.actor, input))),
  discard: may('imports.change')
    .input(ImportRef)
    .output(ImportRef)
    .mutation(async ({ ctx, input }) => answer(await discardImport(ctx.deps, ctx.actor, input))),
});
