import { createHash } from 'node:crypto';
import { appendAudit } from '@trellis/db/audit';
import type { ActsIn, Read } from '@trellis/db/client';
import {
  findImport,
  findImportOfFile,
  findImportOfHeaders,
  finishImport,
  type ImportBatch,
  insertImport,
} from '@trellis/db/imports';
import { findProgram } from '@trellis/db/programs';
import { listAliases } from '@trellis/db/taxonomy';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { ImportId } from '@trellis/domain/ids';
import { guessColumns } from '@trellis/domain/imports/guess-columns';
import type { UploadFile } from '@trellis/domain/imports/inputs';
import type { ImportMapping } from '@trellis/domain/imports/mapping';
import { headerSignature, type Sheet } from '@trellis/domain/imports/sheet';
import type { UploadedFile } from '@trellis/domain/imports/views';
import { aliasKey } from '@trellis/domain/taxonomy/alias-key';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { decisionsOf, mappingOf, writeMapping, writeSheet } from '../../stored-import.ts';
import { writeOnce } from '../../write-once.ts';
import { viewOfImport } from './import-view.ts';
import { readFile } from './read-file.ts';

type UploadRefusal = Refusal<'unreadable_file' | 'too_much' | 'not_found' | 'program_not_open' | 'undecided'>;

/**
 * Takes in a file: reads it, guesses its columns (or remembers them from a file with the same headers) and keeps its
 * cells until the import is applied or discarded. Nothing about anybody is changed yet.
 */
export const uploadFile = async (
  deps: Pick<Deps, 'db' | 'clock' | 'ids'>,
  actor: ActsIn & Pick<Acting, 'call'>,
  input: UploadFile,
): Promise<Decision<UploadedFile, UploadRefusal | Refusal<'key_reused'>>> => {
  if (input.kind !== 'people' && input.programId === null)
    return refuse('undecided', { missing: ['program'] });
  const bytes = Buffer.from(input.content, 'base64');
  const file = await readFile(bytes, input.sheet === '' ? null : input.sheet);
  if (!file.ok) return file;
  const { sheet, sheets, sheetName, encoding } = file.value;
  const fileHash = createHash('sha256')
    .update(bytes)
    .update(sheetName ?? '')
    .digest('hex');

  return writeOnce(deps, actor, async (tx, now): Promise<Decision<UploadedFile, UploadRefusal>> => {
    const program = input.programId === null ? null : await findProgram(tx, input.programId);
    if (input.programId !== null && program === null) return refuse('not_found', { what: 'program' });
    if (program !== null && program.status !== 'open' && program.status !== 'draft') {
      return refuse('program_not_open', { status: program.status });
    }
    if (input.replaces !== null) await finishImport(tx, input.replaces, { status: 'discarded' }, now);
    const earlier = await findImportOfFile(tx, fileHash);
    const alike = await findImportOfHeaders(tx, input.kind, headerSignature(sheet));
    const mapping = await chooseMapping(tx, input, sheet, earlier, alike);
    const id = deps.ids.next() as ImportId;
    await insertImport(
      tx,
      {
        id,
        programId: program?.id ?? null,
        kind: input.kind,
        fileName: input.fileName,
        fileHash,
        rowCount: sheet.rows.length,
        sheet: writeSheet(sheet),
        mapping: writeMapping(mapping, sheet),
        decisions: { values: rememberedLeaves(alike), people: [] },
      },
      now,
    );
    await appendAudit(tx, {
      action: 'import.uploaded',
      subjectKind: 'import',
      subjectId: id,
      detail: { kind: input.kind, rows: sheet.rows.length },
    });
    const batch = await findImport(tx, id);
    return accept({
      view: viewOfImport(batch!, program),
      sheets: [...sheets],
      sheet: sheetName,
      encoding,
      importedBefore: earlier?.appliedAt ?? null,
      remembered: alike !== null,
    });
  });
};

const chooseMapping = async (
  read: Read,
  input: UploadFile,
  sheet: Sheet,
  earlier: ImportBatch | null,
  alike: ImportBatch | null,
): Promise<ImportMapping> => {
  // Ids of another file with the same headers may be other people: only the same file keeps its source.
  const source = earlier ? mappingOf(earlier).source : input.fileName.replace(/\.[^.]+$/, '');
  if (alike) return { columns: mappingOf(alike).columns, source };
  const known = new Set((await listAliases(read)).map((alias) => `${alias.kind} ${alias.aliasKey}`));
  const columns = guessColumns(sheet, input.kind, (kind, spelling) =>
    known.has(`${kind} ${aliasKey(spelling)}`),
  );
  return { columns: [...columns], source };
};

/** Values somebody left out of the last sheet like this are left out again, until somebody decides otherwise. */
const rememberedLeaves = (alike: ImportBatch | null) =>
  alike === null ? [] : decisionsOf(alike).values.filter(({ take }) => take.as === 'leave');
