import { decideLevel, type Face, wholeFace } from './face.ts';
import { levelCosts, unrankedRank } from './level-costs.ts';
import { liftTheWorst } from './leximin.ts';
import type { FlowObjective } from './plan-value.ts';
import type { Level, LevelProof, OpenOffers, RichMarket } from './rich-market.ts';
import { buildSeatNetwork, type FreeSeats, type SeatNetwork } from './seat-network.ts';

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
): OpenPlan {
  const net = buildSeatNetwork(market, free, open, must);
  const face = wholeFace(net);
  const proofs: LevelProof[] = [];
  if (net.mustSeats > 0) {
    decide(face, market, { kind: 'must' }, proofs);
    if (mustFilled(net) < net.mustSeats) return openPlan(false, market, face, proofs);
  }
  for (const level of levelsOf(market, objective)) {
    if (level === 'worst-first') proofs.push(...liftTheWorst(face, market));
    else if (concernsFace(face, market, level)) decide(face, market, level, proofs);
  }
  drawAmongEqual(face, market);
  return openPlan(true, market, face, proofs);
}

function decide(face: Face, market: RichMarket, level: Level, proofs: LevelProof[]): void {
  proofs.push({ level, prices: decideLevel(face, levelCosts(market, face.net, level)) });
}

function levelsOf(market: RichMarket, objective: FlowObjective): (Level | 'worst-first')[] {
  const ranks = Array.from({ length: unrankedRank(market) }, (_, k) => k + 1);
  switch (objective) {
    case 'total':
      return [{ kind: 'total' }];
    case 'served':
      return [{ kind: 'served' }, { kind: 'total' }];
    case 'fair':
      return [{ kind: 'served' }, 'worst-first', { kind: 'total' }];
    case 'greedy':
      return [{ kind: 'served' }, ...ranks.map((rank): Level => ({ kind: 'rank', rank, want: 'most' }))];
    case 'generous':
      return [
        { kind: 'served' },
        ...ranks.reverse().map((rank): Level => ({ kind: 'rank', rank, want: 'fewest' })),
      ];
    case 'rank-sum':
      return [{ kind: 'served' }, { kind: 'rank-sum' }];
  }
}

/** Whether any pair of a rank level could still change; other levels always have a say. */
function concernsFace(face: Face, market: RichMarket, level: Level): boolean {
  if (level.kind !== 'rank') return true;
  const { net, active } = face;
  const last = unrankedRank(market);
  for (let k = 0; k < face.count; k++) {
    const arc = active[k]!;
    if (arc < net.seatArcs || arc >= net.pairEnd) continue;
    if ((market.requestRank[net.pairOf[arc - net.seatArcs]!]! || last) === level.rank) return true;
  }
  return false;
}

/** Of the plans still equal, the one whose pairs drew most: the same plan whatever the order of work. */
function drawAmongEqual(face: Face, market: RichMarket): void {
  const { net } = face;
  const cost = new Float64Array(net.arcs);
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
