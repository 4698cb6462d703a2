import { improveWidely } from './improve-widely.ts';
import { improve } from './network-simplex.ts';
import { type Parts, regrowTree, settleParts } from './regrow-tree.ts';
import type { ExactIntegers } from './rich-market.ts';
import type { SeatNetwork } from './seat-network.ts';

/**
 * What is left to decide: the arcs that still may change once the levels so far are kept at their best.
 * A level narrows it to its own optimal face (the arcs of reduced cost 0, by complementary slackness).
 */
export interface Face {
  readonly net: SeatNetwork;
  /** Free arcs are `active[0 … count)`. */
  readonly active: Int32Array;
  count: number;
  pivots: number;
  /** One cost per arc, for the level at work. */
  readonly scratch: Float64Array;
  /** The parts into which the network has fallen, where it was decided by other means than pivots. */
  readonly parts: Parts | null;
}

/** The whole network, nothing decided. */
export function wholeFace(net: SeatNetwork): Face {
  const active = new Int32Array(net.arcs);
  for (let arc = 0; arc < net.arcs; arc++) active[arc] = arc;
  return { net, active, count: net.arcs, pivots: 0, scratch: new Float64Array(net.arcs), parts: null };
}

/** What is left of a network whose present flow was made by other means than pivots. */
export function faceOf(net: SeatNetwork, isFree: Uint8Array): Face {
  const parts = regrowTree(net, isFree);
  const active = new Int32Array(net.arcs);
  let count = 0;
  for (let arc = 0; arc < net.arcs; arc++) {
    const isInside = parts.part[net.source[arc]!] === parts.part[net.target[arc]!];
    if (isFree[arc] === 1 && isInside) active[count++] = arc;
  }
  return { net, active, count, pivots: 0, scratch: new Float64Array(net.arcs), parts };
}

/**
 * Brings the plan to least `cost` within the face and narrows the face to all plans as good.
 * @returns the dual prices that prove it, in the same integers as the costs
 */
export function decideLevel(face: Face, cost: ExactIntegers): ExactIntegers {
  if (cost instanceof Float64Array && largestFree(face, cost) <= safeCost(face.net)) {
    face.pivots += improveWidely(face.net, cost, face.active, face.count);
    const price = face.net.tree.price.slice();
    if (face.parts !== null) settleParts(face.net, face.parts, (arc) => cost[arc]!, price, 0);
    narrow(face, (u, v, arc) => cost[arc]! + price[u]! - price[v]! === 0);
    return price;
  }
  const exact = cost instanceof Float64Array ? Array.from(cost, BigInt) : cost;
  const price = improveExactly(face, exact);
  if (face.parts !== null) settleParts(face.net, face.parts, (arc) => exact[arc]!, price, 0n);
  narrow(face, (u, v, arc) => exact[arc]! + price[u]! - price[v]! === 0n);
  return price;
}

/** Brings the plan to least `cost` without narrowing the face: a better start for the levels to come. */
export function warmFace(face: Face, cost: Float64Array): void {
  face.pivots += improveWidely(face.net, cost, face.active, face.count);
}

/** The largest cost whose sums along any path of the network stay exact in float64. */
export function safeCost(net: SeatNetwork): number {
  return Math.floor(2 ** 51 / (net.nodes + 1));
}

function largestFree(face: Face, cost: Float64Array): number {
  let most = 0;
  for (let k = 0; k < face.count; k++) {
    const size = Math.abs(cost[face.active[k]!]!);
    if (size > most) most = size;
  }
  for (const arc of face.parts?.cross ?? []) most = Math.max(most, Math.abs(cost[arc]!));
  return most;
}

function narrow(face: Face, isFree: (source: number, target: number, arc: number) => boolean): void {
  const { net, active } = face;
  let kept = 0;
  for (let k = 0; k < face.count; k++) {
    const arc = active[k]!;
    if (isFree(net.source[arc]!, net.target[arc]!, arc)) active[kept++] = arc;
  }
  face.count = kept;
}

/**
 * The same for costs beyond safe integers, in passes from the leading digits down. Each pass works on
 * exact reduced costs under the prices so far, rounded down to what float64 carries; arcs whose reduced
 * cost is too large for any improving cycle are left out, and taken back in if the end shows otherwise.
 */
function improveExactly(face: Face, cost: readonly bigint[]): bigint[] {
  const { net } = face;
  const price = new Array<bigint>(net.nodes).fill(0n);
  const limit = BigInt(safeCost(net));
  const rounded = new Float64Array(net.arcs);
  const reduced = (arc: number) => cost[arc]! + price[net.source[arc]!]! - price[net.target[arc]!]!;
  const kept = new Uint8Array(net.arcs);
  let work = face.active.slice(0, face.count);
  for (;;) {
    const shift = shiftFor(work, reduced, limit);
    for (const arc of work) rounded[arc] = Number(reduced(arc) >> shift);
    face.pivots += improve(net, rounded, work, work.length);
    for (let node = 0; node < net.nodes; node++) price[node]! += BigInt(net.tree.price[node]!) << shift;
    const reach = shift === 0n ? -1n : BigInt(net.nodes) << shift;
    if (shift === 0n) for (const arc of work) kept[arc] = 1;
    let isProved = shift === 0n;
    const next: number[] = [];
    for (let k = 0; k < face.count; k++) {
      const arc = face.active[k]!;
      const value = reduced(arc);
      const isWrong = (net.state[arc]! > 0 && value < 0n) || (net.state[arc]! < 0 && value > 0n);
      if (isWrong) isProved = false;
      const size = value < 0n ? -value : value;
      if (isWrong || kept[arc] === 1 || net.state[arc] === 0 || size <= reach) next.push(arc);
    }
    if (isProved) return price;
    work = Int32Array.from(next);
  }
}

/** The digits to leave out so that every reduced cost of `arcs` fits the limit. */
function shiftFor(arcs: Int32Array, reduced: (arc: number) => bigint, limit: bigint): bigint {
  let most = 0n;
  for (const arc of arcs) {
    const value = reduced(arc);
    const size = value < 0n ? -value : value;
    if (size > most) most = size;
  }
  let shift = 0n;
  while (most >> shift > limit) shift++;
  return shift;
}
