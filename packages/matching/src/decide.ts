import type { Objective } from '@trellis/domain/programs/kinds';
import { type PairAt, type SeatMarket, seatMarket } from './market.ts';
import type { PairTable } from './pair-table.ts';
import type { Pool } from './pool.ts';
import { decideByLevels, type LevelPlan, richMarket } from './rich-round.ts';
import type { RoundWatch } from './round-watch.ts';
import { type AssignOptions, assignBestTotal, assignMostServed } from './solver/assign.ts';
import { assignThinned, isDense } from './solver/assign-thinned.ts';
import type { Assignment } from './solver/assignment.ts';
import { type Certificate, verifyAssignment } from './solver/certificate.ts';

/** Proved by one set of prices: requests of one seat each, "serve most" or "best total". */
export interface PriceProof {
  readonly kind: 'prices';
  readonly market: SeatMarket;
  readonly assignment: Assignment;
  readonly certificate: Certificate;
}

/** Proved level by level: "fair", and requests of several seats. */
export interface LevelsProof {
  readonly kind: 'levels';
  readonly plan: LevelPlan;
}

/** A plan in numbers with its checked proof. */
export interface Decided {
  /** All pairs, fixed ones included. */
  readonly pairs: readonly PairAt[];
  readonly proof: PriceProof | LevelsProof;
  /** What the independent verifier found wrong, or null. */
  readonly flaw: string | null;
}

/** Solves a scored pool for an objective and has the independent verifier check the result. */
export const decide = (
  pool: Pool,
  table: PairTable,
  fixed: readonly PairAt[],
  objective: Objective,
  loadStep: number,
  watch: RoundWatch,
): Decided => {
  if (objective === 'fair' || pool.seats.some((seats) => seats > 1)) {
    watch.onProgress?.({ stage: 'solving', done: 0, total: 1 });
    const plan = decideByLevels(richMarket(pool, table, fixed, objective, loadStep), objective, watch);
    return { pairs: plan.pairs, proof: { kind: 'levels', plan }, flaw: plan.flaw };
  }
  const market = seatMarket(pool, table, fixed, loadStep);
  return decidedBy(market, fixed, assignSeats(market, objective, watch));
};

/** The best plan of a market for an aim of prices, not looked at by the verifier yet. */
export const assignSeats = (
  { sparse }: SeatMarket,
  objective: Exclude<Objective, 'fair'>,
  watch: RoundWatch,
): Assignment => {
  const options: AssignOptions = {
    isCancelled: watch.isCancelled,
    onProgress: ({ done, total }) => watch.onProgress?.({ stage: 'solving', done, total }),
  };
  const thinned = isDense(sparse)
    ? assignThinned(sparse, objective === 'total' ? 'total' : 'served', options)
    : null;
  return thinned ?? (objective === 'total' ? assignBestTotal : assignMostServed)(sparse, options);
};

/** Has the independent verifier check an assignment of a market's rows. */
export const decidedBy = (market: SeatMarket, fixed: readonly PairAt[], assignment: Assignment): Decided => {
  const certificate = verifyAssignment(market.sparse, assignment);
  return {
    pairs: [...fixed, ...matesOf(market, assignment)],
    proof: { kind: 'prices', market, assignment, certificate },
    flaw: certificate.ok ? null : certificate.faults.join('; '),
  };
};

const matesOf = (market: SeatMarket, assignment: Assignment): readonly PairAt[] =>
  [...assignment.mate].flatMap((offer, row) =>
    offer < 0 ? [] : [{ request: market.rowRequest[row]!, offer }],
  );
