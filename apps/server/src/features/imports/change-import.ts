import type { ActsIn } from '@trellis/db/client';
import { lockImport, saveImportChoices } from '@trellis/db/imports';
import { findProgram } from '@trellis/db/programs';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { ChangeImport } from '@trellis/domain/imports/inputs';
import type { ImportView } from '@trellis/domain/imports/views';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { sheetOfImport, writeMapping } from '../../stored-import.ts';
import { writeOnce } from '../../write-once.ts';
import { viewOfImport } from './import-view.ts';

/** Keeps what a person says about the columns and the unknown values of an upload. */
export const changeImport = (
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: ActsIn & Pick<Acting, 'call'>,
  input: ChangeImport,
): Promise<Decision<ImportView, Refusal<'not_found' | 'conflict' | 'key_reused'>>> =>
  writeOnce(deps, actor, async (tx) => {
    const batch = await lockImport(tx, input.importId);
    if (!batch) return refuse('not_found', { what: 'import' });
    if (batch.status !== 'mapping') return refuse('conflict', { what: 'import', now: batch.status });
    const sheet = sheetOfImport(batch);
    const { mapping, decisions } = input;
    if (mapping && mapping.columns.length !== sheet.headers.length)
      return refuse('not_found', { what: 'column' });
    const choices = {
      ...(mapping ? { mapping: writeMapping(mapping, sheet) } : {}),
      ...(decisions ? { decisions } : {}),
    };
    if (mapping || decisions) await saveImportChoices(tx, batch.id, choices);
    const program = batch.programId === null ? null : await findProgram(tx, batch.programId);
    return accept(viewOfImport({ ...batch, ...choices }, program));
  });
