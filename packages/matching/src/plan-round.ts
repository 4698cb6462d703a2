import { OBJECTIVES, type Objective } from '@trellis/domain/programs/kinds';
import { decide } from './decide.ts';
import {
  describeCertificate,
  describePairings,
  describeWaiting,
  summarizePairings,
} from './describe-plan.ts';
import { scarcityOf } from './explain/scarcity.ts';
import { stabilityOf } from './explain/stability.ts';
import { pairAt } from './pair-table.ts';
import { isCancellation } from './round-cancelled.ts';
import type { RoundInput, RoundSettings } from './round-input.ts';
import type { ObjectivePrice, RoundPlan, RoundResult } from './round-plan.ts';
import type { RoundWatch } from './round-watch.ts';
import { isGrown, type RoundStudy, studyRound, totalOf } from './study.ts';

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
    if (isCancellation(error)) return { status: 'cancelled' };
    throw error;
  }
};

/** The plan of a studied round, in people's terms. */
export const planOf = (study: RoundStudy, watch: RoundWatch = {}): RoundPlan => {
  const { input, settings, pool, table, fixed, pairs, holding } = study;
  const pairings = describePairings(input, pool, fixed, pairs);
  return {
    status: 'planned',
    pairings,
    waiting: describeWaiting(study),
    notReady: pool.notReady,
    certificate: describeCertificate(study),
    report: {
      objective: settings.objective,
      seats: pool.seats.reduce((sum, seats) => sum + seats, 0),
      room: pool.room.reduce((sum, room) => sum + room, 0),
      served: pairs.length,
      total: totalOf(pool, table, pairs, settings.loadStep),
      ...summarizePairings(pairings),
      prices: pricesOf(study, watch),
      scarcity: scarcityOf(study),
      stability: stabilityOf(pool, table, holding),
    },
  };
};

/** Deciding level by level takes seconds beyond this many pairs: there, "fair" is told only to those who choose it. */
const MOST_PAIRS_BY_LEVELS = 5_000_000;

/** Over the same pairs; where only those are listed that one aim asked for, they prove nothing about another. */
const pricesOf = (study: RoundStudy, watch: RoundWatch): readonly ObjectivePrice[] => {
  const { pool, table, fixed, settings } = study;
  const isByLevels = (objective: Objective): boolean =>
    objective === 'fair' || pool.seats.some((seats) => seats > 1);
  return OBJECTIVES.filter(
    (objective) =>
      objective === settings.objective ||
      (!isGrown(pool, settings.objective) &&
        (table.column.length <= MOST_PAIRS_BY_LEVELS || !isByLevels(objective))),
  ).map((objective) => {
    const pairs =
      objective === settings.objective
        ? study.pairs
        : decide(pool, table, fixed, objective, settings.loadStep, { isCancelled: watch.isCancelled }).pairs;
    const fits = pairs.map(({ request, offer }) => table.fit[pairAt(table, request, offer)]!);
    return {
      objective,
      served: pairs.length,
      total: totalOf(pool, table, pairs, settings.loadStep),
      worst: fits.length === 0 ? null : fits.reduce((least, fit) => Math.min(least, fit)),
    };
  });
};
