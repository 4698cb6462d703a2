import type { Kernel } from './kernel.ts';
import type { SparseMarket } from './sparse-market.ts';

/** The two independent parts of "most served first". Contested requests have pairs with contested offers only. */
export interface MarketSplit {
  /** 1 for offers that are full in every plan that serves the most. */
  readonly contestedOffer: Uint8Array;
  /** Requests that compete for them (some stay out); the rest is served in every such plan. */
  readonly contestedRequests: Int32Array;
  readonly restRequests: Int32Array;
  /** How many of the contested requests stay out. */
  readonly surplus: number;
}

/** Maximum cardinality and the split that follows (Dulmage & Mendelsohn 1958). */
export function splitMarket(kernel: Kernel): MarketSplit {
  const { market } = kernel;
  if (market.column.length === market.requests * market.offers) return splitComplete(market);
  const { mate, seenBy } = kernel.serveMost();
  const contestedOffer = Uint8Array.from(seenBy, (seen, j) =>
    seen === -1 || market.capacity[j] === 0 ? 1 : 0,
  );
  const everybody = Int32Array.from({ length: market.requests }, (_, i) => i);
  const competes = (i: number): boolean => mate[i]! < 0 || contestedOffer[mate[i]!] === 1;
  return {
    contestedOffer,
    contestedRequests: everybody.filter(competes),
    restRequests: everybody.filter((i) => !competes(i)),
    surplus: mate.reduce((count, j) => count + (j < 0 ? 1 : 0), 0),
  };
}

/** Where every pair is allowed it is a matter of counting: all compete, or nobody does. */
function splitComplete(market: SparseMarket): MarketSplit {
  let seats = 0;
  for (let j = 0; j < market.offers; j++) seats += market.capacity[j]!;
  const everybody = Int32Array.from({ length: market.requests }, (_, i) => i);
  const nobody = new Int32Array(0);
  const surplus = Math.max(0, market.requests - seats);
  return {
    contestedOffer: Uint8Array.from(market.capacity, (count) => (surplus > 0 || count === 0 ? 1 : 0)),
    contestedRequests: surplus > 0 ? everybody : nobody,
    restRequests: surplus > 0 ? nobody : everybody,
    surplus,
  };
}
