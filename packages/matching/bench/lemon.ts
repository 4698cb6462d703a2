import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Run, runOnce } from './runs.ts';

/** The ways of asking LEMON that have won on some market. */
const WAYS: readonly (readonly [string, string])[] = [
  ['ns', 'optout'],
  ['ns32', 'optout'],
  ['cs', 'fixed'],
  ['cs', 'optout'],
  ['ns', 'fixed'],
  ['cap', 'optout'],
];

export interface LemonWay {
  readonly name: string;
  readonly run: (file: string, seconds: number) => Run | null;
}

/** Compiles the comparison program; null, with the reason printed, where LEMON or a compiler is absent. */
export function compileLemon(folder: string): readonly LemonWay[] | null {
  if (!existsSync('/usr/include/lemon') && !existsSync('/usr/local/include/lemon')) {
    console.log('LEMON is not installed (apt-get install liblemon-dev): comparison with C++ skipped.');
    return null;
  }
  const source = join(import.meta.dirname, 'lemon', 'compare.cpp');
  const program = join(folder, 'lemon-compare');
  const compiler = spawnSync('g++', ['-O3', '-march=native', '-o', program, source, '-llemon'], {
    encoding: 'utf8',
  });
  if (compiler.status !== 0) {
    console.log(`g++ failed: comparison with C++ skipped.\n${compiler.stderr ?? compiler.error?.message}`);
    return null;
  }
  return WAYS.map(([algorithm, formulation]) => ({
    name: `${algorithm} ${formulation}`,
    run: (file, seconds) => runOnce(program, [file, algorithm, formulation], seconds),
  }));
}

/** Tries every way once, each for no longer than the best so far; returns the fastest that ends at the optimum. */
export function fastestWay(
  ways: readonly LemonWay[],
  file: string,
  optimum: { readonly card: number; readonly score: number },
  seconds: number,
): { readonly way: LemonWay; readonly run: Run } | null {
  let best: { way: LemonWay; run: Run } | null = null;
  for (const way of ways) {
    const run = way.run(file, best === null ? seconds : Math.min(seconds, 1.5 * best.run.total + 2));
    if (run === null) continue;
    if (run.card !== optimum.card || run.score !== optimum.score) {
      console.log(`  LEMON ${way.name} differs: card=${run.card} score=${run.score}`);
      continue;
    }
    if (best === null || run.total < best.run.total) best = { way, run };
  }
  return best;
}
