import { type Agency, listAgencies } from '@trellis/db/agencies';
import { inRead } from '@trellis/db/client';
import { listPrograms, type Program } from '@trellis/db/programs';
import type { Deps } from './deps.ts';

/** Thrown for what the person at the terminal can put right; the message says how. */
export class Mistyped extends Error {}

const same = (a: string, b: string): boolean => a.localeCompare(b, 'en', { sensitivity: 'base' }) === 0;

/** The agency of this name, or the only one there is. */
export const chooseAgency = async (deps: Pick<Deps, 'db'>, name: string | undefined): Promise<Agency> => {
  const agencies = await listAgencies(deps.db);
  const found = name === undefined ? agencies : agencies.filter((one) => same(one.name, name));
  if (found.length === 1) return found[0]!;
  if (agencies.length === 0) throw new Mistyped('There is no agency yet.');
  throw new Mistyped(`Choose the agency with --agency NAME: ${agencies.map((one) => one.name).join(', ')}.`);
};

/** The program of this name or id. */
export const chooseProgram = async (
  deps: Pick<Deps, 'db'>,
  agency: Agency,
  name: string,
): Promise<Program> => {
  const programs = await inRead(deps.db, { agencyId: agency.id }, listPrograms);
  const found = programs.find((one) => one.id === name || same(one.name, name));
  if (found) return found;
  const names = programs.map((one) => one.name).join(', ') || 'none';
  throw new Mistyped(`No program “${name}”. There are: ${names}.`);
};

/** Runs a command; what was mistyped is said on standard error, and the exit code is 2. */
export const orMistyped = async (
  warn: (line: string) => void,
  work: () => Promise<number>,
): Promise<number> => {
  try {
    return await work();
  } catch (error) {
    // node:util's parseArgs throws a TypeError with a code for options it does not know.
    if (!(error instanceof Mistyped || (error instanceof TypeError && 'code' in error))) throw error;
    warn(error.message);
    return 2;
  }
};
