import type { PairTable } from '../pair-table.ts';
import type { Pool } from '../pool.ts';
import type { Stability } from '../round-plan.ts';
import { byId } from '../seeded-order.ts';
import type { Holding } from '../study.ts';

const MOST_EXAMPLES = 5;

/**
 * Counts allowed pairs where the request has a fit lower than this one (or an empty seat) and the mentor has a free
 * seat or a mentee with a lower fit. Every plan that serves most may have some: the count is its price in stability.
 */
export const stabilityOf = (pool: Pool, table: PairTable, holding: Holding): Stability => {
  const worstOfRequest = new Int32Array(pool.requests.length).fill(-1);
  const worstOfOffer = new Int32Array(pool.offers.length).fill(-1);
  const paired = new Uint8Array(table.column.length);
  const filled = new Int32Array(pool.requests.length);
  const least = new Int32Array(pool.requests.length).fill(2 ** 30);
  const leastAt = new Int32Array(pool.offers.length).fill(2 ** 30);
  const holds = holding.atOffer.map((held) => new Set(held));
  for (let i = 0; i < pool.requests.length; i++) {
    for (let e = table.rowStart[i]!; e < table.rowStart[i + 1]!; e++) {
      const j = table.column[e]!;
      if (!holds[j]!.has(i)) continue;
      paired[e] = 1;
      filled[i] = filled[i]! + 1;
      least[i] = Math.min(least[i]!, table.fit[e]!);
      leastAt[j] = Math.min(leastAt[j]!, table.fit[e]!);
    }
  }
  for (let i = 0; i < pool.requests.length; i++) {
    if (filled[i] === pool.seats[i]) worstOfRequest[i] = least[i]!;
  }
  for (let j = 0; j < pool.offers.length; j++) {
    if (holding.atOffer[j]!.length === pool.room[j]) worstOfOffer[j] = leastAt[j]!;
  }
  let blocking = 0;
  const strongest: { gain: number; id: string; pair: Stability['examples'][number] }[] = [];
  for (let i = 0; i < pool.requests.length; i++) {
    for (let e = table.rowStart[i]!; e < table.rowStart[i + 1]!; e++) {
      const j = table.column[e]!;
      const fit = table.fit[e]!;
      if (paired[e] === 1 || fit <= worstOfRequest[i]! || fit <= worstOfOffer[j]!) continue;
      blocking++;
      const gain = fit - Math.max(worstOfRequest[i]!, 0) + fit - Math.max(worstOfOffer[j]!, 0);
      if (strongest.length === MOST_EXAMPLES && gain <= strongest[MOST_EXAMPLES - 1]!.gain) continue;
      const pair = { requestId: pool.requests[i]!.request.id, offerId: pool.offers[j]!.offer.id };
      strongest.push({ gain, id: `${pair.requestId} ${pair.offerId}`, pair });
      strongest.sort((a, b) => b.gain - a.gain || byId(a, b));
      strongest.length = Math.min(strongest.length, MOST_EXAMPLES);
    }
  }
  return { blocking, examples: strongest.map(({ pair }) => pair) };
};
