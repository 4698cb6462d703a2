import type { Deps } from '../deps.ts';
import { runFirstRound } from './first-round.ts';
import { type DemoAgency, seedDemo } from './seed-demo.ts';
import { runSpringRound } from './spring-round.ts';

/**
 * An empty database gets the demo agency, with a program that is over and one whose round is finished; null, and nothing done,
 * when there is an agency already.
 */
export const openDemo = async (deps: Deps): Promise<DemoAgency | null> => {
  const demo = await seedDemo(deps);
  if (demo === null) return null;
  await runSpringRound(deps, demo);
  await runFirstRound(deps, demo);
  return demo;
};
