import { Worker } from 'node:worker_threads';
import type { StopFlag } from './match-job.ts';

/** Beside this file lies the bundled thread, or where sources run as they are, its loader. */
const fileOf = (thread: 'match' | 'help'): URL => {
  const end = import.meta.url.endsWith('.ts') ? '-from-source.mjs' : '.js';
  return new URL(`./${thread}-thread${end}`, import.meta.url);
};

/** Starts a matching thread. */
export const startThread = (stop: StopFlag): Worker => new Worker(fileOf('match'), { workerData: stop });

/** Starts a thread that helps a matching thread. */
export const startHelp = (): Worker => new Worker(fileOf('help'));
