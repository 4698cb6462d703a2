import type { MemberId, OfferId, RequestId } from '@trellis/domain/ids';
import { pairAt } from '../pair-table.ts';
import type { RoundStudy } from '../study.ts';
import { cheapestWay, movesAlong, type Residual, type RowMove, residualOf } from './residual.ts';

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

const residuals = new WeakMap<RoundStudy, Residual>();

/** The residual graph of a study, built once. */
export const residualFor = (study: RoundStudy): Residual => {
  const known = residuals.get(study);
  if (known) return known;
  const residual = residualOf(study.market.sparse, study.decided.assignment);
  residuals.set(study, residual);
  return residual;
};

/** Rows of a request in the solver's market: one for each seat that is not fixed. */
export const rowsOf = ({ market }: RoundStudy, request: number): readonly number[] => {
  const rows: number[] = [];
  market.rowRequest.forEach((owner, row) => {
    if (owner === request) rows.push(row);
  });
  return rows;
};

/** The best plan in which this row has this offer, or null when none exists. */
export const tradeForPair = (study: RoundStudy, row: number, offer: number): Trade | null => {
  const residual = residualFor(study);
  if (residual.mate[row] === offer) return { served: 0, total: 0, changes: [] };
  const way = cheapestWay(residual, residual.market.requests + offer, row);
  return way && tradeOf(study, movesAlong(residual, way.nodes));
};

/** The best plan in which this row does not have the offer it has now. */
export const tradeWithoutPair = (study: RoundStudy, row: number): Trade | null => {
  const residual = residualFor(study);
  const offer = residual.mate[row]!;
  if (offer < 0) return { served: 0, total: 0, changes: [] };
  const way = cheapestWay(residual, row, residual.market.requests + offer, { row, offer });
  return way && tradeOf(study, movesAlong(residual, way.nodes));
};

/** The best plan with one more seat at this offer. No changes when a further seat would stay empty or bring nothing. */
export const tradeForSeat = (study: RoundStudy, offer: number): Trade => {
  const residual = residualFor(study);
  const { market, atOffer, price, root } = residual;
  const nothing: Trade = { served: 0, total: 0, changes: [] };
  if (atOffer[offer]!.length < market.capacity[offer]!) return nothing;
  const way = cheapestWay(residual, root, market.requests + offer);
  const seat = market.slotStep * atOffer[offer]!.length - price[offer]!;
  return way === null || way.cost + seat >= 0 ? nothing : tradeOf(study, movesAlong(residual, way.nodes));
};

/**
 * The best plan in which an empty row gets this offer although it may not be allowed, or has no seat left:
 * `fit` is the fit of the two, `newSeat` opens one more seat. Null when neither frees a place.
 */
export const tradeForGrant = (
  study: RoundStudy,
  row: number,
  offer: number,
  fit: number,
  newSeat: boolean,
): Trade | null => {
  const residual = residualFor(study);
  const { market, price, atOffer } = residual;
  const score = fit - study.settings.loadStep * (study.pool.held[offer]! + fixedAt(study, offer));
  const added = { row, offer, score, fit };
  const way = cheapestWay(residual, market.requests + offer, row);
  // The new seat leads straight to the root, and from there to the empty row at no cost.
  const seat = market.slotStep * atOffer[offer]!.length - price[offer]!;
  if (newSeat && (way === null || seat <= way.cost)) {
    return tradeOf(study, [{ row, from: -1, to: offer }], added);
  }
  return way && tradeOf(study, movesAlong(residual, way.nodes), added);
};

/** The best plan if this row might have this offer too, at this fit; no changes when it would not get it. */
export const tradeForPermission = (study: RoundStudy, row: number, offer: number, fit: number): Trade => {
  const residual = residualFor(study);
  const { market, worth, price, bonus } = residual;
  const nothing: Trade = { served: 0, total: 0, changes: [] };
  const score = fit - study.settings.loadStep * (study.pool.held[offer]! + fixedAt(study, offer));
  const way = cheapestWay(residual, market.requests + offer, row);
  const arc = worth[row]! - (bonus + score - price[offer]!);
  return way === null || way.cost + arc >= 0
    ? nothing
    : tradeOf(study, movesAlong(residual, way.nodes), { row, offer, score, fit });
};

const fixedAt = (study: RoundStudy, offer: number): number =>
  study.fixed.filter((pair) => pair.offer === offer).length;

interface NewPair {
  readonly row: number;
  readonly offer: number;
  readonly score: number;
  readonly fit: number;
}

const tradeOf = (study: RoundStudy, moves: readonly RowMove[], added: NewPair | null = null): Trade => {
  const { market, pool, table } = study;
  const { sparse } = market;
  const residual = residualFor(study);
  const isNew = (row: number, offer: number) => added !== null && added.row === row && added.offer === offer;
  const score = (row: number, offer: number): number => {
    if (offer < 0) return 0;
    if (isNew(row, offer)) return added!.score;
    for (let e = sparse.rowStart[row]!; e < sparse.rowStart[row + 1]!; e++) {
      if (sparse.column[e] === offer) return sparse.score[e]!;
    }
    throw new RangeError('a move along a pair that is not in the market');
  };
  const fit = (row: number, offer: number): number | null => {
    if (offer < 0) return null;
    return isNew(row, offer) ? added!.fit : table.fit[pairAt(table, market.rowRequest[row]!, offer)]!;
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
    const before = residual.atOffer[offer]!.length;
    total -= sparse.slotStep * (pairsBelow(before + change) - pairsBelow(before));
  }
  return {
    served,
    total,
    changes: moves
      .filter(({ from, to }) => from !== to)
      .map(({ row, from, to }) => {
        const { request } = pool.requests[market.rowRequest[row]!]!;
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
const pairsBelow = (load: number): number => (load * (load - 1)) / 2;
