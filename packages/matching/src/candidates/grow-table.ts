import { FIT_SCALE } from '@trellis/domain/fit/fit';
import { mixOf, scoreOf } from '@trellis/domain/fit/fit-of';
import type { Objective } from '@trellis/domain/programs/kinds';
import { type Decided, decide, decidedBy, type PriceProof } from '../decide.ts';
import { type PairAt, seatMarket } from '../market.ts';
import type { PairTable } from '../pair-table.ts';
import type { Pool } from '../pool.ts';
import { RoundCancelled } from '../round-cancelled.ts';
import type { RoundWatch } from '../round-watch.ts';
import type { Assignment } from '../solver/assignment.ts';
import { changeRequest, openLiveMarket, snapshotLive } from '../solver/paths/incremental.ts';
import type { LiveMarket } from '../solver/paths/live-market.ts';
import type { FoundPairs } from './found-pairs.ts';
import { hasOffer, tableOf, withPairs } from './found-rows.ts';
import { MarketPrices } from './market-prices.ts';
import { fillSlots, type RowSlots, rowAt } from './row-slots.ts';
import { makeSearch, type Search } from './search.ts';
import { violators, violatorsAmong } from './violators.ts';

/** A plan over a part of the allowed pairs that is best over all of them. */
export interface GrownPlan {
  readonly table: PairTable;
  readonly decided: Decided;
  /** How often requests were gone through to look for pairs to add. */
  readonly rounds: number;
}

/** Pairs added for one request at a time. */
const MOST_ADDED = 16;
/** How near to improving the plan a pair must be to be added with those that would: the next prices are near these. */
const NEARLY = 300;
/** With one in so many of the offers to ask about it is faster to look each up than to bound all. */
const LOOKED_UP = 40;
const ROWS_BETWEEN_LOOKS = 256;

/** The rows so far; no left-out pair of request i has a fit above `beyond[i]`. */
interface Rows {
  readonly found: FoundPairs[];
  readonly beyond: Int32Array;
}

/**
 * Solves a large pool without scoring every pair: begins with each request's best few offers (`slots`, which
 * other threads may fill too), solves, and asks the
 * prices of that plan whether any left-out pair would improve it. Those that would are added, and the plan is mended from the
 * prices it has. When nobody has such a pair left, the prices prove the plan best over **all** allowed pairs (column generation;
 * Gilmore & Gomory 1961).
 */
export const growTable = (
  pool: Pool,
  fixed: readonly PairAt[],
  objective: Exclude<Objective, 'fair'>,
  loadStep: number,
  slots: RowSlots,
  watch: RoundWatch = {},
): GrownPlan => {
  const search = makeSearch(pool);
  const look = (i: number): void => {
    if (watch.isCancelled?.()) throw new RoundCancelled();
    watch.onProgress?.({ stage: 'scoring', done: i, total: pool.requests.length });
  };
  fillSlots(search, pool.requests, slots, look);
  const rows = firstRows(pool, fixed, slots);
  const start = decide(pool, tableOf(rows.found), fixed, objective, loadStep, watch);
  if (start.proof.kind !== 'prices') throw new RangeError('requests of several seats are not grown');
  if (start.flaw !== null) return { table: tableOf(rows.found), decided: start, rounds: 0 };
  const load = loadBefore(pool, fixed);
  const { assignment, rounds } = mend(search, pool, rows, start.proof, load, loadStep, look);
  const table = tableOf(rows.found);
  const market = seatMarket(pool, table, fixed, loadStep);
  return { table, decided: decidedBy(market, fixed, assignment), rounds };
};

const firstRows = (pool: Pool, fixed: readonly PairAt[], slots: RowSlots): Rows => {
  const found = pool.requests.map((_, i) => rowAt(slots, i));
  const beyond = Int32Array.from(found, ({ fit }) => (fit.length < slots.most ? -1 : least(fit)));
  for (const { request, offer } of fixed) {
    if (hasOffer(found[request]!, offer)) continue;
    const side = pool.requests[request]!;
    const fit = scoreOf(side, pool.offers[offer]!, pool.yardstick, mixOf(side, pool.yardstick));
    found[request] = withPairs(found[request]!, { offer: Int32Array.of(offer), fit: Int32Array.of(fit) });
  }
  return { found, beyond };
};

const least = (fits: FoundPairs['fit']): number => {
  let least = FIT_SCALE;
  for (const fit of fits) if (fit < least) least = fit;
  return least;
};

/** Mentees an offer has before the round: live and fixed ones. They cost whoever comes next. */
const loadBefore = (pool: Pool, fixed: readonly PairAt[]): Int32Array => {
  const load = pool.held.slice();
  for (const { offer } of fixed) load[offer] = load[offer]! + 1;
  return load;
};

/**
 * Adds pairs to `rows` until the plan is best over all pairs: in each round all requests are asked, and the plan is mended at
 * once for those who gain. Only a request whose worth fell since it was last asked, or got pairs, and only offers that cost less
 * than they did at some time in the last round, need asking again.
 */
const mend = (
  search: Search,
  pool: Pool,
  { found, beyond }: Rows,
  { market, assignment }: PriceProof,
  load: Int32Array,
  loadStep: number,
  look: (i: number) => void,
): { readonly assignment: Assignment; readonly rounds: number } => {
  const live = openLiveMarket(market.sparse, assignment);
  const prices = new MarketPrices(search, live, load, loadStep);
  /** Left-out pairs of a row are known to be worth no more than this, at the highest prices of the last round. */
  const asked = new Float64Array(market.rowRequest.length).fill(Number.POSITIVE_INFINITY);
  const few = pool.offers.length / LOOKED_UP;
  for (let rounds = 1; ; rounds++) {
    prices.beginRound();
    let added = 0;
    for (let row = 0; row < asked.length; row++) {
      const i = market.rowRequest[row]!;
      if (row % ROWS_BETWEEN_LOOKS === 0) look(row);
      const worth = live.profit[row]!;
      const list = worth < asked[row]! ? 'all' : 'cheaper';
      asked[row] = worth;
      // Left-out pairs have fits of at most `beyond`.
      const count = prices.countBelow(list, beyond[i]! - worth);
      if (count === 0) continue;
      const request = pool.requests[i]!;
      const wanted = { worth, most: MOST_ADDED, nearly: NEARLY, row: found[i]!.offer };
      const more =
        count <= few
          ? violatorsAmong(search, request, list, count, wanted)
          : violators(search, request, wanted);
      if (!more.improves.includes(1)) continue;
      found[i] = withPairs(found[i]!, more);
      const { offer, fit } = found[i];
      const pairs = Array.from(offer, (id, k) => ({ id, score: fit[k]! - loadStep * load[id]! }));
      changeRequest(live, row, pairs);
      prices.update();
      asked[row] = Number.POSITIVE_INFINITY;
      added += more.offer.length;
    }
    if (added === 0) return { assignment: planOf(live), rounds };
  }
};

/** Offers without seats take part in no plan: their price is above every fit, of left-out pairs too. */
const planOf = (live: LiveMarket): Assignment => {
  const { plan } = snapshotLive(live);
  plan.duals.price.forEach((_, j) => {
    if (live.capacity[j] === 0) plan.duals.price[j] = FIT_SCALE;
  });
  return plan;
};
