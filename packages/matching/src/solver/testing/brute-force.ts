/** Exhaustive answers for small markets: the oracle that every kernel is tested against. */
import type { SparseMarket } from '../sparse-market.ts';

export interface ExhaustiveAnswer {
  /** The most requests that can be served. */
  readonly mostServed: number;
  /** The best score among the plans that serve the most. */
  readonly servedScore: number;
  /** The best score of any plan. */
  readonly totalScore: number;
}

/** Tries every plan, remembering the best score per load of all offers. For about 7 × 7 and small capacities. */
export function answerExhaustively(market: SparseMarket): ExhaustiveAnswer {
  let states = new Map<string, { load: number[]; served: number; score: number }>();
  states.set('', { load: new Array<number>(market.offers).fill(0), served: 0, score: 0 });
  for (let i = 0; i < market.requests; i++) {
    const following = new Map(states);
    for (const state of states.values()) {
      for (let e = market.rowStart[i]!; e < market.rowStart[i + 1]!; e++) {
        const j = market.column[e]!;
        const taken = state.load[j]!;
        if (taken >= market.capacity[j]!) continue;
        const load = state.load.with(j, taken + 1);
        const score = state.score + market.score[e]! - market.slotStep * taken;
        const known = following.get(load.join());
        if (known !== undefined && known.score >= score) continue;
        following.set(load.join(), { load, served: state.served + 1, score });
      }
    }
    states = following;
  }
  let mostServed = 0;
  let servedScore = Number.NEGATIVE_INFINITY;
  let totalScore = Number.NEGATIVE_INFINITY;
  for (const { served, score } of states.values()) {
    if (served > mostServed || (served === mostServed && score > servedScore)) servedScore = score;
    mostServed = Math.max(mostServed, served);
    totalScore = Math.max(totalScore, score);
  }
  return { mostServed, servedScore, totalScore };
}
