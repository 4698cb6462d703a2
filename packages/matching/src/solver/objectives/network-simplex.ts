import { rehang, reprice, type SpanningTree } from './spanning-tree.ts';

/**
 * A circulation under improvement: arcs with an upper bound (the lower bound is 0), a feasible flow, and a
 * strongly feasible spanning tree (every node can send one more unit up to the root).
 */
export interface Circulation {
  readonly source: Int32Array;
  readonly target: Int32Array;
  readonly upper: Int32Array;
  readonly flow: Int32Array;
  /** 1: flow at 0; -1: flow at the upper bound; 0: in the tree. */
  readonly state: Int8Array;
  readonly tree: SpanningTree;
  /** Called every now and then during long work; what it throws ends the work. */
  readonly pause?: (() => void) | undefined;
}

const BLOCK_FLOOR = 64;
const PIVOTS_BETWEEN_PAUSES = 512;

/**
 * Brings the circulation to least cost over the arcs listed in `active[0 … count)`; the others keep their
 * flow. Primal network simplex with block pricing (Kovács 2015); the leaving arc is the last blocking one
 * seen along the cycle from its apex, which keeps the tree strongly feasible, so it always ends
 * (Cunningham 1976). Exact as long as (nodes + 1) × largest cost stays below 2^52.
 * @returns the number of pivots made
 */
export function improve(net: Circulation, cost: Float64Array, active: Int32Array, count: number): number {
  reprice(net.tree, 0, cost);
  const block = Math.max(BLOCK_FLOOR, Math.floor(Math.sqrt(count)));
  let start = 0;
  let pivots = 0;
  for (;;) {
    const at = findEntering(net, cost, active, count, start, block);
    if (at < 0) return pivots;
    start = at + 1 === count ? 0 : at + 1;
    pivot(net, cost, active[at]!);
    pivots++;
    if (pivots % PIVOTS_BETWEEN_PAUSES === 0) net.pause?.();
  }
}

/** Position in `active` of the cheapest arc of the first block that holds an improving one, or -1. */
function findEntering(
  net: Circulation,
  cost: Float64Array,
  active: Int32Array,
  count: number,
  start: number,
  block: number,
): number {
  const { source, target, state } = net;
  const price = net.tree.price;
  let best = 0;
  let found = -1;
  let left = block;
  let at = start;
  for (let seen = 0; seen < count; seen++) {
    const arc = active[at]!;
    const reduced = state[arc]! * (cost[arc]! + price[source[arc]!]! - price[target[arc]!]!);
    if (reduced < best) {
      best = reduced;
      found = at;
    }
    if (--left === 0) {
      if (found >= 0) return found;
      left = block;
    }
    if (++at === count) at = 0;
  }
  return found;
}

function pivot(net: Circulation, cost: Float64Array, entering: number): void {
  const { source, target, upper, flow, state, tree } = net;
  const { parent, arcUp, direction, depth } = tree;
  const forward = state[entering]! > 0;
  const first = forward ? source[entering]! : target[entering]!;
  const second = forward ? target[entering]! : source[entering]!;
  let a = first;
  let b = second;
  while (a !== b) {
    if (depth[a]! > depth[b]!) a = parent[a]!;
    else if (depth[b]! > depth[a]!) b = parent[b]!;
    else {
      a = parent[a]!;
      b = parent[b]!;
    }
  }
  const apex = a;

  // The cycle runs apex → first → entering arc → second → apex.
  let change = upper[entering]!;
  let leaving = -1;
  let onFirstSide = false;
  for (let node = first; node !== apex; node = parent[node]!) {
    const arc = arcUp[node]!;
    const room = direction[node]! > 0 ? flow[arc]! : upper[arc]! - flow[arc]!;
    if (room < change) {
      change = room;
      leaving = node;
      onFirstSide = true;
    }
  }
  for (let node = second; node !== apex; node = parent[node]!) {
    const arc = arcUp[node]!;
    const room = direction[node]! > 0 ? upper[arc]! - flow[arc]! : flow[arc]!;
    if (room <= change) {
      change = room;
      leaving = node;
      onFirstSide = false;
    }
  }
  if (change > 0) {
    flow[entering] = flow[entering]! + (forward ? change : -change);
    for (let node = first; node !== apex; node = parent[node]!) {
      const arc = arcUp[node]!;
      flow[arc] = flow[arc]! - direction[node]! * change;
    }
    for (let node = second; node !== apex; node = parent[node]!) {
      const arc = arcUp[node]!;
      flow[arc] = flow[arc]! + direction[node]! * change;
    }
  }
  if (leaving < 0) {
    state[entering] = forward ? -1 : 1;
    return;
  }
  const out = arcUp[leaving]!;
  state[out] = flow[out] === 0 ? 1 : -1;
  state[entering] = 0;
  const inside = onFirstSide ? first : second;
  const outside = onFirstSide ? second : first;
  rehang(tree, leaving, inside, outside, entering, source[entering] === inside ? 1 : -1);
  reprice(tree, inside, cost);
}
