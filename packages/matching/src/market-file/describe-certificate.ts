import { planValue } from '../solver/objectives/plan-value.ts';
import type { LevelProof, Objective } from '../solver/objectives/rich-market.ts';
import type { RichPlan } from '../solver/objectives/solve-rich-market.ts';
import { writeDecimal } from './decimal.ts';
import { exact, type ResultValue } from './market-result.ts';
import type { NumberedMarket } from './rich-market-of.ts';

type Described = { readonly [key: string]: ResultValue };

/**
 * The certificate for the result file. `bound` is what no plan exceeds in the objective's last term (the
 * total, or the sum of ranks); profiles list their bound rank by rank, stable plans count blocking pairs.
 */
export function describeCertificate(
  numbered: NumberedMarket,
  question: { readonly objective: Objective; readonly withPrices: boolean },
  plan: RichPlan & { isFeasible: true },
): Described {
  const { kind, ok, flaw, bound, leaves, proofs } = plan.certificate;
  const base: Described = { kind, ok, bound: boundOf(numbered, question.objective, bound) };
  const more: Record<string, ResultValue> = {};
  if (flaw !== null) more.flaw = flaw;
  if (kind === 'no-blocking-pair') more.blockingPairs = 0;
  if (kind === 'search') more.parts = leaves;
  if (kind === 'bound-and-gap') more.gap = gapOf(numbered, question.objective, plan);
  if (question.objective === 'greedy' || question.objective === 'generous')
    more.profile = profileOf(question.objective, numbered, bound);
  if (question.withPrices && proofs.length > 0)
    more.levels = proofs.map((proof) => describeLevel(numbered, proof));
  return { ...base, ...more };
}

function boundOf(
  { places }: NumberedMarket,
  objective: string,
  bound: readonly (number | bigint)[] | null,
): ResultValue {
  const last = bound?.at(-1);
  if (last === undefined || objective === 'greedy' || objective === 'generous') return null;
  if (objective === 'rank-sum') return exact(String(-last));
  return exact(writeDecimal(last, places));
}

/**
 * The first term in which the bound is above the plan: what was found, and what no plan exceeds. Null where
 * they are equal.
 */
function gapOf(
  { market, places }: NumberedMarket,
  objective: Objective,
  { taken, certificate }: RichPlan & { isFeasible: true },
): ResultValue {
  const { bound } = certificate;
  if (bound === null || objective === 'stable') return null;
  const value = planValue(market, objective, taken);
  const at = bound.findIndex((term, k) => term > value[k]! || term < value[k]!);
  if (at < 0) return null;
  const priorities = [...new Set(market.priority)].sort((a, b) => b - a);
  const isSeats = objective !== 'total' && at < priorities.length;
  const isCount = isSeats || objective === 'greedy' || objective === 'generous' || objective === 'rank-sum';
  const write = (term: number | bigint) => exact(writeDecimal(term, isCount ? 0 : places));
  const isLast = at === bound.length - 1;
  const term = isSeats
    ? `seats of priority ${priorities[at]}`
    : isLast && !isCount
      ? 'total'
      : objective === 'fair'
        ? `request number ${at - priorities.length + 1} from the worst served`
        : objective;
  return { term, found: write(value[at]!), bound: write(bound[at]!) };
}

/** Pairs per rank, first choices first; the last entry counts pairs nobody wished for. */
function profileOf(
  objective: 'greedy' | 'generous',
  { market }: NumberedMarket,
  bound: readonly (number | bigint)[] | null,
): ResultValue {
  const levels = new Set(market.priority).size;
  const counts = (bound ?? []).slice(levels).map(Number);
  return objective === 'greedy' ? counts : counts.reverse().map((count) => (count === 0 ? 0 : -count));
}

/**
 * The dual prices of one level. Units: fits for `total`, counts for the others; 0 is left out. A pair's
 * reduced cost is its cost plus the request's price minus the offer's.
 */
function describeLevel(numbered: NumberedMarket, { level, nodes, prices }: LevelProof): Described {
  const { requestIds, offerIds, ownerIds, places } = numbered;
  const listed = nodes ?? Int32Array.from({ length: prices.length }, (_, node) => node);
  const write = (price: number | bigint) => exact(writeDecimal(price, level.kind === 'total' ? places : 0));
  const group = (ids: readonly string[], start: number): Described =>
    Object.fromEntries(
      [...listed.entries()].flatMap(([k, node]) => {
        const id = ids[node - start];
        const price = prices[k]!;
        return id === undefined || price === 0 || price === 0n ? [] : [[id, write(price)]];
      }),
    );
  const offerStart = 1 + requestIds.length;
  return {
    ...describeAim(level, places),
    requests: group(requestIds, 1),
    offers: group(offerIds, offerStart),
    owners: group(ownerIds, offerStart + offerIds.length),
  };
}

function describeAim(level: LevelProof['level'], places: number): Described {
  if (level.kind === 'most') return { level: 'most', rank: level.rank };
  if (level.kind !== 'fewest') return { level: level.kind };
  if (level.worth === 'minus-rank') return { level: 'fewest', rank: Number(-level.at) };
  return { level: 'fewest', fit: exact(writeDecimal(level.at, places)) };
}
