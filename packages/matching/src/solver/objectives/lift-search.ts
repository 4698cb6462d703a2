import { roomySlot, type SeatRows, setPair, usedSlot } from './seat-rows.ts';

/**
 * Cheapest ways through a seat network when each pair of one class costs 1, better pairs cost nothing, and
 * worse ones are forbidden (but for those kept when their own class was decided). Distances are small
 * integers, so nodes wait in one bucket per distance (Dial 1969).
 */
export interface LiftSearch {
  readonly rows: SeatRows;
  /** The class at work: the worst that may still be used. */
  level: number;
  /** Nodes of one label had equal prices in every class so far; pairs between two labels are out. */
  readonly label: Int32Array;
  /** 1 for pair arcs of classes already decided that may still change. */
  readonly isKept: Uint8Array;
  /** Kept arcs at each node. */
  readonly keptAt: ReadonlyMap<number, readonly number[]>;
  /** Dual price of each node in the class at work, 0 or less; `priced` lists those below 0. */
  readonly price: Int32Array;
  readonly priced: number[];
  /** Requests that may still win or lose a seat to somebody of the same priority. */
  readonly hopeful: number[];
  /** Those just found to have nobody, and no pair left at this class or a better one. */
  readonly hopeless: number[];
  /** Units that a node has lost and must get back. */
  readonly lacks: Int32Array;
  readonly distance: Int32Array;
  readonly seen: Int32Array;
  readonly isDone: Int32Array;
  readonly via: Int32Array;
  /** Nodes to be left, by distance: the first `bucketSize[d]` of bucket d. */
  readonly buckets: number[][];
  readonly bucketSize: number[];
  /** Nodes that the present search has come to, `reachedCount` of them. */
  readonly reached: Int32Array;
  reachedCount: number;
  round: number;
  /** The distance at work, and the first node found there that lacks a unit; −1 while there is none. */
  at: number;
  end: number;
}

/** A search over a network whose flow fills all seats that can be filled. */
export function liftSearch(rows: SeatRows, keptAt: ReadonlyMap<number, readonly number[]>): LiftSearch {
  const { nodes, arcs } = rows.net;
  return {
    rows,
    level: 0,
    label: new Int32Array(nodes),
    isKept: new Uint8Array(arcs),
    keptAt,
    price: new Int32Array(nodes),
    priced: [],
    hopeful: Array.from({ length: rows.requests }, (_, i) => i),
    hopeless: [],
    lacks: new Int32Array(nodes),
    distance: new Int32Array(nodes),
    seen: new Int32Array(nodes),
    isDone: new Int32Array(nodes),
    via: new Int32Array(nodes),
    buckets: [],
    bucketSize: [],
    reached: new Int32Array(nodes),
    reachedCount: 0,
    round: 0,
    at: 0,
    end: -1,
  };
}

/**
 * Sends one unit from `source` to a node that lacks one, the cheapest way there is, and moves the prices so
 * that it is among the cheapest plans again.
 */
export function sendUnit(search: LiftSearch, source: number): void {
  const end = findEnd(search, source);
  const { rows, lacks, distance, isDone, price, priced, reached, via, round } = search;
  const far = distance[end]!;
  for (let k = 0; k < search.reachedCount; k++) {
    const node = reached[k]!;
    if (isDone[node] !== round || distance[node]! >= far) continue;
    if (price[node] === 0) priced.push(node);
    price[node] = price[node]! - (far - distance[node]!);
  }
  lacks[end] = lacks[end]! - 1;
  const { net } = rows;
  for (let node = end; node !== source; ) {
    const arc = via[node]!;
    const isForward = net.target[arc] === node;
    if (arc >= net.seatArcs && arc < net.pairEnd) setPair(rows, arc, isForward);
    else net.flow[arc] = net.flow[arc]! + (isForward ? 1 : -1);
    node = isForward ? net.source[arc]! : net.target[arc]!;
  }
}

function findEnd(search: LiftSearch, source: number): number {
  const { rows, buckets, bucketSize, distance, isDone } = search;
  const round = ++search.round;
  bucketSize.fill(0);
  search.reachedCount = 0;
  search.end = -1;
  search.at = 0;
  relax(search, source, -1, 0);
  for (let at = 0; at < buckets.length; at++) {
    search.at = at;
    const bucket = buckets[at]!;
    for (let head = 0; head < bucketSize[at]!; head++) {
      const node = bucket[head]!;
      if (isDone[node] === round || distance[node] !== at) continue;
      if (search.lacks[node]! > 0) return node;
      isDone[node] = round;
      if (node === 0) leaveRoot(search, at);
      else if (node <= rows.requests) leaveRequest(search, node, at);
      else if (node <= rows.requests + rows.offers) leaveOffer(search, node, at);
      else leaveOwner(search, node, at);
      if (search.end >= 0) return search.end;
    }
  }
  throw new Error('a unit taken out can always be put back');
}

function relax(search: LiftSearch, node: number, arc: number, distance: number): void {
  if (search.seen[node] === search.round) {
    if (search.distance[node]! <= distance) return;
  } else {
    search.seen[node] = search.round;
    search.reached[search.reachedCount++] = node;
  }
  search.distance[node] = distance;
  search.via[node] = arc;
  if (distance === search.at && search.lacks[node]! > 0) search.end = node;
  while (search.buckets.length <= distance) {
    search.buckets.push([]);
    search.bucketSize.push(0);
  }
  const size = search.bucketSize[distance]!;
  search.buckets[distance]![size] = node;
  search.bucketSize[distance] = size + 1;
}

/** To offers the request is not with; pairs that are out for good are dropped from the row on the way. */
function leaveRequest(search: LiftSearch, node: number, at: number): void {
  const { rows, label, price, level, isKept, seen, distance, round } = search;
  const { net, rowArc, classOf } = rows;
  const { target, flow, seatArcs } = net;
  const i = node - 1;
  const own = label[node]!;
  const base = at + price[node]!;
  const start = rows.rowStart[i]!;
  const end = cutRow(rows, i, level);
  let kept = start;
  for (let e = start; e < end; e++) {
    const arc = rowArc[e]!;
    const to = target[arc]!;
    if (label[to] !== own) continue;
    rowArc[kept++] = arc;
    if (flow[arc] === 1) continue;
    const reached = base - price[to]! + (classOf[arc - seatArcs] === level ? 1 : 0);
    if (seen[to] === round && distance[to]! <= reached) continue;
    relax(search, to, arc, reached);
  }
  rows.rowEnd[i] = kept;
  for (const arc of search.keptAt.get(node) ?? []) {
    if (isKept[arc] === 1 && flow[arc] === 0) relax(search, target[arc]!, arc, base - price[target[arc]!]!);
  }
  const seat = rows.seatArc[i]!;
  if (canChange(search, seat) && flow[seat]! > 0) relax(search, 0, seat, base - price[0]!);
}

/** Drops the pairs below a class from a row; returns where the row ends. */
function cutRow(rows: SeatRows, i: number, level: number): number {
  const { rowArc, classOf } = rows;
  const { seatArcs } = rows.net;
  const start = rows.rowStart[i]!;
  let end = rows.rowEnd[i]!;
  while (end > start && classOf[rowArc[end - 1]! - seatArcs]! < level) end--;
  rows.rowEnd[i] = end;
  return end;
}

/** To those who hold its seats, and up where it has room. */
function leaveOffer(search: LiftSearch, node: number, at: number): void {
  const { rows, label, price, level, isKept } = search;
  const { net, classOf } = rows;
  const j = node - 1 - rows.requests;
  const base = at + price[node]!;
  for (const arc of rows.held[j]!) {
    const to = net.source[arc]!;
    const height = classOf[arc - net.seatArcs]!;
    if (isKept[arc] === 0 && (height < level || label[to] !== label[node])) continue;
    relax(search, to, arc, base - price[to]! - (height === level ? 1 : 0));
  }
  const slot = roomySlot(rows, j);
  if (slot < 0 || label[net.target[slot]!] !== label[node]) return;
  relax(search, net.target[slot]!, slot, base - price[net.target[slot]!]!);
}

function leaveOwner(search: LiftSearch, node: number, at: number): void {
  const { rows, price } = search;
  const s = node - 1 - rows.requests - rows.offers;
  const base = at + price[node]!;
  const arc = rows.ownerArc[s]!;
  const { flow, upper } = rows.net;
  if (canChange(search, arc) && flow[arc]! < upper[arc]!) relax(search, 0, arc, base - price[0]!);
  for (const j of rows.ownerOffers[s]!) enterOffer(search, j, node, base);
}

function leaveRoot(search: LiftSearch, at: number): void {
  const { rows, price } = search;
  const { flow, upper } = rows.net;
  const base = at + price[0]!;
  for (let j = 0; j < rows.offers; j++) enterOffer(search, j, 0, base);
  if (search.end >= 0) return;
  const { hopeful, hopeless, level, keptAt } = search;
  let kept = 0;
  for (const i of hopeful) {
    const arc = rows.seatArc[i]!;
    if (!canChange(search, arc)) continue;
    if (flow[arc] === 0 && cutRow(rows, i, level) === rows.rowStart[i] && !keptAt.has(1 + i)) {
      hopeless.push(i);
      continue;
    }
    hopeful[kept++] = i;
    if (flow[arc]! < upper[arc]!) relax(search, 1 + i, arc, base - price[1 + i]!);
  }
  hopeful.length = kept;
  for (let s = 0; s < rows.owners; s++) {
    const node = 1 + rows.requests + rows.offers + s;
    const arc = rows.ownerArc[s]!;
    if (canChange(search, arc) && flow[arc]! > 0) relax(search, node, arc, base - price[node]!);
  }
}

/** From what stands above an offer down to it, where one of its seats may be given up. */
function enterOffer(search: LiftSearch, j: number, above: number, base: number): void {
  const { rows, label, price } = search;
  const node = 1 + rows.requests + j;
  if (label[node] !== label[above]) return;
  const slot = usedSlot(rows, j);
  if (slot >= 0 && rows.net.target[slot] === above) relax(search, node, slot, base - price[node]!);
}

/** Whether an arc that is no pair may still change. */
function canChange({ rows, label }: LiftSearch, arc: number): boolean {
  const { isFree, net } = rows;
  return arc >= 0 && isFree[arc] === 1 && label[net.source[arc]!] === label[net.target[arc]!];
}
