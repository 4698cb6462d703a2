import { applyChange, type Change } from './change.ts';
import { reweigh } from './criterion-table.ts';
import type { PairTable } from './pair-table.ts';
import { gatherPool, type Pool } from './pool.ts';
import type { RoundInput, RoundSettings } from './round-input.ts';
import { isGrown, type RoundStudy } from './study.ts';

/** A changed round before it is solved. */
interface ChangedRound {
  readonly input: RoundInput;
  readonly settings: RoundSettings;
  readonly pool: Pool;
  /** All its allowed pairs, where they are known already. */
  readonly known: PairTable | null;
}

/**
 * Applies a change: the same pool as from the changed input, and quicker where the same people take part, since they stay
 * prepared, and scored too where neither weights nor rules differ.
 */
export const prepareChange = (study: RoundStudy, change: Change): ChangedRound => {
  const { input, settings } = applyChange(study.input, study.settings, change);
  const pool = samePeople(study, change, settings);
  if (pool === null) return { input, settings, pool: gatherPool(input, settings), known: null };
  return { input, settings, pool, known: knownTable(study, pool, settings) };
};

/** The pool with its people as they are prepared, or null when others take part or other things are known of them. */
const samePeople = ({ pool }: RoundStudy, change: Change, settings: RoundSettings): Pool | null => {
  // A further mentor makes other skills rare; a waiver is part of the history.
  if ((change.mentors?.length ?? 0) > 0 || (change.waived?.length ?? 0) > 0) return null;
  const yardstick = { ...pool.yardstick, weights: settings.weights, rules: settings.rules };
  const changed = new Map((change.capacities ?? []).map((one) => [one.offerId, one.capacity]));
  if (changed.size === 0) return { ...pool, yardstick };
  const room = pool.room.slice();
  const offers = pool.offers.slice();
  for (const [offerId, capacity] of changed) {
    const j = pool.offerAt.get(offerId);
    // One who took no part may take part now, or for another reason not.
    if (j === undefined) return null;
    const side = pool.offers[j]!;
    const left = capacity - pool.held[j]!;
    if (left <= 0) return null;
    room[j] = left;
    offers[j] = { ...side, offer: { ...side.offer, capacity } };
  }
  return { ...pool, yardstick, room, offers };
};

/** The table of the study where it holds for the changed round too. */
const knownTable = (
  study: RoundStudy,
  pool: Pool,
  { objective, weights, rules }: RoundSettings,
): PairTable | null => {
  const { settings, table } = study;
  if (isGrown(study.pool, settings.objective) || isGrown(pool, objective)) return null;
  if (!isEqual(settings.rules, rules)) return null;
  return isEqual(settings.weights, weights) ? table : reweigh(study, weights);
};

const isEqual = <T extends object>(a: T, b: T): boolean =>
  (Object.keys(a) as (keyof T)[]).every((key) => a[key] === b[key]);
