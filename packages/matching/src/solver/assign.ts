/** The two ways in: most served first, or best total. Both exact, both with prices that prove it. */
import type { Assignment, SolveProgress } from './assignment.ts';
import { type PathsSolution, solveByPaths } from './paths/augment.ts';
import { requireValidMarket, type SparseMarket, servedBonus } from './sparse-market.ts';

export interface AssignOptions {
  /** Called now and then on the solving thread. */
  readonly onProgress?: ((progress: SolveProgress) => void) | undefined;
  /** Asked now and then; answer true to give up with `SolveCancelled`. */
  readonly isCancelled?: (() => boolean) | undefined;
}

/**
 * As many requests served as possible; among those plans the largest Σ score − Σ slot costs.
 * @throws RangeError for a malformed market; SolveCancelled.
 */
export function assignMostServed(market: SparseMarket, options: AssignOptions = {}): Assignment {
  requireValidMarket(market);
  const bonus = servedBonus(market);
  const solution = solveByPaths(market, { ...options, bonus });
  if (solution === null) throw new Error('no work limit was set');
  return toAssignment(market, 'served', solution, bonus, ['paths']);
}

/**
 * The largest Σ score − Σ slot costs, however many are served: staying out is worth 0.
 * @throws RangeError for a malformed market; SolveCancelled.
 */
export function assignBestTotal(market: SparseMarket, options: AssignOptions = {}): Assignment {
  requireValidMarket(market);
  const solution = solveByPaths(market, { ...options, bonus: 0 });
  if (solution === null) throw new Error('no work limit was set');
  return toAssignment(market, 'total', solution, 0, ['paths']);
}

function toAssignment(
  market: SparseMarket,
  objective: Assignment['objective'],
  solution: PathsSolution,
  bonus: number,
  kernels: readonly string[],
): Assignment {
  const dead = new Uint8Array(market.offers);
  const price = solution.price;
  for (let j = 0; j < market.offers && bonus > 0; j++) {
    if (price[j]! <= bonus / 2) continue;
    dead[j] = 1;
    price[j] = price[j]! - bonus;
  }
  const total = addUp(market, solution.mate);
  return { objective, mate: solution.mate, ...total, duals: { dead, price }, kernels };
}

function addUp(market: SparseMarket, mate: Int32Array): { served: number; score: number } {
  const load = new Int32Array(market.offers);
  let served = 0;
  let score = 0;
  for (let i = 0; i < market.requests; i++) {
    const j = mate[i]!;
    if (j < 0) continue;
    let e = market.rowStart[i]!;
    while (market.column[e] !== j) e++;
    score += market.score[e]! - market.slotStep * load[j]!;
    load[j] = load[j]! + 1;
    served++;
  }
  return { served, score };
}
