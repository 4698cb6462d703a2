import type { Assignment } from '../solver/assignment.ts';
import { type SparseMarket, servedBonus } from '../solver/sparse-market.ts';

/**
 * The residual graph of an optimal plan: which moves it still allows, and what each costs more than the prices say.
 * Nodes are rows (seats of requests), then offers, then the root where seats begin and end. At an optimum no arc is
 * cheaper than 0, so one shortest path answers exactly what one changed pair, seat or permission would do.
 */
export interface Residual {
  readonly market: SparseMarket;
  readonly mate: Int32Array;
  /** Rows at each offer. */
  readonly atOffer: readonly (readonly number[])[];
  /** Worth of each row at these prices. */
  readonly worth: Float64Array;
  /** Price of a seat of each offer, BIG included. */
  readonly price: Float64Array;
  /** What serving one more is worth; 0 for the objective "best total". */
  readonly bonus: number;
  readonly unserved: readonly number[];
  readonly root: number;
}

export const residualOf = (market: SparseMarket, assignment: Assignment): Residual => {
  const bonus = assignment.objective === 'served' ? servedBonus(market) : 0;
  const price = Float64Array.from(
    assignment.duals.price,
    (value, j) => value + (assignment.duals.dead[j] === 1 ? bonus : 0),
  );
  const worth = new Float64Array(market.requests);
  const atOffer: number[][] = Array.from({ length: market.offers }, () => []);
  const unserved: number[] = [];
  for (let row = 0; row < market.requests; row++) {
    for (let e = market.rowStart[row]!; e < market.rowStart[row + 1]!; e++) {
      worth[row] = Math.max(worth[row]!, bonus + market.score[e]! - price[market.column[e]!]!);
    }
    const j = assignment.mate[row]!;
    if (j < 0) unserved.push(row);
    else atOffer[j]!.push(row);
  }
  return {
    market,
    mate: assignment.mate,
    atOffer,
    worth,
    price,
    bonus,
    unserved,
    root: market.requests + market.offers,
  };
};

/** The cheapest way through the residual graph, as nodes from start to end, with its cost above the prices. */
export interface Way {
  readonly cost: number;
  readonly nodes: readonly number[];
}

/**
 * Dijkstra's algorithm from one node to another; null when there is no way. `without` names a pair (row, offer) whose
 * arc may not be used.
 */
export const cheapestWay = (
  residual: Residual,
  start: number,
  end: number,
  without: { readonly row: number; readonly offer: number } | null = null,
): Way | null => {
  const { market, mate, atOffer, worth, price, bonus, unserved, root } = residual;
  const rows = market.requests;
  const distance = new Float64Array(root + 1).fill(Number.POSITIVE_INFINITY);
  const parent = new Int32Array(root + 1).fill(-1);
  const done = new Uint8Array(root + 1);
  const heap = new NodeHeap();
  const reach = (node: number, from: number, cost: number): void => {
    if (done[node] === 1 || cost >= distance[node]!) return;
    distance[node] = cost;
    parent[node] = from;
    heap.push(node, cost);
  };
  distance[start] = 0;
  heap.push(start, 0);
  for (let node = heap.pop(); node >= 0; node = heap.pop()) {
    if (done[node] === 1) continue;
    done[node] = 1;
    if (node === end) break;
    const so = distance[node]!;
    if (node < rows) {
      const own = mate[node]!;
      for (let e = market.rowStart[node]!; e < market.rowStart[node + 1]!; e++) {
        const j = market.column[e]!;
        if (j === own || (without !== null && without.row === node && without.offer === j)) continue;
        reach(rows + j, node, so + worth[node]! - (bonus + market.score[e]! - price[j]!));
      }
      if (own >= 0) reach(root, node, so + worth[node]!);
    } else if (node < root) {
      const j = node - rows;
      const held = atOffer[j]!;
      for (const row of held) {
        if (without === null || without.row !== row || without.offer !== j) reach(row, node, so);
      }
      if (held.length < market.capacity[j]!) {
        reach(root, node, so + market.slotStep * held.length - price[j]!);
      }
    } else {
      for (const row of unserved) reach(row, node, so + worth[row]!);
      for (let j = 0; j < market.offers; j++) {
        const load = atOffer[j]!.length;
        if (load > 0) reach(rows + j, node, so + price[j]! - market.slotStep * (load - 1));
      }
    }
  }
  if (done[end] === 0) return null;
  const nodes: number[] = [];
  for (let node = end; node >= 0; node = parent[node]!) {
    nodes.push(node);
    if (node === start) break;
  }
  return { cost: distance[end]!, nodes: nodes.reverse() };
};

/** A row that goes from one offer to another; −1 is "no seat". */
export interface RowMove {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** Who moves along a way that begins or ends outside of it: rows entered from `before` and left towards `after`. */
export const movesAlong = (residual: Residual, cycle: readonly number[]): readonly RowMove[] => {
  const rows = residual.market.requests;
  const offerOf = (node: number): number => (node === residual.root ? -1 : node - rows);
  const moves: RowMove[] = [];
  cycle.forEach((node, at) => {
    if (node >= rows) return;
    const before = cycle[(at + cycle.length - 1) % cycle.length]!;
    const after = cycle[(at + 1) % cycle.length]!;
    moves.push({ row: node, from: offerOf(before), to: offerOf(after) });
  });
  return moves;
};

/** A binary heap of (node, cost); of equal costs the smaller node comes first, so that ways are the same every time. */
class NodeHeap {
  private readonly nodes: number[] = [];
  private readonly costs: number[] = [];

  push(node: number, cost: number): void {
    const { nodes, costs } = this;
    let at = nodes.length;
    nodes.push(node);
    costs.push(cost);
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (!this.before(cost, node, up)) break;
      nodes[at] = nodes[up]!;
      costs[at] = costs[up]!;
      at = up;
    }
    nodes[at] = node;
    costs[at] = cost;
  }

  /** The cheapest node, or −1 when empty. */
  pop(): number {
    const { nodes, costs } = this;
    if (nodes.length === 0) return -1;
    const top = nodes[0]!;
    const node = nodes.pop()!;
    const cost = costs.pop()!;
    const size = nodes.length;
    if (size === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && this.before(costs[child + 1]!, nodes[child + 1]!, child)) child++;
      if (!this.isBefore(costs[child]!, nodes[child]!, cost, node)) break;
      nodes[at] = nodes[child]!;
      costs[at] = costs[child]!;
      at = child;
    }
    nodes[at] = node;
    costs[at] = cost;
    return top;
  }

  private before(cost: number, node: number, at: number): boolean {
    return this.isBefore(cost, node, this.costs[at]!, this.nodes[at]!);
  }

  private isBefore(costA: number, nodeA: number, costB: number, nodeB: number): boolean {
    return costA < costB || (costA === costB && nodeA < nodeB);
  }
}
