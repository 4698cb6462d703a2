import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ExportKind } from '@trellis/domain/exports/kinds';
import type { Command } from '../../terminal.ts';
import { chooseAgency, Mistyped, orMistyped } from '../../terminal-choice.ts';
import { exportTable } from './export-table.ts';

/** Writes one table to a file. */
export const exportCommand: Command = (terminal) =>
  orMistyped(terminal.warn, async () => {
    const { values, positionals } = parseArgs({
      args: [...terminal.args],
      allowPositionals: true,
      options: { agency: { type: 'string' } },
    });
    const kind = ExportKind.safeParse(positionals[0]);
    const path = positionals[1];
    if (!kind.success || path === undefined || positionals.length > 2) {
      throw new Mistyped(`Name a table and a file: export ${ExportKind.options.join('|')} FILE.`);
    }
    const deps = await terminal.deps();
    const agency = await chooseAgency(deps, values.agency);
    const lines = await exportTable(deps, { agencyId: agency.id, memberId: null }, kind.data);
    // `wx`: a file that is there is never written over.
    try {
      await writeFile(path, [...lines].join(''), { flag: 'wx', mode: 0o600 });
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EEXIST';
      throw new Mistyped(taken ? `${path} is there already.` : `${path} cannot be written.`);
    }
    terminal.say(`${kind.data} of ${agency.name}: ${path}`);
    return 0;
  });
