import { decideLevel, type Face, safeCost, warmFace } from './face.ts';
import { clearCosts, unrankedRank } from './level-costs.ts';
import type { LevelProof, RichMarket } from './rich-market.ts';

type Worth = number | bigint;

/** Pairs of the network in classes of equal worth, worst class first. */
interface Classes {
  readonly worths: readonly Worth[];
  /** The class of each pair arc, counted from `seatArcs`. */
  readonly classOf: Int32Array;
  /** More than all pairs of one class together, so that none below is ever traded for them. */
  readonly heavy: number;
}

/**
 * Makes the worst pairs as few as possible: as few as can be of the lowest worth, then of the next, and so
 * on, each decided within the face the ones before it left (after Burkard & Rendl 1991). By gain, for
 * requests of one seat, that is leximin (how many have nobody is already fixed by the level `served`);
 * by minus the rank it is the generous profile.
 * @returns the proof of every level that was decided; classes between two levels are kept at none
 */
export function liftTheWorst(face: Face, market: RichMarket, worth: 'gain' | 'minus-rank'): LevelProof[] {
  const classes = classify(face, market, worth);
  if (worth === 'gain') approach(face, classes);
  const proofs: LevelProof[] = [];
  let above = -1;
  for (;;) {
    const at = lowestFree(face, classes, above);
    if (at < 0) return proofs;
    const cost = clearCosts(face);
    const { net, active } = face;
    for (let k = 0; k < face.count; k++) {
      const arc = active[k]!;
      if (arc < net.seatArcs || arc >= net.pairEnd) continue;
      const height = classes.classOf[arc - net.seatArcs]!;
      if (height > above && height <= at) cost[arc] = height < at ? classes.heavy : 1;
    }
    const prices = decideLevel(face, cost);
    const previous = above < 0 ? null : classes.worths[above]!;
    proofs.push({ level: { kind: 'fewest', worth, above: previous, at: classes.worths[at]! }, prices });
    above = at;
  }
}

function classify(face: Face, market: RichMarket, worth: 'gain' | 'minus-rank'): Classes {
  const { pairOf } = face.net;
  const last = unrankedRank(market);
  const worthOf = (pair: number): Worth =>
    worth === 'gain' ? market.gain[pair]! : -(market.requestRank[pair]! || last);
  const worths = distinct(pairOf, worthOf);
  const seats = market.seats.reduce((sum, wanted) => sum + wanted, 0);
  return {
    worths,
    classOf: Int32Array.from(pairOf, (pair) => placeOf(worths, worthOf(pair))),
    heavy: 1 + Math.min(market.pairRequest.length, seats),
  };
}

function distinct(pairOf: Int32Array, worthOf: (pair: number) => Worth): readonly Worth[] {
  const values = Array.from(pairOf, worthOf);
  const areNumbers = values.every((value) => typeof value === 'number');
  const sorted = areNumbers
    ? [...Float64Array.from(values as number[]).sort()]
    : values.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return sorted.filter((value, k) => k === 0 || value !== sorted[k - 1]);
}

/** Where a worth stands among all, ascending. */
function placeOf(worths: readonly Worth[], worth: Worth): number {
  let low = 0;
  let high = worths.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (worths[middle]! < worth) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The lowest class above `above` of a pair that is taken but could still change, or -1. */
function lowestFree(face: Face, { classOf }: Classes, above: number): number {
  const { net, active } = face;
  let lowest = -1;
  for (let k = 0; k < face.count; k++) {
    const arc = active[k]!;
    if (arc < net.seatArcs || arc >= net.pairEnd || net.flow[arc] === 0) continue;
    const height = classOf[arc - net.seatArcs]!;
    if (height > above && (lowest < 0 || height < lowest)) lowest = height;
  }
  return lowest;
}

const ROUNDS = 4;
const STEEPNESS = 16;

/**
 * Starts near the goal: steep costs that all but forbid low worths, aimed anew at the range above the
 * worst reached. Only a start: it decides nothing, the levels afterwards do.
 */
function approach(face: Face, { worths, classOf }: Classes): void {
  const { net } = face;
  const cost = clearCosts(face);
  const limit = safeCost(net);
  let floor = 0;
  for (let round = 0; round < ROUNDS; round++) {
    for (let k = 0; k < classOf.length; k++) {
      const x = (classOf[k]! - floor) / Math.max(1, worths.length - floor);
      cost[net.seatArcs + k] = x < 0 ? limit : Math.floor(limit * (1 - x) ** STEEPNESS);
    }
    warmFace(face, cost);
    let reached = worths.length;
    for (let k = 0; k < classOf.length; k++) {
      if (net.flow[net.seatArcs + k] === 1 && classOf[k]! < reached) reached = classOf[k]!;
    }
    if (reached <= floor) return;
    floor = reached;
  }
}
