import { checkFixed } from './check-fixed.ts';
import { type Decided, decide } from './decide.ts';
import { holdingOf, pairsOf } from './describe-plan.ts';
import type { Holding } from './explain/waiting-causes.ts';
import { type PairAt, type SeatMarket, seatMarket } from './market.ts';
import { type PairTable, scoreAllPairs } from './pair-table.ts';
import { gatherPool, type Pool } from './pool.ts';
import type { RoundInput, RoundSettings } from './round-input.ts';
import type { Infeasible, NotProved } from './round-plan.ts';
import type { RoundWatch } from './round-watch.ts';

/** A solved and proved round with all its numbers at hand, so that questions about it are answered without starting over. */
export interface RoundStudy {
  readonly status: 'studied';
  readonly input: RoundInput;
  readonly settings: RoundSettings;
  readonly pool: Pool;
  readonly table: PairTable;
  readonly market: SeatMarket;
  readonly fixed: readonly PairAt[];
  readonly decided: Decided;
  readonly pairs: readonly PairAt[];
  readonly holding: Holding;
}

/**
 * Solves a round and keeps the numbers. Deterministic, so the study of a stored snapshot is the study of its saved plan.
 * @throws RoundCancelled, SolveCancelled when the watch says so; RangeError when the input names members it lacks
 */
export const studyRound = (
  input: RoundInput,
  settings: RoundSettings,
  watch: RoundWatch = {},
): RoundStudy | Infeasible | NotProved => {
  const pool = gatherPool(input, settings);
  const fixed = checkFixed(input, pool);
  if (!fixed.ok) return { status: 'infeasible', causes: fixed.causes };
  const table = scoreAllPairs(pool, watch);
  const market = seatMarket(pool, table, fixed.pairs, settings.loadStep);
  const decided = decide(market, settings.objective, watch);
  if (!decided.certificate.ok) {
    return { status: 'not_proved', reason: decided.certificate.faults.join('; ') };
  }
  const pairs = pairsOf(market, fixed.pairs, decided);
  return {
    status: 'studied',
    input,
    settings,
    pool,
    table,
    market,
    fixed: fixed.pairs,
    decided,
    pairs,
    holding: holdingOf(pool, pairs),
  };
};
