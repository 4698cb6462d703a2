import { expect, it } from 'vitest';
import { regrowTree, settleParts } from './regrow-tree.ts';
import { buildSeatNetwork, freeSeats, type SeatNetwork } from './seat-network.ts';
import { readRows } from './seat-rows.ts';
import { serveByPriority } from './serve-by-priority.ts';
import { drawFrom, randomMarket } from './testing/random-market.ts';

/** A network filled by searches, with a random part of its arcs settled. */
function filledNetwork(seed: number): { net: SeatNetwork; isFree: Uint8Array } {
  const market = randomMarket(seed, {
    requests: 6 + (seed % 12),
    offers: 4 + (seed % 7),
    density: 0.5,
    maxSeats: 3,
    maxCapacity: 5,
    owners: seed % 4,
    loadStep: seed % 2,
  });
  const all = new Uint8Array(market.offers).fill(1);
  const net = buildSeatNetwork(market, freeSeats(market), all, new Uint8Array(market.offers));
  const classOf = new Int32Array(net.pairOf.length);
  serveByPriority(readRows(net, market, classOf, new Uint8Array(net.arcs).fill(1)), market);
  const draw = drawFrom(seed + 7);
  return { net, isFree: Uint8Array.from({ length: net.arcs }, () => (draw() < 0.7 ? 1 : 0)) };
}

it('every node can send one more unit up the tree, and arcs used in part are in it', () => {
  let inPart = 0;
  for (let seed = 1; seed <= 300; seed++) {
    const { net, isFree } = filledNetwork(seed);
    const { part } = regrowTree(net, isFree);
    const { tree, flow, upper, source, target } = net;
    for (let node = 1; node < net.nodes; node++) {
      const parent = tree.parent[node]!;
      const arc = tree.arcUp[node]!;
      if (arc < 0) {
        expect(parent).toBe(0);
        expect(part[node]).toBeGreaterThan(0);
        continue;
      }
      const leadsUp = tree.direction[node] === 1;
      expect([source[arc], target[arc]]).toEqual(leadsUp ? [node, parent] : [parent, node]);
      expect(leadsUp ? flow[arc]! < upper[arc]! : flow[arc]! > 0).toBe(true);
      expect(part[node]).toBe(part[parent]);
      expect(net.state[arc]).toBe(0);
    }
    for (let arc = 0; arc < net.arcs; arc++) {
      const isPartly = flow[arc]! > 0 && flow[arc]! < upper[arc]!;
      if (isFree[arc] === 0 || !isPartly) continue;
      inPart++;
      expect(tree.arcUp[source[arc]!] === arc || tree.arcUp[target[arc]!] === arc, `seed ${seed}`).toBe(true);
    }
  }
  expect(inPart).toBeGreaterThan(500);
});

it('settled prices promise nothing between parts', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const { net, isFree } = filledNetwork(seed);
    const parts = regrowTree(net, isFree);
    const draw = drawFrom(seed);
    const cost = Array.from({ length: net.arcs }, () => Math.floor(draw() * 21) - 10);
    const prices = Float64Array.from({ length: net.nodes }, () => Math.floor(draw() * 21) - 10);
    const before = prices.slice();
    settleParts(net, parts, (arc) => cost[arc]!, prices, 0);
    for (const arc of parts.cross) {
      const reduced = cost[arc]! + prices[net.source[arc]!]! - prices[net.target[arc]!]!;
      if (net.flow[arc] === 0) expect(reduced).toBeGreaterThanOrEqual(0);
      else expect(reduced).toBeLessThanOrEqual(0);
    }
    for (let node = 1; node < net.nodes; node++) {
      const fellWith = parts.part.indexOf(parts.part[node]!);
      expect(prices[node]! - before[node]!).toBe(prices[fellWith]! - before[fellWith]!);
    }
  }
});
