import { decideLevels, type OpenPlan } from './decide-levels.ts';
import { compareValues, type FlowObjective, type PlanValue, planValue } from './plan-value.ts';
import type { OpenOffers, RichMarket } from './rich-market.ts';
import { type FreeSeats, freeSeats, seatsToFill } from './seat-network.ts';

/** One closed end of the search: a part of all choices, and the plan that bounds everything in it. */
export interface SearchLeaf {
  /** 1: must be used; -1: closed; 0: either (its minimum is not asked for in this bound). */
  readonly choice: Int8Array;
  readonly plan: OpenPlan;
}

/** The outcome of the search over which offers to use. */
export interface OpenChoice {
  /** The best plan found, or null where there is none. */
  readonly best: OpenPlan | null;
  /** What the search has shown no plan to exceed; equal to the best plan's worth when proved. */
  readonly bound: PlanValue | null;
  readonly isProved: boolean;
  readonly leaves: readonly SearchLeaf[];
}

/** Work allowed for one search, about ten seconds; counted in pivots so that it is the same on every machine. */
const SEARCH_PIVOTS = 4_000_000;
const SEARCH_LEAVES = 5_000;
/** Building a network costs about a pivot for every so many pairs. */
const PAIRS_PER_PIVOT = 40;

/**
 * Finds the best plan where offers with a minimum are either filled to it or not used at all: depth-first
 * branch and bound, bounded by the plan that ignores minima not yet asked for. Without minima it is one
 * plan and done. Where the work allowed runs out, the best plan so far comes back with its bound.
 */
export function chooseOpenOffers(
  market: RichMarket,
  objective: FlowObjective,
  allowedPivots: number = SEARCH_PIVOTS,
): OpenChoice {
  const free = freeSeats(market);
  const stack: { choice: Int8Array; bound: PlanValue | null }[] = [
    { choice: firstChoice(market, free), bound: null },
  ];
  const leaves: SearchLeaf[] = [];
  let best: OpenPlan | null = null;
  let bestValue: PlanValue | null = null;
  let pivots = 0;
  while (stack.length > 0) {
    if (best !== null && (pivots > allowedPivots || leaves.length > SEARCH_LEAVES)) break;
    const { choice } = stack.pop()!;
    const plan = decideLevels(market, free, objective, openOf(choice), mustOf(choice));
    pivots += plan.pivots + market.pairRequest.length / PAIRS_PER_PIVOT;
    if (!plan.isFeasible) {
      leaves.push({ choice, plan });
      continue;
    }
    const value = planValue(market, objective, plan.taken);
    if (bestValue !== null && compareValues(value, bestValue) <= 0) {
      leaves.push({ choice, plan });
      continue;
    }
    const short = shortOffer(market, choice, plan.taken);
    if (short < 0) {
      leaves.push({ choice, plan });
      best = plan;
      bestValue = value;
      continue;
    }
    const used = choice.slice();
    used[short] = 1;
    const closed = choice.slice();
    closed[short] = -1;
    stack.push({ choice: closed, bound: value }, { choice: used, bound: value });
  }
  return { best, bound: highestBound(stack, bestValue), isProved: stack.length === 0, leaves };
}

/** Required offers and those with a fixed pair are used from the start; those that never could be are not. */
function firstChoice(market: RichMarket, free: FreeSeats): Int8Array {
  const choice = new Int8Array(market.offers);
  for (let j = 0; j < market.offers; j++) {
    if (market.required[j] === 1 || free.fixedAtOffer[j]! > 0) choice[j] = 1;
    else if (market.minimum[j]! > market.capacity[j]!) choice[j] = -1;
  }
  return choice;
}

function openOf(choice: Int8Array): OpenOffers {
  return Uint8Array.from(choice, (value) => (value < 0 ? 0 : 1));
}

function mustOf(choice: Int8Array): OpenOffers {
  return Uint8Array.from(choice, (value) => (value > 0 ? 1 : 0));
}

/** The undecided offer that is filled in part and closest to its minimum, or -1. */
function shortOffer(market: RichMarket, choice: Int8Array, taken: Int32Array): number {
  const filled = new Int32Array(market.offers);
  for (const pair of taken) filled[market.pairOffer[pair]!] = filled[market.pairOffer[pair]!]! + 1;
  let found = -1;
  let best = 0;
  for (let j = 0; j < market.offers; j++) {
    const least = seatsToFill(market, j);
    if (choice[j] !== 0 || filled[j] === 0 || filled[j]! >= least) continue;
    if (filled[j]! / least > best) {
      best = filled[j]! / least;
      found = j;
    }
  }
  return found;
}

function highestBound(
  stack: readonly { bound: PlanValue | null }[],
  bestValue: PlanValue | null,
): PlanValue | null {
  let highest = bestValue;
  for (const { bound } of stack) {
    if (bound !== null && (highest === null || compareValues(bound, highest) > 0)) highest = bound;
  }
  return highest;
}
