import { decideLevel, type Face, safeCost, warmFace } from './face.ts';
import { levelCosts } from './level-costs.ts';
import type { ExactIntegers, Level, LevelProof, RichMarket } from './rich-market.ts';

type Gain = number | bigint;

/**
 * Lifts the worst-served first, for requests of one seat: as few pairs as possible at the lowest gain,
 * then as few as possible at the next, and so on, each decided within the face the ones before it left
 * (after Burkard & Rendl 1991). The number of requests with nobody is already fixed by the level `served`.
 * @returns the proof of every level that was decided
 */
export function liftTheWorst(face: Face, market: RichMarket): LevelProof[] {
  approach(face, market);
  const proofs: LevelProof[] = [];
  let above: Gain | null = null;
  for (;;) {
    const at = lowestFreeGain(face, market.gain, above);
    if (at === null) return proofs;
    const level: Level = { kind: 'worst', above, at };
    proofs.push({ level, prices: decideLevel(face, levelCosts(market, face.net, level)) });
    above = at;
  }
}

/** The lowest gain among pairs that are taken but could still change, above `above`. */
function lowestFreeGain(face: Face, gain: ExactIntegers, above: Gain | null): Gain | null {
  const { net, active } = face;
  let lowest: Gain | null = null;
  for (let k = 0; k < face.count; k++) {
    const arc = active[k]!;
    if (arc < net.seatArcs || arc >= net.pairEnd || net.flow[arc] === 0) continue;
    const value = gain[net.pairOf[arc - net.seatArcs]!]!;
    if ((above === null || value > above) && (lowest === null || value < lowest)) lowest = value;
  }
  return lowest;
}

const ROUNDS = 4;
const STEEPNESS = 16;

/**
 * Starts near the goal: steep costs that all but forbid low gains, aimed anew at the range above the worst
 * gain reached. Only a start: it decides nothing, the levels afterwards do.
 */
function approach(face: Face, market: RichMarket): void {
  const { net } = face;
  const pairs = net.pairOf.length;
  if (pairs === 0) return;
  const height = positions(market.gain, net.pairOf);
  const cost = new Float64Array(net.arcs);
  const limit = safeCost(net);
  let floor = 0;
  for (let round = 0; round < ROUNDS; round++) {
    for (let k = 0; k < pairs; k++) {
      const x = (height[k]! - floor) / Math.max(1, pairs - floor);
      cost[net.seatArcs + k] = x < 0 ? limit : Math.floor(limit * (1 - x) ** STEEPNESS);
    }
    warmFace(face, cost);
    let reached = pairs;
    for (let k = 0; k < pairs; k++) {
      if (net.flow[net.seatArcs + k] === 1 && height[k]! < reached) reached = height[k]!;
    }
    if (reached <= floor) return;
    floor = reached;
  }
}

/** The position of each pair's gain in ascending order, equal gains at the position of the first. */
function positions(gain: ExactIntegers, pairOf: Int32Array): Int32Array {
  const rough = Float64Array.from(pairOf, (pair) => Number(gain[pair]!));
  const sorted = rough.slice().sort();
  const height = new Int32Array(pairOf.length);
  for (let k = 0; k < rough.length; k++) {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! < rough[k]!) low = middle + 1;
      else high = middle;
    }
    height[k] = low;
  }
  return height;
}
