/**
 * The independent check of optimality. It shares no code with the kernels on purpose: it reads a market, a plan
 * and its prices, and adds up in exact integers (BigInt where sums could grow).
 *
 * Why it proves: with a price P(j) per seat of offer j, no plan can be worth more than the bound
 *   Σ over requests of the best value they could get at these prices
 *   + Σ over seats k of each offer of max(0, P(j) − slotStep × (k − 1)).
 * When the plan reaches the bound, it is best (linear programming duality). For the objective `served` each
 * request served is worth BIG more, BIG beyond any total; numbers are pairs (count of BIG, rest), compared in
 * that order, and P(j) = (dead(j), price(j)).
 */
import type { Assignment } from './assignment.ts';
import type { SparseMarket } from './sparse-market.ts';

/** The verdict on a plan. `bound` is the proved upper limit; `ok` means that the plan reaches it. */
export interface Certificate {
  readonly ok: boolean;
  /** Why not, in words for an engineer; empty when ok. */
  readonly faults: readonly string[];
  readonly served: number;
  readonly score: bigint;
  /** No plan serves more than `served` here, nor, serving as many, scores more than `score`. */
  readonly bound: { readonly served: bigint; readonly score: bigint };
}

/** Checks a plan and its prices. Never throws on a wrong plan: the verdict lists what is wrong. */
export function verifyAssignment(market: SparseMarket, plan: Assignment): Certificate {
  const faults: string[] = [];
  const primal = addUpPlan(market, plan, faults);
  const bound = addUpBound(market, plan, faults);
  const wantServed = plan.objective === 'served' ? BigInt(primal.served) : 0n;
  if (bound.served !== wantServed || bound.score !== primal.score) {
    faults.push(
      `plan is worth (${wantServed}, ${primal.score}), its prices allow (${bound.served}, ${bound.score})`,
    );
  }
  if (plan.served !== primal.served) faults.push(`served is ${primal.served}, not ${plan.served}`);
  if (BigInt(plan.score) !== primal.score) faults.push(`score is ${primal.score}, not ${plan.score}`);
  return { ok: faults.length === 0, faults, served: primal.served, score: primal.score, bound };
}

/** Feasibility: every seat given lies on a listed pair, and no offer holds more requests than it has seats. */
function addUpPlan(
  market: SparseMarket,
  plan: Assignment,
  faults: string[],
): { served: number; score: bigint } {
  const load = new Int32Array(market.offers);
  let served = 0;
  let score = 0n;
  if (plan.mate.length !== market.requests) faults.push(`${plan.mate.length} mates`);
  for (let i = 0; i < market.requests; i++) {
    const j = plan.mate[i] ?? -1;
    if (j === -1) continue;
    const e = pairOf(market, i, j);
    if (e < 0) {
      faults.push(`request ${i} sits at offer ${j}, which is not among its pairs`);
      continue;
    }
    served++;
    score += BigInt(market.score[e]!) - BigInt(market.slotStep) * BigInt(load[j]!);
    load[j] = load[j]! + 1;
    if (load[j]! > market.capacity[j]!) faults.push(`offer ${j} holds more than ${market.capacity[j]}`);
  }
  return { served, score };
}

function pairOf(market: SparseMarket, request: number, offer: number): number {
  for (let e = market.rowStart[request]!; e < market.rowStart[request + 1]!; e++) {
    if (market.column[e] === offer) return e;
  }
  return -1;
}

/** The dual bound: best value of every request at these prices, plus what the seats are worth. */
function addUpBound(
  market: SparseMarket,
  plan: Assignment,
  faults: string[],
): { served: bigint; score: bigint } {
  const { dead, price } = plan.duals;
  const bonus = plan.objective === 'served' ? 1 : 0;
  let big = 0n;
  let rest = 0n;
  if (dead.length !== market.offers || price.length !== market.offers) faults.push('prices for other offers');
  for (let j = 0; j < market.offers; j++) {
    const p = price[j]!;
    if (!Number.isSafeInteger(p)) faults.push(`price ${p} of offer ${j} is not an exact integer`);
    else if (dead[j]! > bonus) faults.push(`offer ${j} is marked contested under the objective total`);
    else if (dead[j] === 0 && p < 0) faults.push(`offer ${j} has the negative price ${p}`);
    else {
      const seats = seatsWorth(market.capacity[j]!, market.slotStep, dead[j] === 1, p);
      big += seats.big;
      rest += seats.rest;
    }
  }
  if (faults.length > 0) return { served: big, score: rest };
  for (let i = 0; i < market.requests; i++) {
    let bestBig = 0;
    let bestRest = 0;
    for (let e = market.rowStart[i]!; e < market.rowStart[i + 1]!; e++) {
      const j = market.column[e]!;
      const valueBig = bonus - dead[j]!;
      const valueRest = market.score[e]! - price[j]!;
      if (valueBig > bestBig || (valueBig === bestBig && valueRest > bestRest)) {
        bestBig = valueBig;
        bestRest = valueRest;
      }
    }
    big += BigInt(bestBig);
    rest += BigInt(bestRest);
  }
  return { served: big, score: rest };
}

/** Σ over seats k of max(0, P − slotStep × (k − 1)); with BIG inside P every seat counts. */
function seatsWorth(
  capacity: number,
  slotStep: number,
  dead: boolean,
  price: number,
): { big: bigint; rest: bigint } {
  let seats = capacity;
  if (!dead && slotStep > 0) seats = Math.min(capacity, Math.floor(price / slotStep) + 1);
  const count = BigInt(seats);
  const rest = count * BigInt(price) - (BigInt(slotStep) * count * (count - 1n)) / 2n;
  return { big: dead ? count : 0n, rest };
}
