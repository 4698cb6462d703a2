import { expect, it } from 'vitest';
import { improve } from './network-simplex.ts';
import { buildSeatNetwork, freeSeats } from './seat-network.ts';
import { drawFrom, randomMarket } from './testing/random-market.ts';

it('ends with nothing left to improve, and a tree from which every node can still send one unit up', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const market = randomMarket(seed, {
      requests: 4 + (seed % 14),
      offers: 3 + (seed % 8),
      density: 0.5,
      maxSeats: 2,
      maxCapacity: 3,
      owners: seed % 4,
    });
    const open = new Uint8Array(market.offers).fill(1);
    const net = buildSeatNetwork(market, freeSeats(market), open, new Uint8Array(market.offers));
    const draw = drawFrom(seed);
    const all = Int32Array.from({ length: net.arcs }, (_, arc) => arc);
    for (let run = 0; run < 3; run++) {
      const cost = Float64Array.from(all, () => Math.floor(draw() * 7) - 4);
      improve(net, cost, all, net.arcs);
      const { tree, flow, upper, source, target } = net;
      const balance = new Int32Array(net.nodes);
      for (const arc of all) {
        const reduced = cost[arc]! + tree.price[source[arc]!]! - tree.price[target[arc]!]!;
        expect(flow[arc]! >= 0 && flow[arc]! <= upper[arc]!).toBe(true);
        if (reduced > 0) expect(flow[arc]).toBe(0);
        if (reduced < 0) expect(flow[arc]).toBe(upper[arc]);
        balance[source[arc]!]! -= flow[arc]!;
        balance[target[arc]!]! += flow[arc]!;
      }
      expect(balance.every((units) => units === 0)).toBe(true);
      for (let node = 1; node < net.nodes; node++) {
        const arc = tree.arcUp[node]!;
        if (arc < 0) continue;
        const leadsUp = tree.direction[node] === 1;
        expect(leadsUp ? flow[arc]! < upper[arc]! : flow[arc]! > 0, `seed ${seed} run ${run}`).toBe(true);
      }
    }
  }
});
