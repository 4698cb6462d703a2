import type { Deps } from '../deps.ts';
import { runFirstRound } from './first-round.ts';
import { type DemoAgency, seedDemo } from './seed-demo.ts';

/** An empty database gets the demo agency with a finished round; null, and nothing done, when there is an agency already. */
export const openDemo = async (deps: Deps): Promise<DemoAgency | null> => {
  const demo = await seedDemo(deps);
  if (demo) await runFirstRound(deps, demo);
  return demo;
};
