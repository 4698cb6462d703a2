import { OBJECTIVES } from '@trellis/domain/programs/kinds';
import { type Decided, decide } from './decide.ts';
import {
  describeCertificate,
  describePairings,
  describeWaiting,
  pairsOf,
  summarizePairings,
} from './describe-plan.ts';
import { scarcityOf } from './explain/scarcity.ts';
import { stabilityOf } from './explain/stability.ts';
import type { PairAt, SeatMarket } from './market.ts';
import { type PairTable, pairAt } from './pair-table.ts';
import type { Pool } from './pool.ts';
import { RoundCancelled } from './round-cancelled.ts';
import type { RoundInput, RoundSettings } from './round-input.ts';
import type { ObjectivePrice, RoundPlan, RoundResult } from './round-plan.ts';
import type { RoundWatch } from './round-watch.ts';
import { SolveCancelled } from './solver/assignment.ts';
import { type RoundStudy, studyRound } from './study.ts';

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
    const study = studyRound(input, settings, watch);
    if (study.status !== 'studied') return study;
    watch.onProgress?.({ stage: 'explaining', done: 0, total: study.pairs.length });
    return planOf(study, watch);
  } catch (error) {
    if (error instanceof SolveCancelled || error instanceof RoundCancelled) return { status: 'cancelled' };
    throw error;
  }
};

/** The plan of a studied round, in people's terms. */
export const planOf = (study: RoundStudy, watch: RoundWatch = {}): RoundPlan => {
  const { input, settings, pool, table, market, fixed, decided, pairs, holding } = study;
  const pairings = describePairings(input, pool, fixed, pairs);
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
      prices: pricesOf(pool, table, market, fixed, decided, settings, watch),
      scarcity: scarcityOf(study),
      stability: stabilityOf(pool, table, holding),
    },
  };
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
