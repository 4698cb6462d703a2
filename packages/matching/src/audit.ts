import { brokenRules } from '@trellis/domain/fit/broken-rules';
import { mixOf, scoreOf } from '@trellis/domain/fit/fit-of';
import { offerReadiness, requestReadiness } from '@trellis/domain/fit/readiness';
import type { PairAt } from './market.ts';
import { seatMarket } from './market.ts';
import { type PairTable, pairAt, scoreAllPairs } from './pair-table.ts';
import { countBy, gatherPool, type Pool } from './pool.ts';
import { decideByLevels, levelObjective, richMarket } from './rich-round.ts';
import type { RoundInput, RoundSettings } from './round-input.ts';
import type { PlannedPairing, RoundPlan } from './round-plan.ts';
import { verifyAssignment } from './solver/certificate.ts';
import { compareValues, planValue } from './solver/objectives/plan-value.ts';

/** What is wrong with a plan, in words for an engineer. */
export type AuditFault = string;

/**
 * Checks a plan against the input it was made from, from the people up: seats, capacities, rules, separations, fixed pairs,
 * fits, that nobody is missing, and that its prices prove it best. Shares the domain's rules and the verifier with the
 * planner, and nothing else of it decides the answer.
 * @returns every fault found; empty for a sound plan
 */
export const auditPlan = (
  input: RoundInput,
  settings: RoundSettings,
  plan: RoundPlan,
): readonly AuditFault[] => [
  ...auditSeats(input, plan),
  ...auditPairs(input, settings, plan),
  ...auditEverybody(input, plan),
  ...auditProof(input, settings, plan),
];

const auditSeats = (input: RoundInput, plan: RoundPlan): AuditFault[] => {
  const faults: AuditFault[] = [];
  const requests = new Map(input.requests.map((request) => [request.id, request]));
  const offers = new Map(input.offers.map((offer) => [offer.id, offer]));
  const taken = new Set<string>();
  const take = (side: string, id: string, seat: number, most: number | null): void => {
    if (most === null || seat < 1 || seat > most) faults.push(`${side} ${id} has no seat ${seat}`);
    if (taken.has(`${side} ${id} ${seat}`)) faults.push(`seat ${seat} of ${side} ${id} is given twice`);
    taken.add(`${side} ${id} ${seat}`);
  };
  for (const held of input.held) {
    taken.add(`request ${held.requestId} ${held.requestSeat}`);
    taken.add(`offer ${held.offerId} ${held.offerSeat}`);
  }
  for (const pairing of plan.pairings) {
    take('request', pairing.requestId, pairing.requestSeat, requests.get(pairing.requestId)?.seats ?? null);
    take('offer', pairing.offerId, pairing.offerSeat, offers.get(pairing.offerId)?.capacity ?? null);
  }
  const pairs = new Set(plan.pairings.map(({ requestId, offerId }) => `${requestId} ${offerId}`));
  if (pairs.size < plan.pairings.length) faults.push('the same two are paired twice');
  for (const { requestId, offerId } of input.fixed) {
    if (!pairs.has(`${requestId} ${offerId}`)) faults.push(`fixed pair ${requestId} ${offerId} is missing`);
  }
  return faults;
};

const auditPairs = (input: RoundInput, settings: RoundSettings, plan: RoundPlan): AuditFault[] => {
  const { requests, offers, requestAt, offerAt, yardstick, history } = gatherPool(input, settings);
  const faults: AuditFault[] = [];
  for (const pairing of plan.pairings) {
    const request = requests[requestAt.get(pairing.requestId) ?? -1];
    const offer = offers[offerAt.get(pairing.offerId) ?? -1];
    const name = `${pairing.requestId} ${pairing.offerId}`;
    if (request === undefined || offer === undefined) {
      faults.push(`${name}: not ready`);
      continue;
    }
    for (const { rule } of brokenRules(request, offer, yardstick, history))
      faults.push(`${name}: breaks ${rule}`);
    const fit = scoreOf(request, offer, yardstick, mixOf(request, yardstick));
    if (fit !== pairing.fit.fit) faults.push(`${name}: fit is ${fit}, not ${pairing.fit.fit}`);
  }
  return faults;
};

/** Everyone is paired, waiting or not ready, and nobody is forgotten. */
const auditEverybody = (input: RoundInput, plan: RoundPlan): AuditFault[] => {
  const faults: AuditFault[] = [];
  const status = new Map(input.members.map((member) => [member.profile.memberId, member.status]));
  const heldByRequest = countBy(input.held.map((seat) => seat.requestId));
  const heldByOffer = countBy(input.held.map((seat) => seat.offerId));
  const paired = countBy(plan.pairings.map((pairing) => pairing.requestId));
  const waiting = new Map(plan.waiting.map((one) => [one.requestId, one.seats]));
  const restingRequests = new Map(plan.notReady.requests.map((one) => [one.requestId, one.reason]));
  const restingOffers = new Map(plan.notReady.offers.map((one) => [one.offerId, one.reason]));
  for (const request of input.requests) {
    const held = heldByRequest.get(request.id) ?? 0;
    const readiness = requestReadiness(request, status.get(request.memberId)!, held);
    const got = paired.get(request.id) ?? 0;
    const waits = waiting.get(request.id) ?? 0;
    if (readiness.ready) {
      if (got + waits !== readiness.seats) {
        faults.push(`request ${request.id}: ${got} paired and ${waits} waiting of ${readiness.seats} seats`);
      }
    } else if (restingRequests.get(request.id) !== readiness.reason) {
      faults.push(`request ${request.id}: should be ${readiness.reason}`);
    }
  }
  for (const offer of input.offers) {
    const held = heldByOffer.get(offer.id) ?? 0;
    const readiness = offerReadiness(offer, status.get(offer.memberId)!, held);
    const resting = restingOffers.get(offer.id);
    if (resting !== (readiness.ready ? undefined : readiness.reason)) {
      faults.push(`offer ${offer.id}: told as ${resting ?? 'ready'}`);
    }
  }
  return faults;
};

/** Scoring every allowed pair once more takes seconds; beyond this many it would take minutes and all the memory. */
const MOST_PAIRS_PROVED = 100_000_000;

/**
 * Puts the stored prices and pairings before the verifier once more, over every allowed pair; a proof in levels is made anew
 * and compared. A pool too large for that keeps the proof the planner checked.
 */
const auditProof = (input: RoundInput, settings: RoundSettings, plan: RoundPlan): AuditFault[] => {
  const pool = gatherPool(input, settings);
  const at = ({ requestId, offerId }: PlannedPairing): PairAt => ({
    request: pool.requestAt.get(requestId) ?? -1,
    offer: pool.offerAt.get(offerId) ?? -1,
  });
  const pairs = plan.pairings.map(at);
  if (pairs.some(({ request, offer }) => request < 0 || offer < 0)) return [];
  const fixed = plan.pairings.filter((pairing) => pairing.fixed).map(at);
  const chosen = plan.pairings.filter((pairing) => !pairing.fixed).map(at);
  if (pool.requests.length * pool.offers.length > MOST_PAIRS_PROVED) return [];
  const table = scoreAllPairs(pool);
  if (plan.certificate.kind === 'levels') return auditLevels(pool, table, fixed, pairs, settings);
  const { sparse, rowOf } = seatMarket(pool, table, fixed, settings.loadStep);
  const mate = new Int32Array(sparse.requests).fill(-1);
  for (const { request, offer } of chosen) mate[rowOf[request]!] = offer;
  const dead = new Uint8Array(pool.offers.length);
  const price = new Float64Array(pool.offers.length);
  for (const { offerId, price: value, contested } of plan.certificate.prices) {
    const offer = pool.offerAt.get(offerId) ?? -1;
    if (offer < 0) continue;
    dead[offer] = contested ? 1 : 0;
    price[offer] = value;
  }
  const { ok, faults } = verifyAssignment(sparse, {
    objective: settings.objective === 'total' ? 'total' : 'served',
    mate,
    served: plan.certificate.served,
    score: plan.certificate.total,
    duals: { dead, price },
    kernels: [],
  });
  return ok ? [] : [...faults];
};

const auditLevels = (
  pool: Pool,
  table: PairTable,
  fixed: readonly PairAt[],
  pairs: readonly PairAt[],
  { objective, loadStep }: RoundSettings,
): AuditFault[] => {
  const best = decideByLevels(richMarket(pool, table, fixed, objective, loadStep), objective);
  if (best.flaw !== null) return [best.flaw];
  const taken = Int32Array.from(pairs, ({ request, offer }) => pairAt(table, request, offer)).sort();
  if (taken.includes(-1)) return ['a pair is not allowed'];
  const levels = levelObjective(best.market, objective);
  const order = compareValues(
    planValue(best.market, levels, taken),
    planValue(best.market, levels, best.taken),
  );
  return order === 0 ? [] : ['a better plan exists'];
};
