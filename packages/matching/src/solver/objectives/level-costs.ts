import type { Face } from './face.ts';
import type { ExactIntegers, Level, RichMarket } from './rich-market.ts';

/**
 * Integer costs of one level (less is better), in the face's own buffer, or as bigints where gains need them. `fewest` has its own, in leximin.
 */
export function levelCosts(
  market: RichMarket,
  face: Face,
  level: Exclude<Level, { kind: 'fewest' }>,
): ExactIntegers {
  switch (level.kind) {
    case 'must':
      return mustCosts(face);
    case 'served':
      return servedCosts(market, face);
    case 'total':
      return totalCosts(market, face);
    case 'most':
      return rankCosts(market, face, (rank) => (rank === level.rank ? -1 : 0));
    case 'rank-sum':
      return rankCosts(market, face, (rank) => rank);
  }
}

/** Sets every arc's cost to 0 and returns the buffer. */
export function clearCosts(face: Face): Float64Array {
  return face.scratch.fill(0);
}

function mustCosts(face: Face): Float64Array {
  const { net } = face;
  const cost = clearCosts(face);
  for (let k = 0; k < net.slotMust.length; k++) cost[net.pairEnd + k] = -net.slotMust[k]!;
  return cost;
}

/**
 * One seat of the lowest priority gains 1, of the next 2, and so on. Sets of seats that can be filled
 * together form a matroid, so any weights in this order give the lexicographic best, level by level.
 */
function servedCosts(market: RichMarket, face: Face): Float64Array {
  const { net } = face;
  const ladder = priorityLadder(market.priority);
  const cost = clearCosts(face);
  for (let arc = 0; arc < net.seatArcs; arc++) cost[arc] = -ladder[net.target[arc]! - 1]!;
  return cost;
}

/** The step of each request's priority, from 1 for the lowest. */
export function priorityLadder(priority: Float64Array): Int32Array {
  const steps = new Map([...new Set(priority)].sort((a, b) => a - b).map((value, k) => [value, k + 1]));
  return Int32Array.from(priority, (value) => steps.get(value) ?? 1);
}

function totalCosts(market: RichMarket, face: Face): ExactIntegers {
  const { gain, loadStep } = market;
  const { net } = face;
  if (gain instanceof Float64Array && typeof loadStep === 'number') {
    const cost = clearCosts(face);
    for (let arc = net.seatArcs; arc < net.pairEnd; arc++)
      cost[arc] = -gain[net.pairOf[arc - net.seatArcs]!]!;
    for (let arc = net.pairEnd; arc < net.slotEnd; arc++) {
      cost[arc] = loadStep === 0 ? 0 : loadStep * net.slotFirst[arc - net.pairEnd]!;
    }
    return cost;
  }
  const cost = new Array<bigint>(net.arcs).fill(0n);
  for (let arc = net.seatArcs; arc < net.pairEnd; arc++) {
    cost[arc] = -BigInt(gain[net.pairOf[arc - net.seatArcs]!]!);
  }
  const step = BigInt(loadStep);
  for (let arc = net.pairEnd; arc < net.slotEnd; arc++) {
    cost[arc] = step * BigInt(net.slotFirst[arc - net.pairEnd]!);
  }
  return cost;
}

function rankCosts(market: RichMarket, face: Face, costOf: (rank: number) => number): Float64Array {
  const { net } = face;
  const cost = clearCosts(face);
  const last = unrankedRank(market);
  for (let arc = net.seatArcs; arc < net.pairEnd; arc++) {
    cost[arc] = costOf(market.requestRank[net.pairOf[arc - net.seatArcs]!]! || last);
  }
  return cost;
}

/** The rank of a pair that the request did not wish for: one after the longest list of the market. */
export function unrankedRank(market: RichMarket): number {
  let longest = 0;
  for (const rank of market.requestRank) if (rank > longest) longest = rank;
  return longest + 1;
}
