import type { ActsIn } from '@trellis/db/client';
import type { Deps } from '../deps.ts';
import type { Notifier } from './notifier.ts';

export type JobDeps = Pick<Deps, 'db' | 'clock' | 'ids' | 'log'> & { readonly notifier: Notifier };

/**
 * Something that is due in one agency, done in the name of the system. Any number of processes may run the same job at
 * once, and again: what was done is not done twice.
 */
export type Job = (deps: JobDeps, agency: ActsIn) => Promise<void>;
