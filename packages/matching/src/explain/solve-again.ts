import { decide } from '../decide.ts';
import type { PairAt } from '../market.ts';
import { type PairTable, pairAt } from '../pair-table.ts';
import { type RoundStudy, totalOf } from '../study.ts';
import type { ChangedRequest, Trade } from './trade.ts';

/** A changed decision to solve a round with once more. */
export interface Twist {
  readonly fix?: PairAt;
  readonly forbid?: PairAt;
  /** Allows a pair at this fit, whatever the rules say. */
  readonly allow?: PairAt & { readonly fit: number };
  /** The offer that has one more seat. */
  readonly seat?: number;
}

/** The trade of a twist by solving anew, for plans that are proved level by level. Null when there is no such plan. */
export const solveAgain = (study: RoundStudy, twist: Twist): Trade | null => {
  const { settings } = study;
  const room = study.pool.room.slice();
  if (twist.seat !== undefined) room[twist.seat] = room[twist.seat]! + 1;
  const pool = { ...study.pool, room };
  const table = twistTable(study.table, twist);
  const fixed = twist.fix === undefined ? study.fixed : [...study.fixed, twist.fix];
  if (twist.fix !== undefined && !hasPlace(study, fixed, room, twist.fix)) return null;
  const after = decide(pool, table, fixed, settings.objective, settings.loadStep, {});
  const before = totalOf(study.pool, study.table, study.pairs, settings.loadStep);
  return {
    served: after.pairs.length - study.pairs.length,
    total: totalOf(pool, table, after.pairs, settings.loadStep) - before,
    changes: changesBetween(study, table, after.pairs),
  };
};

const hasPlace = (
  study: RoundStudy,
  fixed: readonly PairAt[],
  room: Int32Array,
  { request, offer }: PairAt,
): boolean =>
  fixed.filter((pair) => pair.request === request).length <= study.pool.seats[request]! &&
  fixed.filter((pair) => pair.offer === offer).length <= room[offer]!;

/** A copy of the table with one pair more or one less. */
const twistTable = (table: PairTable, { allow, forbid }: Twist): PairTable => {
  const rows = table.rowStart.length - 1;
  const rowStart = new Int32Array(rows + 1);
  const column: number[] = [];
  const fit: number[] = [];
  for (let i = 0; i < rows; i++) {
    let isPending = allow !== undefined && allow.request === i && pairAt(table, i, allow.offer) < 0;
    for (let e = table.rowStart[i]!; e < table.rowStart[i + 1]!; e++) {
      const j = table.column[e]!;
      if (isPending && j > allow!.offer) {
        column.push(allow!.offer);
        fit.push(allow!.fit);
        isPending = false;
      }
      if (forbid?.request === i && forbid.offer === j) continue;
      column.push(j);
      fit.push(table.fit[e]!);
    }
    if (isPending) {
      column.push(allow!.offer);
      fit.push(allow!.fit);
    }
    rowStart[i + 1] = column.length;
  }
  return { rowStart, column: Int32Array.from(column), fit: Int32Array.from(fit) };
};

/** Requests whose mentors differ; of several seats, those lost and those gained are put side by side. */
const changesBetween = (
  study: RoundStudy,
  after: PairTable,
  pairs: readonly PairAt[],
): readonly ChangedRequest[] => {
  const { pool, table } = study;
  const was = offersByRequest(study.pairs);
  const is = offersByRequest(pairs);
  return pool.requests.flatMap(({ request }, i) => {
    const lost = [...(was.get(i) ?? [])].filter((offer) => !is.get(i)?.has(offer));
    const gained = [...(is.get(i) ?? [])].filter((offer) => !was.get(i)?.has(offer));
    return Array.from({ length: Math.max(lost.length, gained.length) }, (_, k): ChangedRequest => {
      const from = lost[k];
      const to = gained[k];
      return {
        requestId: request.id,
        menteeId: request.memberId,
        from: from === undefined ? null : pool.offers[from]!.offer.id,
        to: to === undefined ? null : pool.offers[to]!.offer.id,
        fitBefore: from === undefined ? null : table.fit[pairAt(table, i, from)]!,
        fitAfter: to === undefined ? null : after.fit[pairAt(after, i, to)]!,
      };
    });
  });
};

const offersByRequest = (pairs: readonly PairAt[]): ReadonlyMap<number, ReadonlySet<number>> => {
  const byRequest = new Map<number, Set<number>>();
  for (const { request, offer } of pairs) {
    const offers = byRequest.get(request);
    if (offers) offers.add(offer);
    else byRequest.set(request, new Set([offer]));
  }
  return byRequest;
};
