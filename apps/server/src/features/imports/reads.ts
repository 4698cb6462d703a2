import { inRead } from '@trellis/db/client';
import { findImport } from '@trellis/db/imports';
import { findProgram } from '@trellis/db/programs';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { ImportId } from '@trellis/domain/ids';
import { OUTCOMES } from '@trellis/domain/imports/changes';
import type { ImportPreview, ImportView } from '@trellis/domain/imports/views';
import type { Actor } from '@trellis/domain/members/actor';
import type { Deps } from '../../deps.ts';
import { mappingOf } from '../../stored-import.ts';
import { missingIn, viewOfImport } from './import-view.ts';
import { type ImportPlan, planImport } from './plan-import.ts';

/** So many rows of each outcome, and so many problems, are sent to a screen. */
export const MOST_SHOWN = 300;

/** One upload, whatever became of it. */
export const readImport = (
  deps: Pick<Deps, 'db'>,
  actor: Pick<Actor, 'agencyId'>,
  id: ImportId,
): Promise<Decision<ImportView, Refusal<'not_found'>>> =>
  inRead(deps.db, actor, async (read) => {
    const batch = await findImport(read, id);
    if (!batch) return refuse('not_found', { what: 'import' });
    const program = batch.programId === null ? null : await findProgram(read, batch.programId);
    return accept(viewOfImport(batch, program));
  });

/** What would come of an upload if it were applied now. */
export const readPreview = (
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'zones'>,
  actor: Pick<Actor, 'agencyId'>,
  id: ImportId,
  most = MOST_SHOWN,
): Promise<Decision<ImportPreview, Refusal<'not_found' | 'conflict' | 'undecided'>>> =>
  inRead(deps.db, actor, async (read) => {
    const batch = await findImport(read, id);
    if (!batch) return refuse('not_found', { what: 'import' });
    if (batch.status !== 'mapping') return refuse('conflict', { what: 'import', now: batch.status });
    const missing = missingIn(batch, mappingOf(batch));
    if (missing.length > 0) return refuse('undecided', { missing });
    return accept(previewOf(await planImport(read, deps, batch), most));
  });

const previewOf = (plan: ImportPlan, most: number): ImportPreview => ({
  counts: plan.counts,
  offers: plan.offers,
  rows: OUTCOMES.flatMap((outcome) => plan.rows.filter((row) => row.outcome === outcome).slice(0, most)).map(
    (row) => ({
      ...row,
      changes: [...row.changes],
    }),
  ),
  problems: plan.problems.slice(0, most),
  problemCount: plan.problems.length,
  unknown: [...(plan.book?.unknown ?? [])],
  maybe: (plan.people?.maybe ?? [])
    .slice(0, most)
    .map((one) => ({ ...one, candidates: one.candidates.map((candidate) => ({ ...candidate })) })),
});
