import { fillSlots, type RowSlots, rowSlots } from './candidates/row-slots.ts';
import { makeSearch } from './candidates/search.ts';
import { gatherPool } from './pool.ts';
import type { RoundInput, RoundSettings } from './round-input.ts';

/** Where the candidates of a round are noted; survives being posted to another thread, which then writes to the same memory. */
export type SharedSlots = RowSlots;

export const sharedSlots = (requests: number, most: number): SharedSlots =>
  rowSlots(requests, most, (bytes) => new SharedArrayBuffer(bytes));

/**
 * Prepares to look for candidates of a large round beside the thread that plans it: from the same input and settings. The
 * returned function takes the slots which that thread was given, and returns when nothing is left to look for. Deterministic,
 * so it does not matter who finds what.
 */
export const helpRound = (input: RoundInput, settings: RoundSettings): ((slots: SharedSlots) => void) => {
  const pool = gatherPool(input, settings);
  const search = makeSearch(pool);
  return (slots) => {
    if (pool.requests.length !== slots.requests) throw new RangeError('these slots are for another round');
    fillSlots(search, pool.requests, slots);
  };
};
