import { type LiftSearch, liftSearch, sendUnit } from './lift-search.ts';
import type { LevelProof } from './rich-market.ts';
import { type SeatRows, setPair } from './seat-rows.ts';
import type { Worth } from './worth-classes.ts';

/** What is left to decide after the worst were lifted: 1 for arcs that may still change. */
export interface Lifted {
  readonly proofs: readonly LevelProof[];
  readonly isFree: Uint8Array;
}

/**
 * Makes the worst pairs as few as possible: as few as can be of the lowest worth, then of the next, and so
 * on, each decided within what the ones before it left open (after Burkard & Rendl 1991). By gain, for
 * requests of one seat, that is leximin (how many have nobody is already fixed by the level `served`);
 * by minus the rank it is the generous profile.
 *
 * The pairs of the lowest class in use are taken out and their units sent the cheapest way around: through
 * better pairs where that is possible, else through as few of this class as can be. The prices found on the
 * way prove it; nodes whose prices part company can be paired no longer.
 * @returns the proof of every level that was decided; classes between two levels are kept at none
 */
export function liftTheWorst(rows: SeatRows, worths: readonly Worth[], worth: 'gain' | 'minus-rank'): Lifted {
  const keptAt = new Map<number, number[]>();
  const search = liftSearch(rows, keptAt);
  const labels = { count: 1 };
  const proofs: LevelProof[] = [];
  let above = -1;
  for (let at = lowestInUse(search, -1); at >= 0; at = lowestInUse(search, at)) {
    rows.net.pause?.();
    search.level = at;
    if (!decideClass(search, at)) continue;
    settleHopeless(search);
    const nodes = Int32Array.from(search.priced).sort();
    const prices = Float64Array.from(nodes, (node) => search.price[node]!);
    const previous = above < 0 ? null : worths[above]!;
    proofs.push({ level: { kind: 'fewest', worth, above: previous, at: worths[at]! }, nodes, prices });
    keepTight(search, keptAt, nodes);
    partNodes(search, labels, nodes);
    search.priced.length = 0;
    above = at;
  }
  return { proofs, isFree: freeArcs(search, above) };
}

/** The lowest class above `passed` of a pair that is in use but could still change, or −1. */
function lowestInUse(search: LiftSearch, passed: number): number {
  const { rows, label } = search;
  const { net, held, classOf } = rows;
  let lowest = -1;
  for (let j = 0; j < rows.offers; j++) {
    const own = label[1 + rows.requests + j];
    for (const arc of held[j]!) {
      const height = classOf[arc - net.seatArcs]!;
      if (height <= passed || (lowest >= 0 && height >= lowest)) continue;
      if (label[net.source[arc]!] === own) lowest = height;
    }
  }
  return lowest;
}

/** Brings the class to as few pairs as possible; returns whether any of it remain. */
function decideClass(search: LiftSearch, at: number): boolean {
  const { rows, label, lacks } = search;
  const { net, held, classOf } = rows;
  const out: number[] = [];
  for (let j = 0; j < rows.offers; j++) {
    const node = 1 + rows.requests + j;
    for (const arc of held[j]!) {
      if (classOf[arc - net.seatArcs] === at && label[net.source[arc]!] === label[node]) out.push(arc);
    }
  }
  for (const arc of out) {
    setPair(rows, arc, false);
    lacks[net.target[arc]!] = lacks[net.target[arc]!]! + 1;
  }
  for (const arc of out) sendUnit(search, net.source[arc]!);
  return search.priced.length > 0;
}

/** Requests that can have nobody any more: priced below the root, their seats are out of all levels to come. */
function settleHopeless(search: LiftSearch): void {
  const { price, priced, hopeless } = search;
  for (const i of hopeless) {
    if (price[1 + i] === 0) priced.push(1 + i);
    price[1 + i] = price[0]! - 1;
  }
  hopeless.length = 0;
}

/** Pairs of the class at work that may still be traded for others as good, and those kept before that now may not. */
function keepTight(search: LiftSearch, keptAt: Map<number, number[]>, nodes: Int32Array): void {
  const { rows, label, price, level, isKept } = search;
  const { net, rowArc, classOf } = rows;
  for (const node of nodes) {
    for (const arc of keptAt.get(node) ?? []) {
      if (price[net.source[arc]!] !== price[net.target[arc]!]) isKept[arc] = 0;
    }
  }
  for (const node of nodes) {
    if (node === 0 || node > rows.requests) continue;
    for (let e = rows.rowStart[node - 1]!; e < rows.rowEnd[node - 1]!; e++) {
      const arc = rowArc[e]!;
      const to = net.target[arc]!;
      if (classOf[arc - net.seatArcs] !== level || label[to] !== label[node]) continue;
      if (1 + price[node]! - price[to]! !== 0) continue;
      isKept[arc] = 1;
      for (const end of [node, to]) {
        const list = keptAt.get(end);
        if (list === undefined) keptAt.set(end, [arc]);
        else list.push(arc);
      }
    }
  }
}

/** Gives nodes of equal label but different price labels of their own, and clears the prices. */
function partNodes(search: LiftSearch, labels: { count: number }, nodes: Int32Array): void {
  const { label, price } = search;
  const named = new Map<string, number>();
  for (const node of nodes) {
    const key = `${label[node]} ${price[node]}`;
    const known = named.get(key) ?? labels.count++;
    named.set(key, known);
    label[node] = known;
    price[node] = 0;
  }
}

function freeArcs(search: LiftSearch, decided: number): Uint8Array {
  const { rows, label, isKept } = search;
  const { net, classOf } = rows;
  const isFree = rows.isFree.slice();
  for (let arc = 0; arc < net.arcs; arc++) {
    const isPair = arc >= net.seatArcs && arc < net.pairEnd;
    const isOut = label[net.source[arc]!] !== label[net.target[arc]!];
    if (isPair && classOf[arc - net.seatArcs]! <= decided) isFree[arc] = isKept[arc]!;
    else if (isOut) isFree[arc] = 0;
  }
  return isFree;
}
