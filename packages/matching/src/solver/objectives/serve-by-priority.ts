import { priorityLadder } from './level-costs.ts';
import type { RichMarket } from './rich-market.ts';
import { roomySlot, type SeatRows, setPair, usedSlot } from './seat-rows.ts';

/** A breadth-first search over the nodes of the network, kept between searches. */
interface Sweep {
  readonly rows: SeatRows;
  /** Priority step at which everything reachable from a node was found full; 0 while it may have room. */
  readonly fullAt: Int32Array;
  readonly seen: Int32Array;
  /** The arc by which a node was reached. */
  readonly via: Int32Array;
  readonly queue: Int32Array;
  round: number;
}

/**
 * Fills an empty network with as many seats as possible, those of higher priority first. Sets of seats that
 * can be filled together form a matroid, so going through them in order of priority and moving others aside
 * (never out) is exact (Edmonds 1971). What a failed search has seen stays full for good.
 * @returns the dual prices of the level `served`: minus the priority step at which a node was found full
 */
export function serveByPriority(rows: SeatRows, market: RichMarket): Float64Array {
  const { net } = rows;
  const ladder = priorityLadder(market.priority);
  const sweep: Sweep = {
    rows,
    fullAt: new Int32Array(net.nodes),
    seen: new Int32Array(net.nodes),
    via: new Int32Array(net.nodes),
    queue: new Int32Array(net.nodes),
    round: 0,
  };
  const order = [...rows.seatArc.keys()].filter((i) => rows.seatArc[i]! >= 0);
  order.sort((a, b) => ladder[b]! - ladder[a]! || a - b);
  for (const i of order) {
    net.pause?.();
    const arc = rows.seatArc[i]!;
    while (net.flow[arc]! < net.upper[arc]! && (takeRoom(rows, i) || moveAside(sweep, i, ladder[i]!))) {
      net.flow[arc] = net.flow[arc]! + 1;
    }
  }
  return Float64Array.from(sweep.fullAt, (step) => 0 - step);
}

/** Seats a request at the best of its offers that has room, if any. */
function takeRoom(rows: SeatRows, i: number): boolean {
  const { net, rowArc, requests } = rows;
  for (let e = rows.rowStart[i]!; e < rows.rowEnd[i]!; e++) {
    const arc = rowArc[e]!;
    if (net.flow[arc] === 1) continue;
    const slot = roomySlot(rows, net.target[arc]! - 1 - requests);
    if (slot < 0) continue;
    const owner = ownerArcAbove(rows, slot);
    if (owner >= 0 && net.flow[owner]! >= net.upper[owner]!) continue;
    setPair(rows, arc, true);
    net.flow[slot] = net.flow[slot]! + 1;
    if (owner >= 0) net.flow[owner] = net.flow[owner]! + 1;
    return true;
  }
  return false;
}

function ownerArcAbove(rows: SeatRows, slot: number): number {
  const above = rows.net.target[slot]!;
  return above === 0 ? -1 : rows.ownerArc[above - 1 - rows.requests - rows.offers]!;
}

/** Finds a chain of moves that ends at a free seat and makes it; else marks all it saw as full. */
function moveAside(sweep: Sweep, i: number, step: number): boolean {
  const { rows, queue } = sweep;
  const { requests, offers } = rows;
  sweep.round++;
  let head = 0;
  let tail = reach(sweep, 1 + i, -1, 0);
  while (head < tail) {
    const node = queue[head++]!;
    if (node <= requests) tail = readRequest(sweep, node - 1, tail);
    else if (node <= requests + offers) tail = readOffer(sweep, node - 1 - requests, tail);
    else tail = readOwner(sweep, node, tail);
    if (tail < 0) {
      moveAlong(sweep, 1 + i);
      return true;
    }
  }
  for (let k = 0; k < tail; k++) sweep.fullAt[queue[k]!] = step;
  return false;
}

function reach(sweep: Sweep, node: number, arc: number, tail: number): number {
  if (sweep.seen[node] === sweep.round || sweep.fullAt[node]! > 0) return tail;
  sweep.seen[node] = sweep.round;
  sweep.via[node] = arc;
  if (node === 0) return -1;
  sweep.queue[tail] = node;
  return tail + 1;
}

function readRequest(sweep: Sweep, i: number, before: number): number {
  const { rowStart, rowEnd, rowArc, net } = sweep.rows;
  const { seen, fullAt, round } = sweep;
  let tail = before;
  for (let e = rowStart[i]!; e < rowEnd[i]!; e++) {
    const arc = rowArc[e]!;
    const node = net.target[arc]!;
    if (seen[node] === round || fullAt[node]! > 0 || net.flow[arc] === 1) continue;
    tail = reach(sweep, node, arc, tail);
  }
  return tail;
}

/** From an offer on: to the root or its owner where it has room, and to those who hold its seats. */
function readOffer(sweep: Sweep, j: number, before: number): number {
  const { rows } = sweep;
  let tail = before;
  const slot = roomySlot(rows, j);
  if (slot >= 0) tail = reach(sweep, rows.net.target[slot]!, slot, tail);
  if (tail < 0) return tail;
  for (const arc of rows.held[j]!) tail = reach(sweep, rows.net.source[arc]!, arc, tail);
  return tail;
}

/** From an owner on: to the root where there is room, else to the offers that use it up. */
function readOwner(sweep: Sweep, node: number, before: number): number {
  const { rows } = sweep;
  const s = node - 1 - rows.requests - rows.offers;
  const arc = rows.ownerArc[s]!;
  if (rows.net.flow[arc]! < rows.net.upper[arc]!) return reach(sweep, 0, arc, before);
  let tail = before;
  for (const j of rows.ownerOffers[s]!) {
    const slot = usedSlot(rows, j);
    if (slot >= 0) tail = reach(sweep, 1 + rows.requests + j, slot, tail);
  }
  return tail;
}

/** Sends one more unit along the chain found, from the request `from` to the root. */
function moveAlong(sweep: Sweep, from: number): void {
  const { rows, via } = sweep;
  const { source, target, flow, seatArcs, pairEnd } = rows.net;
  for (let node = 0; node !== from; ) {
    const arc = via[node]!;
    const isForward = target[arc] === node;
    if (arc >= seatArcs && arc < pairEnd) setPair(rows, arc, isForward);
    else flow[arc] = flow[arc]! + (isForward ? 1 : -1);
    node = isForward ? source[arc]! : target[arc]!;
  }
}
