import { type Face, safeCost, warmFace } from './face.ts';
import { priorityLadder, unrankedRank } from './level-costs.ts';
import type { FlowObjective } from './plan-value.ts';
import type { RichMarket } from './rich-market.ts';

/** Range of the rough wish or gain that steers the start. */
const RANGE = 2 ** 26;
/** The seeded draw counts a little from the start, so that equal pairs are not all alike. */
const DRAW = 2 ** -16;

/**
 * Brings the face near the plan that an objective asks for, by one run under a rough single cost: minima,
 * then seats by priority, then what the objective likes. It decides nothing. The first level alone, with
 * all pairs alike, would take ten times as many (mostly idle) pivots from an empty plan.
 */
export function startNear(face: Face, market: RichMarket, objective: FlowObjective): void {
  const { net } = face;
  const ladder = objective === 'total' ? new Int32Array(market.requests) : priorityLadder(market.priority);
  const top = ladder.reduce((most, step) => Math.max(most, step), 1);
  const seat = Math.min(RANGE * net.nodes, Math.floor(safeCost(net) / (2 * top + 4)));
  const cost = new Float64Array(net.arcs);
  for (let arc = 0; arc < net.seatArcs; arc++) cost[arc] = -seat * ladder[net.target[arc]! - 1]!;
  for (let k = 0; k < net.slotMust.length; k++) cost[net.pairEnd + k] = -2 * seat * top * net.slotMust[k]!;
  const liking = likingOf(market, net.pairOf, objective);
  for (let k = 0; k < net.pairOf.length; k++)
    cost[net.seatArcs + k] = -Math.round(RANGE * liking[k]! + DRAW * market.tie[net.pairOf[k]!]!);
  warmFace(face, cost);
}

/** How much an objective likes each pair, roughly, from -1 to 1. */
function likingOf(market: RichMarket, pairOf: Int32Array, objective: FlowObjective): Float64Array {
  const last = unrankedRank(market);
  const rank = (pair: number) => market.requestRank[pair]! || last;
  switch (objective) {
    case 'greedy':
      return Float64Array.from(pairOf, (pair) => 2 ** -Math.min(rank(pair), 20));
    case 'generous':
      return Float64Array.from(pairOf, (pair) => -(2 ** -Math.min(last - rank(pair), 20)));
    case 'rank-sum':
      return Float64Array.from(pairOf, (pair) => -rank(pair) / last);
    default: {
      let largest = 1;
      for (const pair of pairOf) largest = Math.max(largest, Math.abs(Number(market.gain[pair]!)));
      return Float64Array.from(pairOf, (pair) => Number(market.gain[pair]!) / largest);
    }
  }
}
