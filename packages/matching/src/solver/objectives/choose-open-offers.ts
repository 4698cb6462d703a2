import { type CirclePrices, type Circles, circlesOf, type Tightened, tighten } from './circle-bound.ts';
import { decideLevels, type OpenPlan } from './decide-levels.ts';
import { compareValues, type FlowObjective, type PlanValue, planValue } from './plan-value.ts';
import type { OpenOffers, RichMarket } from './rich-market.ts';
import { type FreeSeats, freeSeats, seatsToFill } from './seat-network.ts';

/** One closed end of the search: a part of all choices, and what bounds everything in it. */
export interface SearchLeaf {
  /** 1: must be used; -1: closed; 0: either (its minimum is not asked for by the plan). */
  readonly choice: Int8Array;
  /** The best plan that ignores minima not asked for, or the proof that those asked for cannot be met. */
  readonly plan: OpenPlan;
  /** Prices that bound the last term more tightly, where the plan's own worth does not suffice. */
  readonly prices: CirclePrices | null;
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
/** Building a network, or evaluating prices, costs about a pivot for every so many pairs. */
const PAIRS_PER_PIVOT = 40;
/** Improvements of the prices at the first node, and at each further one. */
const FIRST_ROUNDS = 400;
const MORE_ROUNDS = 60;

interface Node {
  readonly choice: Int8Array;
  readonly bound: PlanValue | null;
  readonly prices: Float64Array;
}

interface Search {
  readonly market: RichMarket;
  readonly objective: FlowObjective;
  readonly free: FreeSeats;
  readonly circles: Circles | null;
  readonly pause: (() => void) | undefined;
  readonly leaves: SearchLeaf[];
  readonly stack: Node[];
  best: OpenPlan | null;
  bestValue: PlanValue | null;
  pivots: number;
}

/**
 * Finds the best plan where offers with a minimum are either filled to it or not used at all: depth-first
 * branch and bound. A part is bounded by the plan that ignores minima not yet asked for, and then more
 * tightly by prices of requests. Without minima it is one plan and done. Where the work allowed runs out,
 * the best plan so far comes back with its bound.
 * @param pause called every now and then; what it throws ends the search
 */
export function chooseOpenOffers(
  market: RichMarket,
  objective: FlowObjective,
  allowedPivots: number = SEARCH_PIVOTS,
  pause?: () => void,
): OpenChoice {
  const free = freeSeats(market);
  const start: Node = {
    choice: firstChoice(market, free),
    bound: null,
    prices: new Float64Array(market.requests),
  };
  const search: Search = {
    market,
    objective,
    free,
    circles: circlesOf(market, free, objective),
    pause,
    leaves: [],
    stack: [start],
    best: null,
    bestValue: null,
    pivots: 0,
  };
  while (search.stack.length > 0) {
    const isSpent = search.pivots > allowedPivots || search.leaves.length > SEARCH_LEAVES;
    if (search.best !== null && isSpent) break;
    visit(search, search.stack.pop()!);
  }
  const { best, leaves, stack, bestValue } = search;
  return { best, bound: highestBound(stack, bestValue), isProved: stack.length === 0, leaves };
}

function visit(search: Search, node: Node): void {
  const { market, objective, leaves, stack } = search;
  const { choice } = node;
  const plan = solveChoice(search, choice);
  if (!plan.isFeasible) {
    leaves.push({ choice, plan, prices: null });
    return;
  }
  const value = planValue(market, objective, plan.taken);
  const isDone = shortOffer(market, choice, plan.taken) < 0;
  if (isDone) keepBest(search, plan, value);
  if (isDone || (search.bestValue !== null && compareValues(value, search.bestValue) <= 0)) {
    leaves.push({ choice, plan, prices: null });
    return;
  }
  const tight = tightenNode(search, node, value);
  const bound = tight === null ? value : boundBy(search, tight, value);
  if (search.bestValue !== null && compareValues(bound, search.bestValue) <= 0) {
    leaves.push({ choice, plan, prices: tight?.prices ?? null });
    return;
  }
  const split = tight === null ? shortOffer(market, choice, plan.taken) : openQuestion(market, choice, tight);
  const used = choice.slice();
  used[split] = 1;
  const closed = choice.slice();
  closed[split] = -1;
  const prices = tight?.prices.request ?? node.prices;
  const children: Node[] = [
    { choice: closed, bound, prices },
    { choice: used, bound, prices },
  ];
  stack.push(...(tight !== null && tight.last.isUsed[split] === 0 ? children.reverse() : children));
}

function solveChoice(search: Search, choice: Int8Array): OpenPlan {
  const { market, free, objective, pause } = search;
  pause?.();
  const plan = decideLevels(market, free, objective, openOf(choice), mustOf(choice), pause);
  search.pivots += plan.pivots + market.pairRequest.length / PAIRS_PER_PIVOT;
  return plan;
}

function keepBest(search: Search, plan: OpenPlan, value: PlanValue): void {
  if (search.bestValue !== null && compareValues(value, search.bestValue) <= 0) return;
  search.best = plan;
  search.bestValue = value;
}

/** Improves the prices towards the best plan known; on the way the offers they use are tried as a plan. */
function tightenNode(search: Search, node: Node, value: PlanValue): Tightened | null {
  const { circles, market } = search;
  if (circles === null) return null;
  const counts = newCounts(search, value);
  const isFirst = node.bound === null;
  const rounds = isFirst ? FIRST_ROUNDS : MORE_ROUNDS;
  let tight: Tightened | null = null;
  const tries = isFirst ? 4 : 1;
  for (let k = 0; k < tries; k++) {
    const start = tight?.prices.request ?? node.prices;
    tight = tighten(circles, node.choice, counts, start, goalOf(search, value), rounds / tries);
    search.pivots += (tight.rounds * market.pairRequest.length) / PAIRS_PER_PIVOT;
    const known = search.bestValue;
    const isOpen = known === null || compareValues(boundBy(search, tight, value), known) > 0;
    if (isOpen) tryUsed(search, node, tight);
  }
  return tight;
}

/** Solves for exactly the offers that the prices use, each filled to its minimum. */
function tryUsed(search: Search, { choice }: Node, { last, usage }: Tightened): void {
  const { market, objective } = search;
  for (const isIn of [(j: number) => last.isUsed[j] === 1, (j: number) => usage[j]! >= 0.5]) {
    const used = choice.slice();
    for (let j = 0; j < used.length; j++) {
      if (used[j] === 0 && seatsToFill(market, j) > 1) used[j] = isIn(j) ? 1 : -1;
    }
    const plan = solveChoice(search, used);
    if (plan.isFeasible && shortOffer(market, used, plan.taken) < 0) {
      keepBest(search, plan, planValue(market, objective, plan.taken));
    }
  }
}

/** What the prices prove, as a value: as many served as the plan without minima, and the tightened last term. */
function boundBy({ market, circles }: Search, { bound }: Tightened, value: PlanValue): PlanValue {
  const whole = BigInt(bound) + fixedWorth(market, circles!);
  const last = BigInt(value.at(-1)!);
  return [...value.slice(0, -1), whole < last ? whole : last];
}

/** The last term of the best plan, less what fixed pairs bring; far below where none is as good in the others. */
function goalOf({ market, circles, bestValue }: Search, value: PlanValue): number {
  const isEqual = bestValue !== null && value.slice(0, -1).every((count, k) => count === bestValue[k]);
  const known = isEqual ? bestValue.at(-1)! : BigInt(value.at(-1)!) - BigInt(value.at(-1)!) / 20n - 1n;
  return Number(BigInt(known) - fixedWorth(market, circles!));
}

function fixedWorth(market: RichMarket, circles: Circles): bigint {
  const held = new Int32Array(market.offers);
  let worth = 0;
  for (const pair of market.fixed) {
    worth += circles.gain[pair]! - circles.step * held[market.pairOffer[pair]!]!++;
  }
  return BigInt(worth / circles.scale);
}

/** New seats filled of each priority. */
function newCounts({ market, circles }: Search, value: PlanValue): number[] {
  if (!circles!.isCounted) return [];
  const priorities = [...new Set(market.priority)].sort((a, b) => b - a);
  return priorities.map((priority, k) => {
    let count = Number(value[k]!);
    for (const pair of market.fixed) if (market.priority[market.pairRequest[pair]!] === priority) count--;
    return count;
  });
}

/** The undecided offer about which the prices were least sure. */
function openQuestion(market: RichMarket, choice: Int8Array, { usage }: Tightened): number {
  let found = -1;
  for (let j = 0; j < choice.length; j++) {
    if (choice[j] !== 0 || seatsToFill(market, j) < 2) continue;
    if (found < 0 || Math.abs(usage[j]! - 0.5) < Math.abs(usage[found]! - 0.5)) found = j;
  }
  return found;
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
