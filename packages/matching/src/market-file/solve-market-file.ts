import {
  planTotal,
  planValue,
  rankProfile,
  requestTotals,
  servedByPriority,
} from '../solver/objectives/plan-value.ts';
import type { Objective, RichMarket } from '../solver/objectives/rich-market.ts';
import { type RichPlan, solveRichMarket } from '../solver/objectives/solve-rich-market.ts';
import { writeDecimal } from './decimal.ts';
import { describeCertificate } from './describe-certificate.ts';
import { describeFault, describeForbidden } from './infeasible-causes.ts';
import { exact, type MarketResult, type ResultValue } from './market-result.ts';
import { readMarketFile } from './read-market-file.ts';
import { type NumberedMarket, richMarketOf } from './rich-market-of.ts';
import { waitingRequests } from './waiting-causes.ts';

/** What to make best, and how. */
export interface MarketQuestion {
  readonly objective: Objective;
  /** Of the stable plans the one the offers like best, instead of the requests. */
  readonly isOfferOptimal: boolean;
  /** Decides between plans that are otherwise equal. */
  readonly seed: number;
  /** Whether the dual prices go into the result. */
  readonly withPrices: boolean;
}

type SolvedPlan = RichPlan & { isFeasible: true };

/**
 * Solves the text of a market file. Never throws for what a file may hold: a bad file gives an `invalid`
 * result with every problem and its path, an unsolvable one `infeasible` with the causes.
 */
export function solveMarketFile(text: string, question: MarketQuestion): MarketResult {
  const read = readMarketFile(text);
  if (!read.ok) return withoutPlan('invalid', question, read.problems);
  const numbered = richMarketOf(read.market, question.seed);
  const forbidden = numbered.forbiddenFixed.map((at) => describeForbidden(numbered, at));
  if (forbidden.length > 0) return withoutPlan('infeasible', question, forbidden);
  const plan = solveRichMarket(
    numbered.market,
    question.objective,
    question.isOfferOptimal ? 'offers' : 'requests',
  );
  if (!plan.isFeasible) {
    return withoutPlan(
      'infeasible',
      question,
      plan.faults.map((fault) => describeFault(numbered, fault)),
    );
  }
  return withPlan(numbered, question, plan);
}

function withoutPlan(
  status: 'infeasible' | 'invalid',
  question: MarketQuestion,
  causes: readonly string[],
): MarketResult {
  return {
    status,
    objective: { name: question.objective, seed: question.seed },
    served: 0,
    assignments: 0,
    total: exact('0'),
    pairings: [],
    waiting: [],
    certificate: null,
    causes,
  };
}

function withPlan(numbered: NumberedMarket, question: MarketQuestion, plan: SolvedPlan): MarketResult {
  const { market, requestIds, offerIds, places } = numbered;
  const { taken } = plan;
  const decimal = (units: number | bigint) => exact(writeDecimal(units, places));
  return {
    status: plan.isProved ? 'optimal' : 'feasible',
    objective: describeObjective(numbered, question, taken),
    served: new Set(Array.from(taken, (pair) => market.pairRequest[pair]!)).size,
    assignments: taken.length,
    total: decimal(planTotal(market, taken)),
    pairings: Array.from(taken, (pair) => [
      requestIds[market.pairRequest[pair]!]!,
      offerIds[market.pairOffer[pair]!]!,
      decimal(market.gain[pair]!),
    ]),
    waiting: waitingRequests(numbered, taken),
    certificate: describeCertificate(numbered, question, plan),
    causes: noCapacity(numbered),
  };
}

/** Says it once where offers have no seats because the file names none: easily overlooked, and then nobody is served. */
function noCapacity({ unknownOffers, offerIds }: NumberedMarket): string[] {
  const [first] = unknownOffers;
  if (first === undefined) return [];
  const which = unknownOffers.size === 1 ? 'one offer takes' : `${unknownOffers.size} offers take`;
  return [
    `${which} nobody, since the file names no capacity for ${offerIds[first]}${unknownOffers.size === 1 ? '' : ' and others'}.`,
  ];
}

/** The objective in its own terms: what it counts first, and what it costs against most served. */
function describeObjective(
  numbered: NumberedMarket,
  question: MarketQuestion,
  taken: Int32Array,
): { readonly [key: string]: ResultValue } {
  const { market } = numbered;
  const { objective, seed } = question;
  const named = { name: objective, seed, seatsByPriority: seatsByPriority(market, taken) };
  switch (objective) {
    case 'served':
    case 'total':
      return named;
    case 'fair': {
      const totals = requestTotals(market, taken).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      const worst = totals[0] ?? 0n;
      return {
        ...named,
        worst: exact(writeDecimal(worst, numbered.places)),
        price: priceOf(numbered, taken),
      };
    }
    case 'stable': {
      const proposer = question.isOfferOptimal ? 'offers' : 'requests';
      return { ...named, bestFor: proposer, price: priceOf(numbered, taken) };
    }
    default: {
      const profile = rankProfile(market, taken);
      const rankSum = -Number(planValue(market, 'rank-sum', taken).at(-1) ?? 0);
      return { ...named, profile: profile.slice(0, -1), unranked: profile.at(-1) ?? 0, rankSum };
    }
  }
}

/** Seats filled of each priority, highest first. */
function seatsByPriority(market: RichMarket, taken: Int32Array): ResultValue {
  const priorities = [...new Set(market.priority)].sort((a, b) => b - a);
  const seats = servedByPriority(market, taken);
  return priorities.map((priority, k) => ({ priority, seats: seats[k] ?? 0 }));
}

/** What the plan gives up against the plan that serves most and then has the best total. */
function priceOf({ market, places }: NumberedMarket, taken: Int32Array): ResultValue {
  const most = solveRichMarket(market, 'served');
  if (!most.isFeasible) return null;
  return {
    seats: most.taken.length - taken.length,
    total: exact(writeDecimal(planTotal(market, most.taken) - planTotal(market, taken), places)),
  };
}
