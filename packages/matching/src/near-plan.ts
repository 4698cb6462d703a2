import type { Change } from './change.ts';
import { checkFixed } from './check-fixed.ts';
import { decidedBy } from './decide.ts';
import { type PairAt, type SeatMarket, seatMarket } from './market.ts';
import { type PairTable, pairAt } from './pair-table.ts';
import type { Pool } from './pool.ts';
import { prepareChange } from './prepare-change.ts';
import { decideByLevels, richMarket } from './rich-round.ts';
import type { RoundSettings } from './round-input.ts';
import type { Infeasible, NotProved } from './round-plan.ts';
import type { RoundWatch } from './round-watch.ts';
import { type AssignOptions, assignBestTotal, assignMostServed } from './solver/assign.ts';
import { assignThinned, isDense } from './solver/assign-thinned.ts';
import type { SparseMarket } from './solver/sparse-market.ts';
import { type RoundStudy, tableOfPool } from './study.ts';

/** A plan of a changed round: as good as any, and of those that are, with the fewest people who change. */
interface NearPlan extends Pick<RoundStudy, 'pool' | 'table' | 'pairs' | 'settings'> {
  readonly status: 'near';
}

/**
 * The plan that a change leads to, as near to the saved one as a best plan can be: hundreds may be equally good, and one
 * that moves people for nothing would say that the change moved them.
 * @throws RoundCancelled, SolveCancelled when the watch says so
 */
export const nearPlan = (
  study: RoundStudy,
  change: Change,
  watch: RoundWatch = {},
): NearPlan | Infeasible | NotProved => {
  const { input, settings, pool, known } = prepareChange(study, change);
  const fixed = checkFixed(input, pool);
  if (!fixed.ok) return { status: 'infeasible', causes: fixed.causes };
  const table = known ?? tableOfPool(pool, fixed.pairs, settings, watch);
  const decided = decideNear(pool, table, fixed.pairs, settings, keptPairs(study, pool, table), watch);
  if (decided.flaw !== null) return { status: 'not_proved', reason: decided.flaw };
  return { status: 'near', pool, table, pairs: decided.pairs, settings };
};

/** The saved pairs as they stand in a changed pool: 1 for each pair of its table that was planned. */
const keptPairs = (study: RoundStudy, pool: Pool, table: PairTable): Uint8Array => {
  const kept = new Uint8Array(table.column.length);
  for (const { request, offer } of study.pairs) {
    const i = pool.requestAt.get(study.pool.requests[request]!.request.id);
    const j = pool.offerAt.get(study.pool.offers[offer]!.offer.id);
    const e = i === undefined || j === undefined ? -1 : pairAt(table, i, j);
    if (e >= 0) kept[e] = 1;
  }
  return kept;
};

const decideNear = (
  pool: Pool,
  table: PairTable,
  fixed: readonly PairAt[],
  { objective, loadStep }: RoundSettings,
  kept: Uint8Array,
  watch: RoundWatch,
): { readonly pairs: readonly PairAt[]; readonly flaw: string | null } => {
  if (objective === 'fair' || pool.seats.some((seats) => seats > 1)) {
    watch.onProgress?.({ stage: 'solving', done: 0, total: 1 });
    // The last level decides among plans that are equal in all others.
    const market = { ...richMarket(pool, table, fixed, objective, loadStep), tie: Int32Array.from(kept) };
    return decideByLevels(market, objective, watch);
  }
  const options: AssignOptions = {
    isCancelled: watch.isCancelled,
    onProgress: ({ done, total }) => watch.onProgress?.({ stage: 'solving', done, total }),
  };
  const plain = seatMarket(pool, table, fixed, loadStep);
  const sparse = leaningTo(plain, table, kept);
  const assign = objective === 'total' ? assignBestTotal : assignMostServed;
  const thinned = isDense(sparse)
    ? assignThinned(sparse, objective === 'total' ? 'total' : 'served', options)
    : null;
  return decidedBy({ ...plain, sparse }, fixed, thinned ?? assign(sparse, options));
};

const LARGEST_SCORE = 2 ** 31 - 1;

/**
 * The market with scores so much finer that one point for every kept pair never outweighs a point of fit. Where scores
 * would grow too large to stay exact, the market as it is.
 */
const leaningTo = ({ sparse, rowRequest }: SeatMarket, table: PairTable, kept: Uint8Array): SparseMarket => {
  const scale = sparse.requests + 1;
  const score = new Int32Array(sparse.score.length);
  for (let row = 0; row < sparse.requests; row++) {
    const first = table.rowStart[rowRequest[row]!]! - sparse.rowStart[row]!;
    for (let e = sparse.rowStart[row]!; e < sparse.rowStart[row + 1]!; e++) {
      const fine = sparse.score[e]! * scale + kept[first + e]!;
      if (Math.abs(fine) > LARGEST_SCORE) return sparse;
      score[e] = fine;
    }
  }
  return { ...sparse, score, slotStep: sparse.slotStep * scale };
};
