/**
 * The engine beside other solvers on this machine, at the same optimum:
 * `npm run bench [-- --quick | --slow | --people | --changes | --sql | --npm | NAME …]`. `--slow` adds the npm packages at
 * 10,000 × 3,000, which takes them up to twenty minutes each; `--people`, `--changes`, `--sql` and `--npm` run only that part.
 * Every solver runs cold in a process of its own; runs are interleaved; times are medians without reading.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { writeMmi } from '../src/mmi.ts';
import { type BenchCase, benchCases } from './cases.ts';
import { measureChanges } from './changes.ts';
import { compilePrograms } from './compile.ts';
import { compileLemon, fastestWay, type LemonWay } from './lemon.ts';
import { skillMarket } from './markets.ts';
import { compareSlowly, compareWithNpm } from './npm-packages.ts';
import { measurePeople } from './people.ts';
import { median, type Run, runOnce } from './runs.ts';
import { compareWithSql } from './sql.ts';

const SECONDS = 300;
const programs = compilePrograms();

function solveCold(file: string): Run {
  const run = runOnce(process.execPath, [join(programs, 'solve-file.js'), file], SECONDS);
  if (run === null) throw new Error(`the solver failed on ${file}`);
  if (!run.proved) throw new Error(`the plan of ${file} is not proved`);
  return run;
}

function runCase(bench: BenchCase, folder: string, ways: readonly LemonWay[] | null): void {
  const file = join(folder, `${bench.name}.mmi`);
  writeFileSync(file, writeMmi(bench.make()));
  const first = solveCold(file);
  const best = ways === null ? null : fastestWay(ways, file, first, SECONDS);
  const ours: Run[] = [];
  const theirs: Run[] = [];
  for (let k = 0; k < bench.repeats; k++) {
    const lemon = best?.way.run(file, SECONDS);
    if (lemon) theirs.push(lemon);
    ours.push(solveCold(file));
  }
  rmSync(file);
  const total = median(ours.map((run) => run.total));
  console.log(`\n${bench.name}: ${bench.about}`);
  console.log(
    `  ours   ${describe(ours)}   ${first.kernels}   served ${first.card}, score ${first.score}, proved`,
  );
  if (best === null || theirs.length === 0) return;
  const lemonTotal = median(theirs.map((run) => run.total));
  const memory = median(ours.map((run) => run.peakMB)) / median(theirs.map((run) => run.peakMB));
  const processor = median(ours.map((run) => run.cpu)) / median(theirs.map((run) => run.cpu));
  console.log(`  LEMON  ${describe(theirs)}   ${best.way.name}`);
  console.log(
    `  ratio  ${(total / lemonTotal).toFixed(3)} × time, ${processor.toFixed(3)} × processor time, ` +
      `${memory.toFixed(2)} × memory`,
  );
}

function describe(runs: readonly Run[]): string {
  const seconds = median(runs.map((run) => run.total)).toFixed(3);
  const peak = median(runs.map((run) => run.peakMB)).toFixed(0);
  return `${seconds.padStart(8)} s ${peak.padStart(5)} MB`;
}

const options = process.argv.slice(2);
const quick = options.includes('--quick');
const names = options.filter((option) => !option.startsWith('--'));
const only = (part: string) => options.includes(`--${part}`);
const parts = ['people', 'changes', 'sql', 'npm'];
const everything = names.length === 0 && !parts.some(only);
const chosen = benchCases.filter((bench) =>
  everything ? bench.quick || !quick : names.includes(bench.name),
);
console.log(
  `${cpus()[0]?.model ?? 'unknown processor'} × ${cpus().length}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`,
);
console.log('Peak memory of ours includes Node itself (about 45 MB).');
const folder = mkdtempSync(join(tmpdir(), 'matching-bench-'));
try {
  const ways = chosen.length === 0 ? null : compileLemon(folder);
  for (const bench of chosen) runCase(bench, folder, ways);
  if (everything || only('people')) {
    measurePeople(10_000, 3000, 3);
    if (!quick) measurePeople(100_000, 30_000, 1);
  }
  if (everything || only('changes')) {
    measureChanges('10k × 3k × 50, skills', skillMarket(1, 10_000, 3000, 50, 5, false), 1000);
  }
  if (everything || only('sql')) await compareWithSql(30_000, 300);
  if (everything || only('npm')) compareWithNpm(programs, folder, quick);
  if (only('slow')) compareSlowly(programs, folder);
} finally {
  rmSync(folder, { recursive: true });
}
