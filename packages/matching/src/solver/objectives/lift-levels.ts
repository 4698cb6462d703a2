import { type Face, faceOf } from './face.ts';
import { priorityLadder } from './level-costs.ts';
import { liftTheWorst } from './leximin.ts';
import type { LevelProof, RichMarket } from './rich-market.ts';
import type { SeatNetwork } from './seat-network.ts';
import { narrowRows, readRows } from './seat-rows.ts';
import { serveByPriority } from './serve-by-priority.ts';
import { classify } from './worth-classes.ts';

/** The levels decided, and what they leave open. */
export interface LiftedFace {
  readonly face: Face;
  readonly proofs: readonly LevelProof[];
}

/** Serves as many as possible by priority, then lifts the worst, all by searches for chains of moves. */
export function serveAndLift(net: SeatNetwork, market: RichMarket, worth: 'gain' | 'minus-rank'): LiftedFace {
  const { worths, classOf } = classify(market, net.pairOf, worth);
  const rows = readRows(net, market, classOf, new Uint8Array(net.arcs).fill(1));
  const prices = serveByPriority(rows, market);
  narrowRows(rows, freeAfterServing(net, market, prices));
  const { proofs, isFree } = liftTheWorst(rows, worths, worth);
  const served: LevelProof = { level: { kind: 'served' }, nodes: null, prices };
  return { face: faceOf(net, isFree), proofs: [served, ...proofs] };
}

/** Lifts the worst within a face that other levels have left. */
export function liftWithin(face: Face, market: RichMarket, worth: 'gain' | 'minus-rank'): LiftedFace {
  const { net } = face;
  const isFree = new Uint8Array(net.arcs);
  for (let k = 0; k < face.count; k++) isFree[face.active[k]!] = 1;
  const { worths, classOf } = classify(market, net.pairOf, worth);
  const lifted = liftTheWorst(readRows(net, market, classOf, isFree), worths, worth);
  return { face: faceOf(net, lifted.isFree), proofs: lifted.proofs };
}

/** Arcs of reduced cost 0 at the prices of the level `served`. */
function freeAfterServing(net: SeatNetwork, market: RichMarket, prices: Float64Array): Uint8Array {
  const ladder = priorityLadder(market.priority);
  const isFree = new Uint8Array(net.arcs);
  for (let arc = 0; arc < net.arcs; arc++) {
    const cost = arc < net.seatArcs ? -ladder[net.target[arc]! - 1]! : 0;
    if (cost + prices[net.source[arc]!]! - prices[net.target[arc]!]! === 0) isFree[arc] = 1;
  }
  return isFree;
}
