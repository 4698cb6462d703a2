/**
 * The packages of the npm registry that solve assignment problems, each in a cold process of its own beside ours,
 * at the same optimum. The time of each is its own call: loading it and putting the market into its terms is free.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeMmi } from '../src/mmi.ts';
import type { SparseMarket } from '../src/solver/sparse-market.ts';
import { alikeMarket, denseMarket } from './dense-markets.ts';
import { skillMarket, uniformMarket } from './markets.ts';
import { median, type Run, runOnce } from './runs.ts';

interface Trial {
  readonly name: string;
  readonly quick: boolean;
  readonly packages: readonly string[];
  readonly make: () => SparseMarket;
}

const MATRIX = ['munkres', 'linear-sum-assignment'];
const ALL = [...MATRIX, 'min-cost-flow', 'highs'];
const REPEATS = 5;
const SECONDS = 60;
const SLOW_SECONDS = 1200;
const MEMORY_MB = 12_000;

const trials: readonly Trial[] = [200, 300, 500, 1000, 2000].flatMap((n) => {
  const quick = n === 200 || n === 500;
  const few = n === 200 ? ALL : MATRIX;
  const size = `${n} × ${n}`;
  const third = Math.round(0.35 * n);
  return [
    { name: `${size}, every pair`, quick, packages: few, make: () => denseMarket(1, n, n, 1) },
    { name: `${size}, every pair, alike`, quick, packages: few, make: () => alikeMarket(2, n, n, 1) },
    {
      name: `${n} × ${third}, every pair, alike`,
      quick,
      packages: few,
      make: () => alikeMarket(3, n, third, 4),
    },
    { name: `${size} × 20`, quick, packages: few, make: () => uniformMarket(4, n, n, 20, 1) },
    { name: `${size} × 20, skills`, quick, packages: few, make: () => skillMarket(5, n, n, 20, 1, false) },
  ];
});

const slowTrials: readonly Trial[] = [
  {
    name: '10,000 × 3,000 × 50, skills, one crowd',
    quick: false,
    packages: ['highs', 'munkres', 'linear-sum-assignment', 'min-cost-flow'],
    make: () => skillMarket(1, 10_000, 3000, 50, 5, false),
  },
];

/** Prints each package's time beside ours, from 200 × 200 up; the smaller half of the sizes when `quick`. */
export function compareWithNpm(programs: string, folder: string, quick: boolean): void {
  for (const trial of trials) {
    if (trial.quick || !quick) runTrial(trial, programs, folder, REPEATS, SECONDS);
  }
}

/** 10,000 × 3,000, once, no package for longer than twenty minutes. */
export function compareSlowly(programs: string, folder: string): void {
  for (const trial of slowTrials) runTrial(trial, programs, folder, 1, SLOW_SECONDS);
}

function runTrial(trial: Trial, programs: string, folder: string, repeats: number, seconds: number): void {
  const file = join(folder, 'npm.mmi');
  writeFileSync(file, writeMmi(trial.make()));
  console.log(`\n${trial.name}`);
  for (const name of trial.packages) {
    const ours: Run[] = [];
    const theirs: Run[] = [];
    let longest = 0;
    for (let k = 0; k < repeats; k++) {
      ours.push(solveOurs(programs, file));
      const program = [`--max-old-space-size=${MEMORY_MB}`, join(programs, 'solve-with.js'), name, file];
      const began = performance.now();
      const run = runOnce(process.execPath, program, seconds);
      longest = (performance.now() - began) / 1000;
      if (run === null) break;
      theirs.push(run);
    }
    console.log(`  ${describe(name, ours, theirs, longest >= seconds ? seconds : null)}`);
  }
  rmSync(file);
}

function solveOurs(programs: string, file: string): Run {
  const run = runOnce(process.execPath, [join(programs, 'solve-file.js'), file], SECONDS);
  if (run === null || !run.proved) throw new Error(`no proved plan of ${file}`);
  return run;
}

function describe(
  name: string,
  ours: readonly Run[],
  theirs: readonly Run[],
  timedOut: number | null,
): string {
  const mine = median(ours.map((run) => run.total));
  const start = `${name.padEnd(22)}`;
  if (theirs.length < ours.length) {
    const verdict =
      timedOut === null
        ? `fails (more than ${MEMORY_MB} MB, or a crash)`
        : `> ${(timedOut / mine).toFixed(0)} × ours: no answer in ${timedOut} s`;
    return `${start} ${verdict}   ours ${milliseconds(mine)}`;
  }
  const other = median(theirs.map((run) => run.total));
  const processor = median(theirs.map((run) => run.cpu)) / median(ours.map((run) => run.cpu));
  const same = theirs.every((run) => run.card === ours[0]?.card && run.score === ours[0].score);
  return (
    `${start} ${milliseconds(other)}   ours ${milliseconds(mine)}   ${(other / mine).toFixed(1)} × ours ` +
    `(${processor.toFixed(1)} × the processor time)   ` +
    `${same ? 'same optimum' : `OTHER RESULT: served ${theirs[0]?.card}, score ${theirs[0]?.score}`}`
  );
}

function milliseconds(seconds: number): string {
  return `${(1000 * seconds).toFixed(1).padStart(9)} ms`;
}
