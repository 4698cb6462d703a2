import { FIT_SCALE, isBridge } from '@trellis/domain/fit/fit';
import { fitOf } from '@trellis/domain/fit/fit-of';
import { reasonsOf } from '@trellis/domain/fit/reasons-of';
import type { OfferId, RequestId } from '@trellis/domain/ids';
import { waitingCauses } from './explain/waiting-causes.ts';
import type { PairAt } from './market.ts';
import type { Pool } from './pool.ts';
import type { RoundInput } from './round-input.ts';
import type { PlannedPairing, RoundCertificate, WaitingSeat } from './round-plan.ts';
import { type RoundStudy, totalOf } from './study.ts';

/** Gives out the lowest seat numbers that no live pairing holds. */
const seatNumbers = <K>(held: readonly (readonly [K, number])[]) => {
  const taken = new Map<K, Set<number>>();
  const of = (key: K): Set<number> => {
    const known = taken.get(key) ?? new Set<number>();
    taken.set(key, known);
    return known;
  };
  for (const [key, seat] of held) of(key).add(seat);
  return (key: K): number => {
    const numbers = of(key);
    let seat = 1;
    while (numbers.has(seat)) seat++;
    numbers.add(seat);
    return seat;
  };
};

/** The pairings of a plan with their fits and reasons, in the order of request and offer ids. */
export const describePairings = (
  input: RoundInput,
  pool: Pool,
  fixed: readonly PairAt[],
  pairs: readonly PairAt[],
): readonly PlannedPairing[] => {
  const isFixed = new Set(fixed.map(({ request, offer }) => `${request} ${offer}`));
  const requestSeat = seatNumbers<RequestId>(input.held.map((h) => [h.requestId, h.requestSeat]));
  const offerSeat = seatNumbers<OfferId>(input.held.map((h) => [h.offerId, h.offerSeat]));
  const key = ({ request, offer }: PairAt): string =>
    `${pool.requests[request]!.request.id} ${pool.offers[offer]!.offer.id}`;
  return pairs
    .map((pair) => ({ pair, id: key(pair) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ pair }) => {
      const request = pool.requests[pair.request]!;
      const offer = pool.offers[pair.offer]!;
      const fit = fitOf(request, offer, pool.yardstick);
      return {
        requestId: request.request.id,
        requestSeat: requestSeat(request.request.id),
        offerId: offer.offer.id,
        offerSeat: offerSeat(offer.offer.id),
        menteeId: request.profile.memberId,
        mentorId: offer.profile.memberId,
        fixed: isFixed.has(`${pair.request} ${pair.offer}`),
        fit,
        reasons: reasonsOf(request, offer, fit),
      };
    });
};

/** Who keeps an empty seat, and why, in the order of request ids. */
export const describeWaiting = (study: RoundStudy): readonly WaitingSeat[] => {
  const { pool, holding } = study;
  const filled = new Int32Array(pool.requests.length);
  for (const held of holding.atOffer) for (const i of held) filled[i] = filled[i]! + 1;
  return pool.requests
    .map(({ request }, i) => ({ request, i, seats: pool.seats[i]! - filled[i]! }))
    .filter(({ seats }) => seats > 0)
    .sort((a, b) => (a.request.id < b.request.id ? -1 : 1))
    .map(({ request, i, seats }) => ({
      requestId: request.id,
      memberId: request.memberId,
      seats,
      causes: waitingCauses(study, i),
    }));
};

/** The proof of a study, once checked, for people and for the audit. */
export const describeCertificate = (study: RoundStudy): RoundCertificate => {
  const { pool, table, pairs, proof, settings } = study;
  const size = { requests: pool.requests.length, offers: pool.offers.length, pairs: table.column.length };
  if (proof.kind === 'levels') {
    const total = totalOf(pool, table, pairs, settings.loadStep);
    return { kind: 'levels', ok: true, served: pairs.length, total, bound: total, ...size, prices: [] };
  }
  const { assignment, certificate } = proof;
  return {
    kind: 'prices',
    ok: true,
    served: certificate.served,
    total: Number(certificate.score),
    bound: Number(certificate.bound.score),
    ...size,
    prices: pool.offers
      .map(({ offer }, j) => ({
        offerId: offer.id,
        price: assignment.duals.price[j]!,
        contested: assignment.duals.dead[j] === 1,
      }))
      .filter(({ price, contested }) => price !== 0 || contested)
      .sort((a, b) => (a.offerId < b.offerId ? -1 : 1)),
  };
};

/** Means and counts over the pairings. */
export const summarizePairings = (
  pairings: readonly PlannedPairing[],
): { readonly worst: number | null; readonly evidence: number; readonly bridges: number } => ({
  worst:
    pairings.length === 0 ? null : pairings.reduce((least, { fit }) => Math.min(least, fit.fit), FIT_SCALE),
  evidence:
    pairings.length === 0
      ? 0
      : Math.round(pairings.reduce((sum, { fit }) => sum + fit.evidence, 0) / pairings.length),
  bridges: pairings.filter(({ fit }) => isBridge(fit)).length,
});
