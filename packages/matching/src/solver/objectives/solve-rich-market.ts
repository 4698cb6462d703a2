import { findFlaw } from './certificate.ts';
import { findMinimumFlaw, findSearchFlaw } from './certificate-search.ts';
import { blockingPairs } from './certificate-stable.ts';
import { chooseOpenOffers } from './choose-open-offers.ts';
import { chooseStable } from './choose-stable.ts';
import type { Proposer } from './deferred-acceptance.ts';
import { liftSeveralSeats } from './lift-several-seats.ts';
import { findHallViolator, findPlainFaults, type MarketFault } from './market-faults.ts';
import type { FlowObjective, PlanValue } from './plan-value.ts';
import type { LevelProof, RichMarket, SolverObjective } from './rich-market.ts';

/** How a plan was proved: dual prices, a search whose every leaf is proved, or the absence of blocking pairs. */
export type ProofKind = 'dual-prices' | 'search' | 'no-blocking-pair' | 'bound-and-gap';

/** What the independent verifier said. `bound` is the worth no plan exceeds, as in `planValue`. */
export interface RichCertificate {
  readonly kind: ProofKind;
  readonly ok: boolean;
  /** The first thing wrong, where not ok. */
  readonly flaw: string | null;
  readonly bound: PlanValue | null;
  /** The dual prices of each level, where one set of prices is the whole proof. */
  readonly proofs: readonly LevelProof[];
  /** Parts of a search that were bounded one by one. */
  readonly leaves: number;
}

/** The plan for a rich market, or every reason found why there is none. */
export type RichPlan =
  | {
      readonly isFeasible: true;
      /** Pairs taken, ascending, fixed ones included. */
      readonly taken: Int32Array;
      /** False where the work allowed ran out before the plan was proved best. */
      readonly isProved: boolean;
      readonly certificate: RichCertificate;
    }
  | { readonly isFeasible: false; readonly faults: readonly MarketFault[] };

/**
 * Solves a rich market for an objective and has the result checked by a verifier that shares no code with
 * the solver. Deterministic: equal input gives the same plan.
 * @param pause called every now and then; what it throws ends the solve
 */
export function solveRichMarket(
  market: RichMarket,
  objective: SolverObjective,
  proposer: Proposer = 'requests',
  pause?: () => void,
): RichPlan {
  const faults = findPlainFaults(market);
  if (faults.length > 0) return { isFeasible: false, faults };
  if (objective === 'stable') return solveStable(market, proposer);
  const choice = chooseOpenOffers(market, objective, undefined, pause);
  if (choice.best === null) {
    const { plan, choice: root } = choice.leaves[0]!;
    const must = Uint8Array.from(root, (value) => (value > 0 ? 1 : 0));
    return { isFeasible: false, faults: [findHallViolator(market, must, plan.taken)] };
  }
  if (objective === 'fair' && market.seats.some((seats) => seats > 1)) return solveFairBundles(market, pause);
  return solveFlow(market, objective, choice, choice.best.taken);
}

function solveFlow(
  market: RichMarket,
  objective: FlowObjective,
  choice: ReturnType<typeof chooseOpenOffers>,
  taken: Int32Array,
): RichPlan {
  const { leaves, bound, isProved } = choice;
  if (!isProved) return { isFeasible: true, taken, isProved, certificate: openGap(market, taken, bound) };
  const [only] = leaves;
  if (leaves.length > 1 || only === undefined || only.prices !== null) {
    const flaw = findSearchFlaw(market, objective, taken, leaves);
    return {
      isFeasible: true,
      taken,
      isProved,
      certificate: { kind: 'search', ok: flaw === null, flaw, bound, proofs: [], leaves: leaves.length },
    };
  }
  const { proofs } = only.plan;
  const flaw =
    findMinimumFlaw(market, taken) ?? findFlaw(market, { objective, choice: only.choice, ...only.plan });
  return {
    isFeasible: true,
    taken,
    isProved,
    certificate: { kind: 'dual-prices', ok: flaw === null, flaw, bound, proofs, leaves: 1 },
  };
}

function solveFairBundles(market: RichMarket, pause?: () => void): RichPlan {
  const { best, bound, isProved } = liftSeveralSeats(market, pause);
  if (best === null) return { isFeasible: false, faults: [] };
  return { isFeasible: true, taken: best, isProved, certificate: openGap(market, best, bound) };
}

function openGap(market: RichMarket, taken: Int32Array, bound: PlanValue | null): RichCertificate {
  const flaw = findMinimumFlaw(market, taken);
  return { kind: 'bound-and-gap', ok: flaw === null, flaw, bound, proofs: [], leaves: 0 };
}

function solveStable(market: RichMarket, proposer: Proposer): RichPlan {
  const { taken, closed, short, isExhausted } = chooseStable(market, proposer);
  if (taken === null) {
    const fault: MarketFault = { code: 'no_stable_plan', offers: short, isProved: isExhausted };
    return { isFeasible: false, faults: [fault] };
  }
  const blocking = blockingPairs(market, taken, closed);
  const flaw = findMinimumFlaw(market, taken) ?? (blocking.length > 0 ? `pair ${blocking[0]} blocks` : null);
  return {
    isFeasible: true,
    taken,
    isProved: true,
    certificate: { kind: 'no-blocking-pair', ok: flaw === null, flaw, bound: null, proofs: [], leaves: 0 },
  };
}
