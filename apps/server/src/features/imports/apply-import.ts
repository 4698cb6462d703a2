import { announce } from '@trellis/db/announcements';
import { appendAudits } from '@trellis/db/audit';
import type { ActsIn, Tx } from '@trellis/db/client';
import { broke } from '@trellis/db/constraint-errors';
import { finishImport, lockImport } from '@trellis/db/imports';
import { addAlias, insertTerms, lockTaxonomy } from '@trellis/db/taxonomy';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { TermId } from '@trellis/domain/ids';
import type { ImportRef } from '@trellis/domain/imports/inputs';
import type { ValueBook } from '@trellis/domain/imports/value-book';
import type { ImportReport, ImportResult } from '@trellis/domain/imports/views';
import type { Instant } from '@trellis/domain/time';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { mappingOf } from '../../stored-import.ts';
import { writeOnce } from '../../write-once.ts';
import { missingIn } from './import-view.ts';
import { planImport } from './plan-import.ts';
import { savePairs } from './save-pairs.ts';
import { savePeople } from './save-people.ts';

const MOST_KEPT_PROBLEMS = 500;

type ApplyRefusal = Refusal<'not_found' | 'conflict' | 'undecided'>;

/**
 * Does what the preview showed, all of it or nothing, in one transaction. Imports of an agency take turns and each
 * plans anew behind the lock: two at once cannot make the same person or the same term twice.
 */
export const applyImport = async (
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'zones'>,
  actor: ActsIn & Pick<Acting, 'call'>,
  input: ImportRef,
): Promise<Decision<ImportResult, ApplyRefusal | Refusal<'key_reused'>>> => {
  try {
    return await writeOnce(deps, actor, (tx, now) => apply(tx, deps, input, now));
  } catch (error) {
    // Somebody was added by hand with the same e-mail, or a pair took the last seat, while this ran.
    if (
      broke(error, 'member_email_key', 'member_source_ref_key', 'taxonomy_alias_pkey', 'offer_member_key')
    ) {
      return refuse('conflict', { what: 'import', now: 'changed' });
    }
    if (
      broke(
        error,
        'pairing_capacity',
        'pairing_offer_seat_key',
        'pairing_request_seat_key',
        'pairing_couple_key',
        'offer_capacity_held',
      )
    ) {
      return refuse('conflict', { what: 'import', now: 'changed' });
    }
    throw error;
  }
};

const apply = async (
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'ids' | 'zones'>,
  input: ImportRef,
  now: Instant,
): Promise<Decision<ImportResult, ApplyRefusal>> => {
  await lockTaxonomy(tx);
  const batch = await lockImport(tx, input.importId);
  if (!batch) return refuse('not_found', { what: 'import' });
  if (batch.status !== 'mapping') return refuse('conflict', { what: 'import', now: batch.status });
  const missing = missingIn(batch, mappingOf(batch));
  if (missing.length > 0) return refuse('undecided', { missing });

  const plan = await planImport(tx, deps, batch);
  if (plan.book) await saveTerms(tx, plan.book, now);
  const lines =
    plan.people !== null
      ? await savePeople(tx, batch.id, plan.people, now)
      : await savePairs(tx, batch.id, batch.programId!, plan.pairs!, deps.ids.next, now);
  const report: ImportReport = {
    counts: plan.counts,
    offers: plan.offers,
    newTerms: plan.book?.created.length ?? 0,
    problems: plan.problems.slice(0, MOST_KEPT_PROBLEMS),
    problemCount: plan.problems.length,
  };
  await finishImport(tx, batch.id, { status: 'applied', report }, now);
  await announce(tx, 'import', batch.id);
  if (batch.programId !== null) await announce(tx, 'program', batch.programId);
  await appendAudits(tx, [
    ...(plan.book?.created ?? []).map(({ id, kind, name }) => ({
      action: 'term.imported',
      subjectKind: 'term',
      subjectId: id,
      detail: { importId: batch.id, kind, name },
    })),
    ...lines,
    {
      action: 'import.applied',
      subjectKind: 'import',
      subjectId: batch.id,
      detail: { kind: batch.kind, ...plan.counts, newTerms: report.newTerms, problems: report.problemCount },
    },
  ]);
  return accept({ importId: batch.id, report });
};

/** New terms of the sheet, and spellings a person said belong to known ones: the next sheet finds both. */
const saveTerms = async (tx: Tx, book: ValueBook, now: Instant): Promise<void> => {
  await insertTerms(
    tx,
    book.created.map(({ id, kind, name }) => ({ id: id as TermId, kind, name, parentId: null })),
    now,
  );
  for (const { kind, id, spelling } of book.learned) await addAlias(tx, { id: id as TermId, kind }, spelling);
};
