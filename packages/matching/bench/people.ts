import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { median } from './runs.ts';

interface PeopleRun {
  readonly prepare: number;
  readonly candidates: number;
  readonly solve: number;
  readonly total: number;
  readonly peakMB: number;
  readonly served: number;
  readonly pairs: number;
}

const script = join(import.meta.dirname, 'match-people.ts');

const runOnce = (requests: number, offers: number, threads: number): PeopleRun => {
  const args = [
    '--max-old-space-size=12000',
    '--import',
    'tsx',
    script,
    `${requests}`,
    `${offers}`,
    `${threads}`,
  ];
  const child = spawnSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  if (child.status !== 0) throw new Error(`matching ${requests} × ${offers} people failed`);
  return JSON.parse(child.stdout);
};

/** From profiles to a plan proved over all allowed pairs, each run cold in a process of its own; prints the medians. */
export const measurePeople = (requests: number, offers: number, repeats: number): void => {
  for (const threads of [1, 2]) {
    const runs = Array.from({ length: repeats }, () => runOnce(requests, offers, threads));
    const middle = (of: (run: PeopleRun) => number) => median(runs.map(of));
    const seconds = (of: (run: PeopleRun) => number) => `${middle(of).toFixed(2)} s`;
    const { served, pairs } = runs[0]!;
    console.log(
      `\npeople: ${requests} requests × ${offers} offers, ${threads === 1 ? 'one thread' : 'two threads'}`,
    );
    console.log(
      `  prepare ${seconds((r) => r.prepare)}, candidates ${seconds((r) => r.candidates)}, solve and prove ${seconds((r) => r.solve)}`,
    );
    console.log(
      `  total ${seconds((r) => r.total)}, ${middle((r) => r.peakMB).toFixed(0)} MB; ${served} served, ${pairs} pairs looked at`,
    );
  }
};
