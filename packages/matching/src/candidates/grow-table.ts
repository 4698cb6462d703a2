import { FIT_SCALE } from '@trellis/domain/fit/fit';
import { mixOf, scoreOf } from '@trellis/domain/fit/fit-of';
import type { Objective } from '@trellis/domain/programs/kinds';
import { assignSeats, type Decided, decidedBy, type PriceProof } from '../decide.ts';
import { type PairAt, seatMarket } from '../market.ts';
import type { PairTable } from '../pair-table.ts';
import type { Pool } from '../pool.ts';
import { RoundCancelled } from '../round-cancelled.ts';
import type { RoundWatch } from '../round-watch.ts';
import type { Assignment } from '../solver/assignment.ts';
import { changeRequest, openLiveMarket, planOf } from '../solver/paths/incremental.ts';
import type { FoundPairs } from './found-pairs.ts';
import { hasOffer, tableOf, withPairs } from './found-rows.ts';
import { MarketPrices } from './market-prices.ts';
import { askTurn, BLOCK, endTurns, NEARLY } from './price-slots.ts';
import { askedSlots, fillSlots, type RowSlots, rowAt } from './row-slots.ts';
import { makeSearch, type Search } from './search.ts';
import { violators } from './violators.ts';

/** A plan over a part of the allowed pairs that is best over all of them. */
export interface GrownPlan {
  readonly table: PairTable;
  readonly decided: Decided;
  /** How often requests were gone through to look for pairs to add. */
  readonly rounds: number;
}

/** Pairs added for one request at a time. */
const MOST_ADDED = 16;
/** Requests asked in one turn, whole blocks; more from turn to turn as long as one in so many gains at most. */
const FEWEST_ASKED = 2 * BLOCK;
const MOST_ASKED = 64 * BLOCK;
const OFTEN = 16;

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
  try {
    fillSlots(search, pool.requests, slots, look);
    const rows = firstRows(pool, fixed, slots);
    const start = seatMarket(pool, tableOf(rows.found), fixed, loadStep);
    // The verifier looks at the last plan only: whatever led to it, its prices are what proves it.
    const first = { market: start, assignment: assignSeats(start, objective, watch) };
    const load = loadBefore(pool, fixed);
    const { assignment, rounds } = mend(search, pool, rows, first, load, loadStep, slots, look);
    const table = tableOf(rows.found);
    const market = seatMarket(pool, table, fixed, loadStep);
    return { table, decided: decidedBy(market, fixed, assignment), rounds };
  } finally {
    endTurns(slots.prices);
  }
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
 * Adds pairs to `rows` until the plan is best over all pairs: in each round all requests are asked, some in each turn at the same
 * prices, by all threads that help; then the plan is mended for those who gain, one after the other at the prices as they change.
 * The more of them gain, the fewer are asked in the next turn: what one gains, others often gain no more.
 */
const mend = (
  search: Search,
  pool: Pool,
  { found, beyond }: Rows,
  { market, assignment }: Pick<PriceProof, 'market' | 'assignment'>,
  load: Int32Array,
  loadStep: number,
  slots: RowSlots,
  look: (i: number) => void,
): { readonly assignment: Assignment; readonly rounds: number } => {
  const live = openLiveMarket(market.sparse, assignment);
  const prices = new MarketPrices(search, live, load, loadStep, slots.prices);
  const { length } = pool.requests;
  const asked = askedSlots(slots);
  let turn = 0;
  let size = FEWEST_ASKED;
  for (let round = 1; ; round++) {
    prices.beginRound();
    let added = 0;
    for (let from = 0, to = 0; from < length; from = to) {
      look(from);
      to = Math.min(from + size, length);
      prices.beginTurn();
      for (let i = from; i < to; i++) {
        const row = market.rowOf[i]!;
        if (row >= 0) prices.askFor(i, { worth: live.profit[row]!, beyond: beyond[i]! });
      }
      askTurn(search, pool.requests, asked, { turn: ++turn, from, to });
      let hopeful = 0;
      for (let i = from; i < to; i++) {
        const row = market.rowOf[i]!;
        if (row < 0 || !prices.mayGain(i, turn)) continue;
        hopeful++;
        const wanted = { worth: live.profit[row]!, most: MOST_ADDED, nearly: NEARLY, row: found[i]!.offer };
        const more = violators(search, pool.requests[i]!, wanted);
        if (!more.improves.includes(1)) continue;
        const { offer, fit } = withPairs(found[i]!, more);
        found[i] = { offer, fit };
        const pairs = Array.from(offer, (id, k) => ({ id, score: fit[k]! - loadStep * load[id]! }));
        changeRequest(live, row, pairs);
        prices.update();
        added += more.offer.length;
      }
      size = hopeful * OFTEN < to - from ? Math.min(2 * size, MOST_ASKED) : Math.max(size / 2, FEWEST_ASKED);
    }
    // Offers without seats take part in no plan: they cost more than every fit, of left-out pairs too.
    if (added === 0) return { assignment: planOf(live, FIT_SCALE), rounds: round };
  }
};
