import type { MemberId } from '../ids.ts';
import { nameKey, sourceRefOf } from './identify.ts';
import type { SheetRow } from './sheet.ts';

/** Somebody who is to be found in a sheet by what the agency knows of them. */
export interface WantedPerson {
  readonly id: MemberId;
  readonly displayName: string;
  readonly email: string | null;
  readonly sourceRef: string | null;
}

/**
 * The rows of a sheet that say nothing about this person: their address, their own id (as our exports write it) or the one
 * within `source`, or their name (in one cell or in two) stands in none of them. A row with the name but another address is about a namesake, when the person
 * has an address.
 */
export const rowsWithout = (
  rows: readonly SheetRow[],
  source: string,
  { id, displayName, email, sourceRef }: WantedPerson,
): readonly SheetRow[] => {
  const name = nameKey(displayName);
  const address = email?.toLowerCase() ?? null;
  return rows.filter(({ cells }) => {
    const filled = cells.filter((cell) => cell !== '');
    if (address !== null && filled.some((cell) => cell.toLowerCase().includes(address))) return false;
    if (filled.some((cell) => cell.toLowerCase() === id)) return false;
    if (sourceRef !== null && filled.some((cell) => sourceRefOf(source, cell) === sourceRef)) return false;
    if (address !== null && filled.some((cell) => /^\S+@\S+$/.test(cell))) return true;
    return name === '' || !saysName(filled.map(nameKey), name);
  });
};

const saysName = (keys: readonly string[], name: string): boolean =>
  keys.some((key) => key === name) ||
  keys.some((first) => first !== '' && name.startsWith(first) && keys.includes(name.slice(first.length)));
