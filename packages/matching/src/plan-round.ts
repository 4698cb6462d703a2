import { OBJECTIVES } from '@trellis/domain/programs/kinds';
import { checkFixed } from './check-fixed.ts';
import { type Decided, decide } from './decide.ts';
import {
  describeCertificate,
  describePairings,
  describeWaiting,
  holdingOf,
  pairsOf,
  summarizePairings,
} from './describe-plan.ts';
import { stabilityOf } from './explain/stability.ts';
import { type PairAt, type SeatMarket, seatMarket } from './market.ts';
import { type PairTable, pairAt, scoreAllPairs } from './pair-table.ts';
import { gatherPool, type Pool } from './pool.ts';
import { RoundCancelled } from './round-cancelled.ts';
import type { RoundInput, RoundSettings } from './round-input.ts';
import type { ObjectivePrice, RoundResult } from './round-plan.ts';
import { SolveCancelled } from './solver/assignment.ts';

export interface RoundProgress {
  readonly stage: 'scoring' | 'solving' | 'proving' | 'explaining';
  readonly done: number;
  readonly total: number;
}

export interface RoundWatch {
  /** Called now and then on the working thread. */
  readonly onProgress?: ((progress: RoundProgress) => void) | undefined;
  /** Asked now and then; true ends the round with `cancelled`. */
  readonly isCancelled?: (() => boolean) | undefined;
}

/**
 * Plans a round: the best pairings under the program's rules, proved, with reasons for every pairing and causes for
 * everyone left waiting. Deterministic: same input and settings, same plan. Synchronous; run it in a worker.
 * @throws RangeError when the input names members it does not hold
 */
export const planRound = (
  input: RoundInput,
  settings: RoundSettings,
  watch: RoundWatch = {},
): RoundResult => {
  try {
    const pool = gatherPool(input, settings);
    const fixed = checkFixed(input, pool);
    if (!fixed.ok) return { status: 'infeasible', causes: fixed.causes };
    const table = scoreAllPairs(pool, watch);
    const market = seatMarket(pool, table, fixed.pairs, settings.loadStep);
    const decided = decide(market, settings.objective, watch);
    if (!decided.certificate.ok) {
      return { status: 'not_proved', reason: decided.certificate.faults.join('; ') };
    }
    const pairs = pairsOf(market, fixed.pairs, decided);
    const holding = holdingOf(pool, pairs);
    watch.onProgress?.({ stage: 'explaining', done: 0, total: pairs.length });
    const pairings = describePairings(input, pool, fixed.pairs, pairs);
    return {
      status: 'planned',
      pairings,
      waiting: describeWaiting(pool, table, holding),
      notReady: pool.notReady,
      certificate: describeCertificate(pool, market, decided),
      report: {
        objective: settings.objective,
        seats: pool.seats.reduce((sum, seats) => sum + seats, 0),
        room: pool.room.reduce((sum, room) => sum + room, 0),
        served: pairs.length,
        total: totalOf(pool, table, pairs, settings.loadStep),
        ...summarizePairings(pairings),
        prices: pricesOf(pool, table, market, fixed.pairs, decided, settings, watch),
        scarcity: [],
        stability: stabilityOf(pool, table, holding),
      },
    };
  } catch (error) {
    if (error instanceof SolveCancelled || error instanceof RoundCancelled) return { status: 'cancelled' };
    throw error;
  }
};

/** Σ fit − load costs: the k-th mentee of a mentor, live ones included, costs (k − 1) × `loadStep`. */
const totalOf = (pool: Pool, table: PairTable, pairs: readonly PairAt[], loadStep: number): number => {
  const load = pool.held.slice();
  let total = 0;
  for (const { request, offer } of pairs) {
    total += table.fit[pairAt(table, request, offer)]! - loadStep * load[offer]!;
    load[offer] = load[offer]! + 1;
  }
  return total;
};

const pricesOf = (
  pool: Pool,
  table: PairTable,
  market: SeatMarket,
  fixed: readonly PairAt[],
  chosen: Decided,
  settings: RoundSettings,
  watch: RoundWatch,
): readonly ObjectivePrice[] =>
  OBJECTIVES.map((objective) => {
    const decided = objective === settings.objective ? chosen : decide(market, objective, watch);
    const pairs = pairsOf(market, fixed, decided);
    const fits = pairs.map(({ request, offer }) => table.fit[pairAt(table, request, offer)]!);
    return {
      objective,
      served: pairs.length,
      total: totalOf(pool, table, pairs, settings.loadStep),
      worst: fits.length === 0 ? null : fits.reduce((least, fit) => Math.min(least, fit)),
    };
  });
