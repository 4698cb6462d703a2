import type { ExactIntegers, Level, RichMarket } from './rich-market.ts';
import type { SeatNetwork } from './seat-network.ts';

/**
 * Integer costs of every arc for one level (less is better), as safe integers or, for gains that need
 * them, bigints.
 */
export function levelCosts(market: RichMarket, net: SeatNetwork, level: Level): ExactIntegers {
  switch (level.kind) {
    case 'must':
      return mustCosts(net);
    case 'served':
      return servedCosts(market, net);
    case 'total':
      return totalCosts(market, net);
    case 'rank':
      return rankCosts(market, net, level.rank, level.want === 'most' ? -1 : 1);
    case 'rank-sum':
      return rankSumCosts(market, net);
    case 'worst':
      return worstCosts(market, net, level);
  }
}

function mustCosts(net: SeatNetwork): Float64Array {
  const cost = new Float64Array(net.arcs);
  for (let k = 0; k < net.slotMust.length; k++) cost[net.pairEnd + k] = -net.slotMust[k]!;
  return cost;
}

/**
 * One seat of the lowest priority gains 1, of the next 2, and so on. Sets of seats that can be filled
 * together form a matroid, so any weights in this order give the lexicographic best, level by level.
 */
function servedCosts(market: RichMarket, net: SeatNetwork): Float64Array {
  const ladder = priorityLadder(market.priority);
  const cost = new Float64Array(net.arcs);
  for (let arc = 0; arc < net.seatArcs; arc++) cost[arc] = -ladder[net.target[arc]! - 1]!;
  return cost;
}

/** The step of each request's priority, from 1 for the lowest. */
export function priorityLadder(priority: Float64Array): Int32Array {
  const steps = new Map([...new Set(priority)].sort((a, b) => a - b).map((value, k) => [value, k + 1]));
  return Int32Array.from(priority, (value) => steps.get(value) ?? 1);
}

function totalCosts(market: RichMarket, net: SeatNetwork): ExactIntegers {
  const { gain, loadStep } = market;
  if (gain instanceof Float64Array && typeof loadStep === 'number') {
    const cost = new Float64Array(net.arcs);
    for (let arc = net.seatArcs; arc < net.pairEnd; arc++)
      cost[arc] = -gain[net.pairOf[arc - net.seatArcs]!]!;
    if (loadStep === 0) return cost;
    for (let arc = net.pairEnd; arc < net.slotEnd; arc++) {
      cost[arc] = loadStep * net.slotFirst[arc - net.pairEnd]!;
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

function rankCosts(market: RichMarket, net: SeatNetwork, rank: number, sign: number): Float64Array {
  const cost = new Float64Array(net.arcs);
  const last = unrankedRank(market);
  for (let arc = net.seatArcs; arc < net.pairEnd; arc++) {
    if ((market.requestRank[net.pairOf[arc - net.seatArcs]!]! || last) === rank) cost[arc] = sign;
  }
  return cost;
}

function rankSumCosts(market: RichMarket, net: SeatNetwork): Float64Array {
  const cost = new Float64Array(net.arcs);
  const last = unrankedRank(market);
  for (let arc = net.seatArcs; arc < net.pairEnd; arc++) {
    cost[arc] = market.requestRank[net.pairOf[arc - net.seatArcs]!]! || last;
  }
  return cost;
}

/** The rank of a pair that the request did not wish for: one after the longest list of the market. */
export function unrankedRank(market: RichMarket): number {
  let longest = 0;
  for (const rank of market.requestRank) if (rank > longest) longest = rank;
  return longest + 1;
}

function worstCosts(market: RichMarket, net: SeatNetwork, level: Level & { kind: 'worst' }): Float64Array {
  const cost = new Float64Array(net.arcs);
  // More than every pair of gain `at` together, so that none below is ever traded for them.
  const heavy = 1 + Math.min(market.pairRequest.length, totalSeats(market));
  const { above, at } = level;
  for (let arc = net.seatArcs; arc < net.pairEnd; arc++) {
    const gain = market.gain[net.pairOf[arc - net.seatArcs]!]!;
    if (gain > at || (above !== null && gain <= above)) continue;
    cost[arc] = gain < at ? heavy : 1;
  }
  return cost;
}

function totalSeats(market: RichMarket): number {
  let seats = 0;
  for (const wanted of market.seats) seats += wanted;
  return seats;
}
