import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import type { Refusal } from '@trellis/domain/decision';
import { ImportKind } from '@trellis/domain/imports/kinds';
import { MOST_ROWS } from '@trellis/domain/imports/limits';
import type { ImportPreview, ImportView } from '@trellis/domain/imports/views';
import type { Command, Terminal } from '../../terminal.ts';
import { chooseAgency, chooseProgram, Mistyped, orMistyped } from '../../terminal-choice.ts';
import { applyImport } from './apply-import.ts';
import { changeImport } from './change-import.ts';
import { discardImport } from './discard-import.ts';
import { PROBLEM_WORDS } from './import-words.ts';
import { readPreview } from './reads.ts';
import { uploadFile } from './upload-file.ts';

const MOST_CHANGES_PRINTED = 40;

/**
 * Brings a CSV or XLSX in from the terminal, after the same preview as on screen. `--dry-run` stops there; `--yes` asks
 * nothing. Exit code 1: refused, or not wanted.
 */
export const importCommand: Command = (terminal) =>
  orMistyped(terminal.warn, async () => {
    const { values, positionals } = parseArgs({
      args: [...terminal.args],
      allowPositionals: true,
      options: {
        kind: { type: 'string' },
        program: { type: 'string' },
        agency: { type: 'string' },
        sheet: { type: 'string' },
        source: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
      },
    });
    const kind = ImportKind.safeParse(values.kind);
    if (!kind.success)
      throw new Mistyped(`Name what the file holds: --kind ${ImportKind.options.join('|')}.`);
    const [path] = positionals;
    if (path === undefined || positionals.length > 1) throw new Mistyped('Name one file.');
    const bytes = await readFile(path).catch(() => {
      throw new Mistyped(`${path} cannot be read.`);
    });
    const deps = await terminal.deps();
    const agency = await chooseAgency(deps, values.agency);
    if (kind.data !== 'people' && values.program === undefined)
      throw new Mistyped('Name the program: --program NAME.');
    const program =
      kind.data === 'people' || values.program === undefined
        ? null
        : await chooseProgram(deps, agency, values.program);
    const system = { agencyId: agency.id, memberId: null, call: null };

    const uploaded = await uploadFile(deps, system, {
      kind: kind.data,
      programId: program?.id ?? null,
      fileName: basename(path),
      content: bytes.toString('base64'),
      sheet: values.sheet ?? null,
      replaces: null,
    });
    if (!uploaded.ok) return refused(terminal, uploaded.refusal);
    const { view, importedBefore, encoding } = uploaded.value;
    const importId = view.id;
    if (values.source !== undefined) {
      const mapping = { ...view.mapping, source: values.source };
      const changed = await changeImport(deps, system, { importId, mapping });
      if (!changed.ok) return refused(terminal, changed.refusal);
    }
    terminal.say(`${view.fileName}: ${view.rowCount} rows of ${kind.data}, read as ${encoding}.`);
    if (importedBefore) terminal.say(`This file was brought in before, at ${importedBefore}.`);
    sayColumns(terminal, view);
    const preview = await readPreview(deps, system, importId, MOST_ROWS);
    if (!preview.ok) return refused(terminal, preview.refusal);
    sayPreview(terminal, preview.value);
    if (values['dry-run'] || !(values.yes || (await wanted()))) {
      await discardImport(deps, system, { importId });
      terminal.say('Nothing was changed.');
      return values['dry-run'] ? 0 : 1;
    }
    const done = await applyImport(deps, system, { importId });
    if (!done.ok) return refused(terminal, done.refusal);
    const { counts, newTerms } = done.value.report;
    terminal.say(`Done: ${counts.created} created, ${counts.changed} changed, ${newTerms} new terms.`);
    return 0;
  });

const refused = (terminal: Terminal, refusal: Refusal): number => {
  terminal.warn(`Refused: ${refusal.code} ${JSON.stringify(refusal.facts)}`);
  return 1;
};

const wanted = async (): Promise<boolean> => {
  if (!process.stdin.isTTY) return false;
  const line = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await line.question('Bring it in? (y/n) ')).trim());
  } finally {
    line.close();
  }
};

const sayColumns = (terminal: Terminal, view: ImportView): void => {
  terminal.say('Columns:');
  for (const [column, header] of view.headers.entries()) {
    terminal.say(
      `  ${header || `(column ${column + 1})`} → ${view.mapping.columns[column]?.field ?? 'left out'}`,
    );
  }
};

const sayPreview = (terminal: Terminal, preview: ImportPreview): void => {
  for (const { kind, spelling, rows, take, suggestions } of preview.unknown) {
    const as =
      take.as === 'new' ? 'becomes a new term' : take.as === 'leave' ? 'is left out' : 'is taken as known';
    const near = suggestions.map(({ name }) => name).join(', ');
    terminal.say(`  Not known: ${kind} “${spelling}” (${rows} rows) ${as}${near ? `; near: ${near}` : ''}`);
  }
  for (const { line, name, candidates } of preview.maybe) {
    const others = candidates.map((one) => `${one.name}${one.country ? ` (${one.country})` : ''}`).join(', ');
    terminal.say(`  Row ${line}: ${name} may be ${others}, and counts as somebody new`);
  }
  for (const row of preview.rows
    .filter(({ outcome }) => outcome === 'changed')
    .slice(0, MOST_CHANGES_PRINTED)) {
    const changes = row.changes.map(({ field, from, to }) => `${field}: ${from ?? '–'} → ${to ?? '–'}`);
    terminal.say(`  Row ${row.line}, ${row.name}: ${changes.join(' · ')}`);
  }
  for (const { line, column, value, code, number, suggestion } of preview.problems) {
    const where = column === null ? `Row ${line}` : `Row ${line}, ${column}`;
    const words = PROBLEM_WORDS[code].replace('{number}', String(number ?? ''));
    const perhaps = suggestion === null ? '' : ` (perhaps ${suggestion})`;
    terminal.say(`  ${where}: ${value === '' ? '' : `“${value}” `}${words}${perhaps}`);
  }
  const { created, changed, same, left_out: leftOut } = preview.counts;
  terminal.say(`${created} would be created, ${changed} changed, ${same} left alone, ${leftOut} left out.`);
  if (preview.offers) {
    const { open, paused, closed, capacityUnknown, capacityNone, seats } = preview.offers;
    terminal.say(
      `Offers: ${open} open with ${seats} seats, ${paused} paused, ${closed} closed; capacity unknown for ${capacityUnknown}, none for ${capacityNone}.`,
    );
  }
};
