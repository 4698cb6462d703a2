import type { SeatNetwork } from './seat-network.ts';
import { hang, type SpanningTree } from './spanning-tree.ts';

/**
 * The parts into which a network falls once many of its arcs are settled. From a later part nothing can
 * reach an earlier one any more, so arcs between parts (`cross`) cannot change either.
 */
export interface Parts {
  /** The part of each node; the root's is 0. */
  readonly part: Int32Array;
  readonly count: number;
  /** Arcs between two parts, in the order of the later one. */
  readonly cross: Int32Array;
}

interface Growth {
  readonly net: SeatNetwork;
  readonly isFree: Uint8Array;
  readonly part: Int32Array;
  /** Free arcs with room at their target, and free arcs in use at their source, as linked lists. */
  readonly roomFirst: Int32Array;
  readonly usedFirst: Int32Array;
  readonly roomNext: Int32Array;
  readonly usedNext: Int32Array;
  readonly queue: Int32Array;
  tail: number;
}

/**
 * Grows a strongly feasible spanning tree over the present flow, made by other means than pivots: from each
 * node the tree can send one more unit up. Arcs in use below their limit are all in it. Nodes that cannot
 * reach the root any more form parts of their own, each a subtree hung from the root without an arc.
 */
export function regrowTree(net: SeatNetwork, isFree: Uint8Array): Parts {
  clearTree(net.tree);
  for (let arc = 0; arc < net.arcs; arc++) net.state[arc] = net.flow[arc] === 0 ? 1 : -1;
  const growth = listArcs(net, isFree);
  let count = 0;
  growPart(growth, 0, count++);
  for (let node = 1; node < net.nodes; node++) {
    if (growth.part[node]! >= 0) continue;
    hang(net.tree, node, 0, -1, 1);
    growPart(growth, node, count++);
  }
  return { part: growth.part, count, cross: crossArcs(growth) };
}

function clearTree(tree: SpanningTree): void {
  for (const list of [tree.parent, tree.arcUp, tree.firstChild, tree.next, tree.previous]) list.fill(-1);
  tree.depth.fill(0);
  tree.direction.fill(0);
}

function listArcs(net: SeatNetwork, isFree: Uint8Array): Growth {
  const { nodes, arcs, source, target, flow, upper } = net;
  const growth: Growth = {
    net,
    isFree,
    part: new Int32Array(nodes).fill(-1),
    roomFirst: new Int32Array(nodes).fill(-1),
    usedFirst: new Int32Array(nodes).fill(-1),
    roomNext: new Int32Array(arcs).fill(-1),
    usedNext: new Int32Array(arcs).fill(-1),
    queue: new Int32Array(nodes),
    tail: 0,
  };
  for (let arc = 0; arc < arcs; arc++) {
    if (isFree[arc] === 0) continue;
    if (flow[arc]! < upper[arc]!) {
      growth.roomNext[arc] = growth.roomFirst[target[arc]!]!;
      growth.roomFirst[target[arc]!] = arc;
    }
    if (flow[arc]! > 0) {
      growth.usedNext[arc] = growth.usedFirst[source[arc]!]!;
      growth.usedFirst[source[arc]!] = arc;
    }
  }
  return growth;
}

/** Gathers all nodes that can send a unit to `top`, breadth first, each below the one it reaches. */
function growPart(growth: Growth, top: number, part: number): void {
  const { net, queue, roomFirst, usedFirst, roomNext, usedNext } = growth;
  growth.tail = 0;
  enter(growth, top, part);
  for (let head = 0; head < growth.tail; head++) {
    const node = queue[head]!;
    for (let arc = roomFirst[node]!; arc >= 0; arc = roomNext[arc]!) {
      hangFree(growth, net.source[arc]!, node, arc, 1, part);
    }
    for (let arc = usedFirst[node]!; arc >= 0; arc = usedNext[arc]!) {
      hangFree(growth, net.target[arc]!, node, arc, -1, part);
    }
  }
}

/** Takes a node into the part, with everything tied to it by arcs that are in use below their limit. */
function enter(growth: Growth, node: number, part: number): void {
  const { net, roomFirst, usedFirst, roomNext, usedNext } = growth;
  const { flow, upper } = net;
  growth.part[node] = part;
  growth.queue[growth.tail++] = node;
  for (let arc = roomFirst[node]!; arc >= 0; arc = roomNext[arc]!) {
    if (flow[arc]! > 0) hangFree(growth, net.source[arc]!, node, arc, 1, part);
  }
  for (let arc = usedFirst[node]!; arc >= 0; arc = usedNext[arc]!) {
    if (flow[arc]! < upper[arc]!) hangFree(growth, net.target[arc]!, node, arc, -1, part);
  }
}

function hangFree(
  growth: Growth,
  node: number,
  parent: number,
  arc: number,
  direction: number,
  part: number,
): void {
  if (growth.part[node]! >= 0) return;
  hang(growth.net.tree, node, parent, arc, direction);
  growth.net.state[arc] = 0;
  enter(growth, node, part);
}

function crossArcs({ net, isFree, part }: Growth): Int32Array {
  const cross: number[] = [];
  for (let arc = 0; arc < net.arcs; arc++) {
    if (isFree[arc] === 1 && part[net.source[arc]!] !== part[net.target[arc]!]) cross.push(arc);
  }
  const later = (arc: number) => Math.max(part[net.source[arc]!]!, part[net.target[arc]!]!);
  return Int32Array.from(cross.sort((a, b) => later(a) - later(b) || a - b));
}

/**
 * Prices of each part are known but for a constant; lowers those of later parts until no arc between parts
 * promises anything. @param cost of the arcs, in the same numbers as the prices, which are changed
 */
export function settleParts<T extends number | bigint>(
  net: SeatNetwork,
  { part, count, cross }: Parts,
  costOf: (arc: number) => T,
  prices: { [node: number]: T; readonly length: number },
  zero: T,
): void {
  const drop = new Array<T>(count).fill(zero);
  for (const arc of cross) {
    const isForward = net.flow[arc] === 0;
    const from = isForward ? net.source[arc]! : net.target[arc]!;
    const to = isForward ? net.target[arc]! : net.source[arc]!;
    const cost = costOf(arc);
    const needed = minus(
      minus(minus(prices[to]!, prices[from]!), isForward ? cost : minus(zero, cost)),
      minus(zero, drop[part[from]!]!),
    );
    if (needed > drop[part[to]!]!) drop[part[to]!] = needed;
  }
  for (let node = 0; node < prices.length; node++) prices[node] = minus(prices[node]!, drop[part[node]!]!);
}

const minus = <T extends number | bigint>(a: T, b: T): T => (a - (b as never)) as T;
