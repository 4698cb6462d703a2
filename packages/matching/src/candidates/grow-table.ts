import { FIT_SCALE } from '@trellis/domain/fit/fit';
import { mixOf, scoreOf } from '@trellis/domain/fit/fit-of';
import type { Objective } from '@trellis/domain/programs/kinds';
import { assignSeats, type Decided, decidedBy } from '../decide.ts';
import { type PairAt, seatMarket } from '../market.ts';
import type { PairTable } from '../pair-table.ts';
import type { Pool } from '../pool.ts';
import { RoundCancelled } from '../round-cancelled.ts';
import type { RoundWatch } from '../round-watch.ts';
import { extendRequest, openLiveMarket, planOf } from '../solver/paths/incremental.ts';
import type { LiveMarket } from '../solver/paths/live-market.ts';
import { idsOf } from '../solver/paths/pair-lists.ts';
import { tableOfLive, tableOfSlots } from './found-rows.ts';
import { MarketPrices } from './market-prices.ts';
import { askTurn, BLOCK, endTurns, NEARLY } from './price-slots.ts';
import { askedSlots, fillSlots, type RowSlots } from './row-slots.ts';
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
    const first = tableOfSlots(slots, fitsOf(pool, fixed));
    const start = seatMarket(pool, first, fixed, loadStep);
    // The verifier looks at the last plan only: whatever led to it, its prices are what proves it.
    const live = openLiveMarket(start.sparse, assignSeats(start, objective, watch));
    const load = loadBefore(pool, fixed);
    const rounds = mend(search, pool, live, start.rowOf, load, loadStep, slots, look);
    const table = tableOfLive(live, first, start.rowOf, load, loadStep);
    const market = seatMarket(pool, table, fixed, loadStep);
    // Offers without seats take part in no plan: they cost more than every fit, of left-out pairs too.
    return { table, decided: decidedBy(market, fixed, planOf(live, FIT_SCALE)), rounds };
  } finally {
    endTurns(slots.prices);
  }
};

/** No left-out pair of request i has a fit above `beyond[i]`. */
const fitsBeyond = ({ requests, most, count, fit }: RowSlots): Int32Array => {
  const beyond = new Int32Array(requests).fill(-1);
  for (let i = 0; i < requests; i++) {
    if (count[i]! < most) continue;
    let least = FIT_SCALE;
    for (let e = i * most; e < (i + 1) * most; e++) if (fit[e]! < least) least = fit[e]!;
    beyond[i] = least;
  }
  return beyond;
};

const fitsOf = ({ requests, offers, yardstick }: Pool, fixed: readonly PairAt[]) =>
  fixed.map(({ request, offer }) => {
    const side = requests[request]!;
    return { request, offer, fit: scoreOf(side, offers[offer]!, yardstick, mixOf(side, yardstick)) };
  });

/** Mentees an offer has before the round: live and fixed ones. They cost whoever comes next. */
const loadBefore = (pool: Pool, fixed: readonly PairAt[]): Int32Array => {
  const load = pool.held.slice();
  for (const { offer } of fixed) load[offer] = load[offer]! + 1;
  return load;
};

/**
 * Adds pairs to a market until its plan is best over all pairs: in each round all requests are asked, some in each turn at the same
 * prices, by all threads that help; then the plan is mended for those who gain, one after the other at the prices as they change.
 * The more of them gain, the fewer are asked in the next turn: what one gains, others often gain no more.
 * @returns how many rounds that took
 */
const mend = (
  search: Search,
  pool: Pool,
  live: LiveMarket,
  rowOf: Int32Array,
  load: Int32Array,
  loadStep: number,
  slots: RowSlots,
  look: (i: number) => void,
): number => {
  const prices = new MarketPrices(search, live, load, loadStep, slots.prices);
  const beyond = fitsBeyond(slots);
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
        const row = rowOf[i]!;
        if (row >= 0) prices.askFor(i, { worth: live.profit[row]!, beyond: beyond[i]! });
      }
      askTurn(search, pool.requests, asked, { turn: ++turn, from, to });
      let hopeful = 0;
      for (let i = from; i < to; i++) {
        const row = rowOf[i]!;
        if (row < 0 || !prices.mayGain(i, turn)) continue;
        hopeful++;
        const wanted = {
          worth: live.profit[row]!,
          most: MOST_ADDED,
          nearly: NEARLY,
          row: idsOf(live.rows, row),
        };
        const more = violators(search, pool.requests[i]!, wanted);
        if (!more.improves.includes(1)) continue;
        const scores = Array.from(more.offer, (j, k) => more.fit[k]! - loadStep * load[j]!);
        extendRequest(live, row, more.offer, scores);
        prices.update();
        added += more.offer.length;
      }
      size = hopeful * OFTEN < to - from ? Math.min(2 * size, MOST_ASKED) : Math.max(size / 2, FEWEST_ASKED);
    }
    if (added === 0) return round;
  }
};
