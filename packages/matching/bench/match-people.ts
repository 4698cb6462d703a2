/**
 * One round of generated people from their profiles to a plan proved over all allowed pairs, with a helping thread or without:
 * `match-people.ts REQUESTS OFFERS THREADS`. Prints one line of JSON; times in seconds, without generating the people.
 */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { helpRound, sharedSlots } from '../src/help-round.ts';
import type { RoundProgress } from '../src/round-watch.ts';
import { studyRound } from '../src/study.ts';
import { peopleFrom, SETTINGS } from '../src/testing/people.ts';
import { peakMemory } from './peak-memory.ts';

const SEED = 1;

interface Size {
  readonly requests: number;
  readonly offers: number;
}

const peopleOf = (size: Size) => peopleFrom(SEED, size);

function help(size: Size): void {
  const input = peopleOf(size);
  parentPort!.once('message', () => {
    const helping = helpRound(input, SETTINGS);
    parentPort!.once('message', (slots) => {
      helping.fill(slots);
      helping.ask(slots);
      process.exit();
    });
  });
  parentPort!.postMessage('ready');
}

async function match(size: Size, threads: number): Promise<void> {
  const input = peopleOf(size);
  const helpers = Array.from(
    { length: threads - 1 },
    () => new Worker(new URL('./match-people-thread.mjs', import.meta.url), { workerData: size }),
  );
  await Promise.all(helpers.map((helper) => new Promise((ready) => helper.once('message', ready))));
  const seconds = (): number => performance.now() / 1000;
  const begin = seconds();
  for (const helper of helpers) helper.postMessage('go');
  const reached = new Map<RoundProgress['stage'], number>();
  let found = 0;
  const study = studyRound(input, SETTINGS, {
    onProgress: ({ stage }) => {
      if (stage === 'solving' && found === 0) found = seconds();
      if (!reached.has(stage)) reached.set(stage, seconds());
    },
    slotsFor: (wanted) => {
      const slots = sharedSlots(wanted);
      for (const helper of helpers) helper.postMessage(slots);
      return slots;
    },
  });
  const end = seconds();
  if (study.status !== 'studied') throw new Error(`the round is ${study.status}`);
  const scoring = reached.get('scoring') ?? begin;
  const facts = {
    prepare: scoring - begin,
    candidates: found - scoring,
    solve: end - found,
    total: end - begin,
    peakMB: peakMemory(),
    served: study.pairs.length,
    pairs: study.table.column.length,
  };
  console.log(JSON.stringify(facts));
  process.exit();
}

if (isMainThread) {
  const [requests, offers, threads] = process.argv.slice(2).map(Number);
  await match({ requests: requests!, offers: offers! }, threads ?? 1);
} else help(workerData);
