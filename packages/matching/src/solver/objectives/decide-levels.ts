import { decideLevel, type Face, wholeFace } from './face.ts';
import { clearCosts, levelCosts, unrankedRank } from './level-costs.ts';
import { liftWithin, serveAndLift } from './lift-levels.ts';
import type { FlowObjective } from './plan-value.ts';
import type { Level, LevelProof, OpenOffers, RichMarket } from './rich-market.ts';
import { buildSeatNetwork, type FreeSeats, type SeatNetwork } from './seat-network.ts';
import { startNear } from './warm-start.ts';

/** The best plan for one choice of open offers, or the proof that their minima cannot be met together. */
export interface OpenPlan {
  readonly isFeasible: boolean;
  /** Pairs taken, ascending, fixed ones included. */
  readonly taken: Int32Array;
  /** One proof per level decided; levels about which nothing was left to decide are missing. */
  readonly proofs: readonly LevelProof[];
  readonly pivots: number;
}

/**
 * Decides an objective level by level: each level is brought to its best among the plans that are best in
 * all levels before, and the seeded draw chooses among what is left.
 */
export function decideLevels(
  market: RichMarket,
  free: FreeSeats,
  objective: FlowObjective,
  open: OpenOffers,
  must: OpenOffers,
  pause?: () => void,
): OpenPlan {
  const net = buildSeatNetwork(market, free, open, must, pause);
  const proofs: LevelProof[] = [];
  const worth = liftedWorth(objective);
  if (worth !== null && net.mustSeats === 0) {
    const lifted = serveAndLift(net, market, worth);
    proofs.push(...lifted.proofs);
    return finish(lifted.face, market, objective, proofs);
  }
  const face = wholeFace(net);
  startNear(face, market, objective);
  if (net.mustSeats > 0) {
    decide(face, market, { kind: 'must' }, proofs);
    if (mustFilled(net) < net.mustSeats) return openPlan(false, market, face, proofs);
  }
  if (objective !== 'total') decide(face, market, { kind: 'served' }, proofs);
  if (worth !== null) {
    const lifted = liftWithin(face, market, worth);
    proofs.push(...lifted.proofs);
    return finish(lifted.face, market, objective, proofs);
  }
  return finish(face, market, objective, proofs);
}

function liftedWorth(objective: FlowObjective): 'gain' | 'minus-rank' | null {
  if (objective === 'generous') return 'minus-rank';
  return objective === 'fair' || objective === 'fair-seats' ? 'gain' : null;
}

/** The levels after the worst were lifted, or those of an objective that lifts nobody. */
function finish(face: Face, market: RichMarket, objective: FlowObjective, proofs: LevelProof[]): OpenPlan {
  switch (objective) {
    case 'served':
    case 'total':
    case 'fair':
    case 'fair-seats':
      decide(face, market, { kind: 'total' }, proofs);
      break;
    case 'greedy':
      fillRankByRank(face, market, proofs);
      break;
    case 'rank-sum':
      decide(face, market, { kind: 'rank-sum' }, proofs);
  }
  drawAmongEqual(face, market);
  return openPlan(true, market, face, proofs);
}

function decide(face: Face, market: RichMarket, level: PlainLevel, proofs: LevelProof[]): void {
  proofs.push({ level, nodes: null, prices: decideLevel(face, levelCosts(market, face, level)) });
}

type PlainLevel = Exclude<Level, { kind: 'fewest' }>;

/** As many first choices as possible, then second, and so on; ranks that cannot change are passed over. */
function fillRankByRank(face: Face, market: RichMarket, proofs: LevelProof[]): void {
  const last = unrankedRank(market);
  for (let rank = nextFreeRank(face, market, 0, last); rank <= last; ) {
    decide(face, market, { kind: 'most', rank }, proofs);
    rank = nextFreeRank(face, market, rank, last);
  }
}

/** The smallest rank above `passed` of a pair that could still change; last + 1 where there is none. */
function nextFreeRank(face: Face, market: RichMarket, passed: number, last: number): number {
  const { net, active } = face;
  let next = last + 1;
  for (let k = 0; k < face.count; k++) {
    const arc = active[k]!;
    if (arc < net.seatArcs || arc >= net.pairEnd) continue;
    const rank = market.requestRank[net.pairOf[arc - net.seatArcs]!]! || last;
    if (rank > passed && rank < next) next = rank;
  }
  return next;
}

/** Of the plans still equal, the one whose pairs drew most: the same plan whatever the order of work. */
function drawAmongEqual(face: Face, market: RichMarket): void {
  const { net } = face;
  const cost = clearCosts(face);
  for (let arc = net.seatArcs; arc < net.pairEnd; arc++) {
    cost[arc] = -market.tie[net.pairOf[arc - net.seatArcs]!]!;
  }
  decideLevel(face, cost);
}

function mustFilled(net: SeatNetwork): number {
  let filled = 0;
  for (let k = 0; k < net.slotMust.length; k++) {
    if (net.slotMust[k] === 1) filled += net.flow[net.pairEnd + k]!;
  }
  return filled;
}

function openPlan(isFeasible: boolean, market: RichMarket, face: Face, proofs: LevelProof[]): OpenPlan {
  const { net } = face;
  const taken = Array.from(market.fixed);
  for (let arc = net.seatArcs; arc < net.pairEnd; arc++) {
    if (net.flow[arc] === 1) taken.push(net.pairOf[arc - net.seatArcs]!);
  }
  return {
    isFeasible,
    taken: Int32Array.from(taken).sort(),
    proofs,
    pivots: face.pivots,
  };
}
