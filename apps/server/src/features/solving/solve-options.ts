import { OBJECTIVES, type Objective } from '@trellis/matching/market-file/objectives';

/** How the command is typed. */
export const SOLVE_USAGE = `solve FILE [--objective ${OBJECTIVES.join('|')}] [--offer-optimal] [--seed N] [--out FILE] [--certificate]`;

/** What was asked for. `file` and `out` may be `-`: standard input and output. */
export interface SolveOptions {
  readonly file: string;
  readonly objective: Objective;
  readonly isOfferOptimal: boolean;
  readonly seed: number;
  readonly out: string | null;
  readonly withPrices: boolean;
}

/** Reads the arguments after `solve`; a text says what is wrong with them. */
export function readSolveOptions(args: readonly string[]): SolveOptions | string {
  const files: string[] = [];
  const values = new Map<string, string>();
  const flags = new Set<string>();
  for (let k = 0; k < args.length; k++) {
    const [name = '', ...inline] = args[k]!.split('=');
    if (VALUED.has(name)) {
      const value = inline.length > 0 ? inline.join('=') : args[++k];
      if (value === undefined || value === '') return `${name} needs a value.`;
      values.set(name, value);
    } else if (FLAGS.has(args[k]!)) flags.add(args[k]!);
    else if (args[k]!.startsWith('-') && args[k] !== '-') return `Unknown option ${args[k]}.`;
    else files.push(args[k]!);
  }
  const [file] = files;
  if (file === undefined) return 'No file named; - reads standard input.';
  if (files.length > 1) return `One file at a time, not ${files.length}.`;
  const objective = OBJECTIVES.find((known) => known === (values.get('--objective') ?? 'served'));
  if (objective === undefined) return `Unknown objective ${values.get('--objective')}.`;
  if (flags.has('--offer-optimal') && objective !== 'stable')
    return '--offer-optimal goes with --objective stable.';
  const seed = values.get('--seed') ?? '1';
  if (!/^[0-9]{1,15}$/.test(seed)) return `The seed ${seed} is not a whole number of at most 15 digits.`;
  return {
    file,
    objective,
    isOfferOptimal: flags.has('--offer-optimal'),
    seed: Number(seed),
    out: values.get('--out') ?? null,
    withPrices: flags.has('--certificate'),
  };
}

const VALUED: ReadonlySet<string> = new Set(['--objective', '--seed', '--out']);
const FLAGS: ReadonlySet<string> = new Set(['--offer-optimal', '--certificate']);
