/**
 * The basis of the network simplex method: a spanning tree over nodes, hung from root 0, with the arc that
 * ties each node to its parent. Typed arrays throughout; a node outside the tree has parent -1 and no arc.
 */
export interface SpanningTree {
  readonly parent: Int32Array;
  /** The arc between a node and its parent, -1 at the root and at nodes hung without one. */
  readonly arcUp: Int32Array;
  /** 1 where that arc leads up, to the parent; -1 where it leads down to the node. */
  readonly direction: Int8Array;
  readonly depth: Int32Array;
  readonly firstChild: Int32Array;
  readonly next: Int32Array;
  readonly previous: Int32Array;
  /** Dual price of each node under the costs of the last run; the root's is 0. */
  readonly price: Float64Array;
}

/** An empty tree over `nodes` nodes. */
export function emptyTree(nodes: number): SpanningTree {
  return {
    parent: new Int32Array(nodes).fill(-1),
    arcUp: new Int32Array(nodes).fill(-1),
    direction: new Int8Array(nodes),
    depth: new Int32Array(nodes),
    firstChild: new Int32Array(nodes).fill(-1),
    next: new Int32Array(nodes).fill(-1),
    previous: new Int32Array(nodes).fill(-1),
    price: new Float64Array(nodes),
  };
}

/** Hangs a loose node below `parent` by `arc`. The depths below it are left to `reprice`. */
export function hang(tree: SpanningTree, node: number, parent: number, arc: number, direction: number): void {
  const sibling = tree.firstChild[parent]!;
  tree.parent[node] = parent;
  tree.arcUp[node] = arc;
  tree.direction[node] = direction;
  tree.depth[node] = tree.depth[parent]! + 1;
  tree.next[node] = sibling;
  tree.previous[node] = -1;
  if (sibling >= 0) tree.previous[sibling] = node;
  tree.firstChild[parent] = node;
}

function takeDown(tree: SpanningTree, node: number): void {
  const before = tree.previous[node]!;
  const after = tree.next[node]!;
  if (before >= 0) tree.next[before] = after;
  else tree.firstChild[tree.parent[node]!] = after;
  if (after >= 0) tree.previous[after] = before;
}

/**
 * Cuts the subtree of `top` off and hangs it from `parent` by `arc`, now with `node` (inside it) on top:
 * the path from `node` to `top` turns round.
 */
export function rehang(
  tree: SpanningTree,
  top: number,
  node: number,
  parent: number,
  arc: number,
  direction: number,
): void {
  let current = node;
  let newParent = parent;
  let newArc = arc;
  let newDirection = direction;
  for (;;) {
    const oldParent = tree.parent[current]!;
    const oldArc = tree.arcUp[current]!;
    const oldDirection = tree.direction[current]!;
    takeDown(tree, current);
    hang(tree, current, newParent, newArc, newDirection);
    if (current === top) return;
    newParent = current;
    newArc = oldArc;
    newDirection = -oldDirection;
    current = oldParent;
  }
}

/**
 * Sets depth and price below `top` (inclusive) from its parent, so that every tree arc costs nothing. A node
 * hung without an arc has its parent's price.
 */
export function reprice(tree: SpanningTree, top: number, cost: Float64Array): void {
  const { parent, arcUp, direction, depth, firstChild, next, price } = tree;
  let node = top;
  for (;;) {
    const above = parent[node]!;
    if (above >= 0) {
      depth[node] = depth[above]! + 1;
      const arc = arcUp[node]!;
      price[node] = arc < 0 ? price[above]! : price[above]! - direction[node]! * cost[arc]!;
    }
    if (firstChild[node]! >= 0) {
      node = firstChild[node]!;
      continue;
    }
    while (node !== top && next[node]! < 0) node = parent[node]!;
    if (node === top) return;
    node = next[node]!;
  }
}
