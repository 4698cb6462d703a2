import { Worker } from 'node:worker_threads';
import type { StopFlag } from './match-job.ts';

/** Starts a matching thread: beside this file lies the bundled one, or where sources run as they are, its loader. */
export const startThread = (stop: StopFlag): Worker => {
  const file = import.meta.url.endsWith('.ts') ? './match-thread-from-source.mjs' : './match-thread.js';
  return new Worker(new URL(file, import.meta.url), { workerData: stop });
};
