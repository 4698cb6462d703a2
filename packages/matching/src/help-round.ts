import { helpTurns } from './candidates/price-slots.ts';
import { askedSlots, fillSlots, type RowSlots, rowSlots, type SlotsWanted } from './candidates/row-slots.ts';
import { makeSearch } from './candidates/search.ts';
import { gatherPool } from './pool.ts';
import type { RoundInput, RoundSettings } from './round-input.ts';

/** Where the candidates of a round are noted; survives being posted to another thread, which then writes to the same memory. */
export type SharedSlots = RowSlots;

export const sharedSlots = (wanted: SlotsWanted): SharedSlots =>
  rowSlots(wanted, (bytes) => new SharedArrayBuffer(bytes));

/** What a helping thread does, in this order. Both throw RangeError for the slots of another round. */
export interface RoundHelp {
  /** Looks for candidates; returns when nothing is left to look for. */
  fill(slots: SharedSlots): void;
  /** Asks who would gain by a left-out pair, whenever the planning thread wants to know; returns when that has its plan. */
  ask(slots: SharedSlots): void;
}

/**
 * Prepares to help the thread that plans a large round: from the same input and settings. Deterministic, so it does not matter who
 * finds what.
 */
export const helpRound = (input: RoundInput, settings: RoundSettings): RoundHelp => {
  const pool = gatherPool(input, settings);
  const search = makeSearch(pool);
  const check = ({ requests }: SharedSlots): void => {
    if (pool.requests.length !== requests) throw new RangeError('these slots are for another round');
  };
  return {
    fill: (slots) => {
      check(slots);
      fillSlots(search, pool.requests, slots);
    },
    ask: (slots) => {
      check(slots);
      helpTurns(search, pool.requests, askedSlots(slots));
    },
  };
};
