import type { MemberId, OfferId, RequestId } from '@trellis/domain/ids';
import type { PriceProof } from '../decide.ts';
import { pairAt } from '../pair-table.ts';
import type { RoundStudy } from '../study.ts';
import { cheapestWay, movesAlong, type Residual, type RowMove, residualOf } from './residual.ts';
import { solveAgain } from './solve-again.ts';

/** One request that would have another mentor. Null is "no mentor". Fits are 0…10000. */
export interface ChangedRequest {
  readonly requestId: RequestId;
  readonly menteeId: MemberId;
  readonly from: OfferId | null;
  readonly to: OfferId | null;
  readonly fitBefore: number | null;
  readonly fitAfter: number | null;
}

/** What a changed decision costs (negative) or brings (positive) in the best plan that follows it, and whom. Exact. */
export interface Trade {
  readonly served: number;
  /** Change of Σ fit − load costs. */
  readonly total: number;
  readonly changes: readonly ChangedRequest[];
}

export const NO_TRADE: Trade = { served: 0, total: 0, changes: [] };

const residuals = new WeakMap<PriceProof, Residual>();

/** The residual graph of a plan proved by prices, built once. */
const residualFor = (proof: PriceProof): Residual => {
  const known = residuals.get(proof);
  if (known) return known;
  const residual = residualOf(proof.market.sparse, proof.assignment);
  residuals.set(proof, residual);
  return residual;
};

/**
 * The best plan in which this request has this offer (allowed, not planned), whose fit is given since large tables need not
 * list the two; null when seats it needs are promised. Exact over the pairs of the table.
 */
export const tradeForPair = (
  study: RoundStudy,
  request: number,
  offer: number,
  fit: number,
): Trade | null => {
  const { proof } = study;
  if (proof.kind === 'levels') return solveAgain(study, { fix: { request, offer } });
  const row = proof.market.rowOf[request]!;
  if (row < 0) return null;
  const residual = residualFor(proof);
  const way = cheapestWay(residual, residual.market.requests + offer, row);
  return way && tradeOf(study, proof, movesAlong(residual, way.nodes), newPair(study, row, offer, fit));
};

/** The best plan in which these two, who are paired now and not by hand, are not. */
export const tradeWithoutPair = (study: RoundStudy, request: number, offer: number): Trade | null => {
  const { proof } = study;
  if (proof.kind === 'levels') return solveAgain(study, { forbid: { request, offer } });
  const row = proof.market.rowOf[request]!;
  if (row < 0) return null;
  const residual = residualFor(proof);
  const way = cheapestWay(residual, row, residual.market.requests + offer, { row, offer });
  return way && tradeOf(study, proof, movesAlong(residual, way.nodes));
};

/** The best plan with one more seat at this offer. No changes when a further seat would stay empty or bring nothing. */
export const tradeForSeat = (study: RoundStudy, offer: number): Trade => {
  const { proof } = study;
  if (proof.kind === 'levels') return solveAgain(study, { seat: offer }) ?? NO_TRADE;
  const residual = residualFor(proof);
  const { market, atOffer, price, root } = residual;
  if (atOffer[offer]!.length < market.capacity[offer]!) return NO_TRADE;
  const way = cheapestWay(residual, root, market.requests + offer);
  const seat = market.slotStep * atOffer[offer]!.length - price[offer]!;
  return way === null || way.cost + seat >= 0
    ? NO_TRADE
    : tradeOf(study, proof, movesAlong(residual, way.nodes));
};

/**
 * The best plan in which a request with an empty seat gets this offer although it may not be allowed, or has no seat left:
 * `fit` is the fit of the two, `newSeat` opens one more seat. Null when seats it needs are promised.
 */
export const tradeForGrant = (
  study: RoundStudy,
  request: number,
  offer: number,
  fit: number,
  newSeat: boolean,
): Trade | null => {
  const { proof } = study;
  if (proof.kind === 'levels') {
    const fix = { request, offer };
    return solveAgain(study, { fix, allow: { ...fix, fit }, ...(newSeat && { seat: offer }) });
  }
  const row = proof.market.rowOf[request]!;
  if (row < 0) return null;
  const residual = residualFor(proof);
  const { market, price, atOffer } = residual;
  const added = newPair(study, row, offer, fit);
  const way = cheapestWay(residual, market.requests + offer, row);
  // The new seat leads straight to the root, and from there to the empty row at no cost.
  const seat = market.slotStep * atOffer[offer]!.length - price[offer]!;
  if (newSeat && (way === null || seat <= way.cost)) {
    return tradeOf(study, proof, [{ row, from: -1, to: offer }], added);
  }
  return way && tradeOf(study, proof, movesAlong(residual, way.nodes), added);
};

/** What a pair that the table need not list scores: live and fixed mentees of the offer count for its load. */
const newPair = (study: RoundStudy, row: number, offer: number, fit: number): NewPair => {
  const load = study.pool.held[offer]! + study.fixed.filter((pair) => pair.offer === offer).length;
  return { row, offer, score: fit - study.settings.loadStep * load, fit };
};

interface NewPair {
  readonly row: number;
  readonly offer: number;
  readonly score: number;
  readonly fit: number;
}

const tradeOf = (
  { pool, table }: RoundStudy,
  proof: PriceProof,
  moves: readonly RowMove[],
  added: NewPair | null = null,
): Trade => {
  const { sparse, rowRequest } = proof.market;
  const { atOffer } = residualFor(proof);
  const isNew = (row: number, offer: number) => added !== null && added.row === row && added.offer === offer;
  const fit = (row: number, offer: number): number | null => {
    if (offer < 0) return null;
    return isNew(row, offer) ? added!.fit : table.fit[pairAt(table, rowRequest[row]!, offer)]!;
  };
  const score = (row: number, offer: number): number => {
    if (offer < 0) return 0;
    if (isNew(row, offer)) return added!.score;
    const e = sparse.column.indexOf(offer, sparse.rowStart[row]!);
    return sparse.score[e]!;
  };
  const load = new Map<number, number>();
  let served = 0;
  let total = 0;
  for (const { row, from, to } of moves) {
    served += (to >= 0 ? 1 : 0) - (from >= 0 ? 1 : 0);
    total += score(row, to) - score(row, from);
    if (from >= 0) load.set(from, (load.get(from) ?? 0) - 1);
    if (to >= 0) load.set(to, (load.get(to) ?? 0) + 1);
  }
  for (const [offer, change] of load) {
    const before = atOffer[offer]!.length;
    total -= sparse.slotStep * (stepsFor(before + change) - stepsFor(before));
  }
  return {
    served,
    total,
    changes: moves
      .filter(({ from, to }) => from !== to)
      .map(({ row, from, to }) => {
        const { request } = pool.requests[rowRequest[row]!]!;
        return {
          requestId: request.id,
          menteeId: request.memberId,
          from: from < 0 ? null : pool.offers[from]!.offer.id,
          to: to < 0 ? null : pool.offers[to]!.offer.id,
          fitBefore: fit(row, from),
          fitAfter: fit(row, to),
        };
      }),
  };
};

/** 0 + 1 + … + (load − 1): what the seats of an offer cost in steps. */
const stepsFor = (load: number): number => (load * (load - 1)) / 2;
