import type { Objective } from '@trellis/domain/programs/kinds';
import type { PairAt } from './market.ts';
import { type PairTable, pairAt } from './pair-table.ts';
import type { Pool } from './pool.ts';
import type { RoundWatch } from './round-watch.ts';
import { SolveCancelled } from './solver/assignment.ts';
import type { FlowObjective } from './solver/objectives/plan-value.ts';
import type { RichMarket } from './solver/objectives/rich-market.ts';
import { solveRichMarket } from './solver/objectives/solve-rich-market.ts';

/** A plan decided level by level, and what the verifier found wrong with it. */
export interface LevelPlan {
  readonly market: RichMarket;
  /** Pairs of the market, ascending. */
  readonly taken: Int32Array;
  readonly pairs: readonly PairAt[];
  readonly flaw: string | null;
}

/**
 * People and rules as the market of the level solver: requests of several seats keep them together, since each seat needs
 * another mentor, and for the objective "fair" those who were left out more often, then those who wait longer, come first.
 */
export const richMarket = (
  pool: Pool,
  table: PairTable,
  fixed: readonly PairAt[],
  objective: Objective,
  loadStep: number,
): RichMarket => {
  const pairs = table.column.length;
  const pairRequest = new Int32Array(pairs);
  const gain = new Float64Array(pairs);
  const tie = new Int32Array(pairs);
  for (let i = 0; i < pool.requests.length; i++) {
    for (let e = table.rowStart[i]!; e < table.rowStart[i + 1]!; e++) {
      const j = table.column[e]!;
      pairRequest[e] = i;
      gain[e] = table.fit[e]! - loadStep * pool.held[j]!;
      tie[e] = draw(i, j);
    }
  }
  const { length: offers } = pool.offers;
  return {
    requests: pool.requests.length,
    offers,
    owners: 0,
    seats: seatsWithHope(pool, table, fixed),
    priority: objective === 'fair' ? waitingOrder(pool) : new Float64Array(pool.requests.length),
    capacity: pool.room.slice(),
    minimum: new Int32Array(offers),
    required: new Uint8Array(offers),
    owner: new Int32Array(offers).fill(-1),
    ownerCapacity: new Int32Array(0),
    pairRequest,
    pairOffer: table.column.slice(),
    gain,
    loadStep,
    requestRank: new Int32Array(pairs),
    offerRank: new Int32Array(pairs),
    tie,
    fixed: Int32Array.from(fixed, ({ request, offer }) => pairAt(table, request, offer)).sort(),
  };
};

/** Seats of each request; where no mentor has a seat left for it, only the fixed ones: it has no say in the plan. */
const seatsWithHope = (pool: Pool, table: PairTable, fixed: readonly PairAt[]): Int32Array => {
  const room = pool.room.slice();
  const fixedSeats = new Int32Array(pool.requests.length);
  for (const { request, offer } of fixed) {
    room[offer] = room[offer]! - 1;
    fixedSeats[request] = fixedSeats[request]! + 1;
  }
  const isFixed = new Set(fixed.map(({ request, offer }) => `${request} ${offer}`));
  return pool.seats.map((seats, i) => {
    for (let e = table.rowStart[i]!; e < table.rowStart[i + 1]!; e++) {
      const j = table.column[e]!;
      if (room[j]! > 0 && !isFixed.has(`${i} ${j}`)) return seats;
    }
    return fixedSeats[i]!;
  });
};

/** Positions are in seeded order already, so mixing them is a seeded draw. */
const draw = (request: number, offer: number): number => {
  let t = Math.imul(request + 1, 0x9e3779b1) ^ Math.imul(offer + 1, 0x85ebca6b);
  t = Math.imul(t ^ (t >>> 15), 0x2c1b3c6d);
  return (t ^ (t >>> 13)) & 0x3fffffff;
};

/** Length of `YYYY-MM`. */
const MONTH = 7;

/**
 * Higher comes first: rounds missed, then the month in which the request was opened. Days would put everybody in a line of
 * their own, and then nothing is left to lift the worst-served with.
 */
const waitingOrder = (pool: Pool): Float64Array => {
  const keys = pool.requests.map(({ request }) => ({
    missed: request.missedRounds,
    opened: request.openedAt?.slice(0, MONTH) ?? '9999',
  }));
  const steps = [...new Map(keys.map((key) => [`${key.missed} ${key.opened}`, key])).values()].sort(
    (a, b) => a.missed - b.missed || (a.opened < b.opened ? 1 : -1),
  );
  const stepOf = new Map(steps.map((key, step) => [`${key.missed} ${key.opened}`, step]));
  return Float64Array.from(keys, (key) => stepOf.get(`${key.missed} ${key.opened}`)!);
};

/**
 * Solves a rich market for an objective and has it verified.
 * @throws SolveCancelled when the watch says so
 */
export const decideByLevels = (
  market: RichMarket,
  objective: Objective,
  watch: Pick<RoundWatch, 'isCancelled'> = {},
): LevelPlan => {
  const pause = () => {
    if (watch.isCancelled?.() === true) throw new SolveCancelled();
  };
  const solved = solveRichMarket(market, levelObjective(market, objective), 'requests', pause);
  if (!solved.isFeasible)
    return { market, taken: market.fixed, pairs: [], flaw: 'no plan keeps the fixed pairs' };
  const { taken, isProved, certificate } = solved;
  return {
    market,
    taken,
    pairs: [...taken].map((e) => ({ request: market.pairRequest[e]!, offer: market.pairOffer[e]! })),
    flaw: certificate.flaw ?? (isProved ? null : 'the work allowed ran out before a proof was found'),
  };
};

/** "Fair" lifts the worst-served seats: of a request with several, each counts, so that none is filled just anyhow. */
export const levelObjective = (market: RichMarket, objective: Objective): FlowObjective =>
  objective === 'fair' && market.seats.some((seats) => seats > 1) ? 'fair-seats' : objective;
