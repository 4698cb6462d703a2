import type { Deps } from '../deps.ts';
import { logNotifier } from './notifier.ts';
import { runDueJobs } from './run-due-jobs.ts';

const EVERY_MS = 60_000;

/**
 * Does what is due now, and again every minute after the run before has ended.
 * @returns stops: begins nothing new and waits for the job at hand
 */
export const startJobs = (deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'log'>): (() => Promise<void>) => {
  const ending = new AbortController();
  const jobDeps = { ...deps, notifier: logNotifier(deps) };
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const run = async (): Promise<void> => {
    try {
      await runDueJobs(jobDeps, ending.signal);
    } catch (err) {
      deps.log.error({ err }, 'the jobs could not run');
    }
    if (!ending.signal.aborted) timer = setTimeout(begin, EVERY_MS);
  };
  const begin = () => {
    running = run();
  };
  begin();
  return async () => {
    ending.abort();
    clearTimeout(timer);
    await running;
  };
};
