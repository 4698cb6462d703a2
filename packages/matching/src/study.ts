import { type GrownPlan, growTable } from './candidates/grow-table.ts';
import { rowSlots } from './candidates/row-slots.ts';
import { checkFixed } from './check-fixed.ts';
import { type Decided, decide, type LevelsProof, type PriceProof } from './decide.ts';
import type { PairAt } from './market.ts';
import { type PairTable, pairAt, scoreAllPairs } from './pair-table.ts';
import { gatherPool, type Pool } from './pool.ts';
import type { RoundInput, RoundSettings } from './round-input.ts';
import type { Infeasible, NotProved } from './round-plan.ts';
import type { RoundWatch } from './round-watch.ts';

/** Who holds what in a finished plan, by position in the pool. */
export interface Holding {
  /** Requests at each offer, fixed ones included, live pairings not. */
  readonly atOffer: readonly (readonly number[])[];
}

/** A solved and proved round with all its numbers at hand, so that questions about it are answered without starting over. */
export interface RoundStudy {
  readonly status: 'studied';
  readonly input: RoundInput;
  readonly settings: RoundSettings;
  readonly pool: Pool;
  readonly table: PairTable;
  readonly fixed: readonly PairAt[];
  readonly pairs: readonly PairAt[];
  readonly proof: PriceProof | LevelsProof;
  readonly holding: Holding;
}

/**
 * Solves a round and keeps the numbers. Deterministic, so the study of a stored snapshot is the study of its saved plan.
 * @throws RoundCancelled, SolveCancelled when the watch says so; RangeError when the input names members it lacks
 */
export const studyRound = (
  input: RoundInput,
  settings: RoundSettings,
  watch: RoundWatch = {},
): RoundStudy | Infeasible | NotProved => {
  const pool = gatherPool(input, settings);
  const fixed = checkFixed(input, pool);
  if (!fixed.ok) return { status: 'infeasible', causes: fixed.causes };
  const { table, decided } = solvePool(pool, fixed.pairs, settings, watch);
  if (decided.flaw !== null) return { status: 'not_proved', reason: decided.flaw };
  const { pairs, proof } = decided;
  const holding = holdingOf(pool, pairs);
  return { status: 'studied', input, settings, pool, table, fixed: fixed.pairs, pairs, proof, holding };
};

/** Beyond this many pairs not every one is scored: the table grows until its prices prove the plan over all of them. */
const MOST_PAIRS_SCORED = 8_000_000;
const FIRST_OFFERS = 50;

/** Whether the table of a pool holds only the pairs that its plan's prices asked for. */
export const isGrown = (
  pool: Pool,
  objective: RoundSettings['objective'],
): objective is Exclude<RoundSettings['objective'], 'fair'> =>
  objective !== 'fair' &&
  pool.requests.length * pool.offers.length > MOST_PAIRS_SCORED &&
  pool.seats.every((seats) => seats === 1);

const solvePool = (
  pool: Pool,
  fixed: readonly PairAt[],
  settings: RoundSettings,
  watch: RoundWatch,
): { readonly table: PairTable; readonly decided: Decided } => {
  const { objective, loadStep } = settings;
  if (isGrown(pool, objective)) return grown(pool, fixed, objective, loadStep, watch);
  const table = scoreAllPairs(pool, watch);
  return { table, decided: decide(pool, table, fixed, objective, loadStep, watch) };
};

const grown = (
  pool: Pool,
  fixed: readonly PairAt[],
  objective: Exclude<RoundSettings['objective'], 'fair'>,
  loadStep: number,
  watch: RoundWatch,
): GrownPlan => {
  const wanted = { requests: pool.requests.length, offers: pool.offers.length, most: FIRST_OFFERS };
  const slots = watch.slotsFor?.(wanted) ?? rowSlots(wanted);
  return growTable(pool, fixed, objective, loadStep, slots, watch);
};

/** The pairs over which a pool's plan is best: all that are allowed, or those that its prices asked for. */
export const tableOfPool = (
  pool: Pool,
  fixed: readonly PairAt[],
  { objective, loadStep }: RoundSettings,
  watch: RoundWatch,
): PairTable =>
  isGrown(pool, objective)
    ? grown(pool, fixed, objective, loadStep, watch).table
    : scoreAllPairs(pool, watch);

export const holdingOf = (pool: Pool, pairs: readonly PairAt[]): Holding => {
  const atOffer: number[][] = pool.offers.map(() => []);
  for (const { request, offer } of pairs) atOffer[offer]!.push(request);
  return { atOffer };
};

/** Σ fit − load costs: the k-th mentee of a mentor, live ones included, costs (k − 1) × `loadStep`. */
export const totalOf = (pool: Pool, table: PairTable, pairs: readonly PairAt[], loadStep: number): number => {
  const load = pool.held.slice();
  let total = 0;
  for (const { request, offer } of pairs) {
    total += table.fit[pairAt(table, request, offer)]! - loadStep * load[offer]!;
    load[offer] = load[offer]! + 1;
  }
  return total;
};
