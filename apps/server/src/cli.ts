import type { Deps } from './deps.ts';
import { SOLVE_USAGE } from './features/solving/solve-options.ts';
import type { Command, Terminal } from './terminal.ts';

/** Every command with how it is typed. Loaded when used, so that one does not wait for the others. */
const COMMANDS: Readonly<Record<string, { readonly usage: string; load(): Promise<Command> }>> = {
  agency: {
    usage: 'agency NAME --admin NAME --email ADDRESS [--locale en|de] [--zone ZONE]',
    load: async () => (await import('./features/agency/agency-command.ts')).agencyCommand,
  },
  export: {
    usage: 'export people|requests|offers|pairings|waiting FILE [--agency NAME]',
    load: async () => (await import('./features/exports/export-command.ts')).exportCommand,
  },
  import: {
    usage:
      'import FILE --kind mentors|mentees|people|pairings [--program NAME] [--sheet NAME] [--source NAME] [--dry-run] [--yes] [--agency NAME]',
    load: async () => (await import('./features/imports/import-command.ts')).importCommand,
  },
  round: {
    usage: 'round PROGRAM [--objective served|total|fair] [--dry-run] [--agency NAME]',
    load: async () => (await import('./features/rounds/round-command.ts')).roundCommand,
  },
  solve: {
    usage: SOLVE_USAGE,
    load: async () => (await import('./features/solving/solve-command.ts')).solveCommand,
  },
};

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (command) {
  process.exitCode = await runCommand(command.load);
} else {
  const usages = Object.values(COMMANDS).map(({ usage }) => `  npm run cli -- ${usage}`);
  process.stderr.write(`Commands:\n${usages.join('\n')}\n`);
  process.exitCode = 2;
}

async function runCommand(load: () => Promise<Command>): Promise<number> {
  let opened: Promise<Deps> | undefined;
  const terminal: Terminal = {
    args,
    say: (line) => void process.stdout.write(`${line}\n`),
    warn: (line) => void process.stderr.write(`${line}\n`),
    deps() {
      opened ??= open();
      return opened;
    },
  };
  try {
    return await (await load())(terminal);
  } finally {
    await (await opened?.catch(() => undefined))?.close();
  }
}

/** Loaded when asked for: a command that reads only files starts without the database's code. */
async function open(): Promise<Deps> {
  const [{ createDeps }, { readEnv }, { prepareDatabase }] = await Promise.all([
    import('./deps.ts'),
    import('./env.ts'),
    import('./prepare-database.ts'),
  ]);
  const env = readEnv(process.env);
  await prepareDatabase(env);
  return createDeps(env);
}
