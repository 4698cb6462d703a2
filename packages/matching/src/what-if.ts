import { mixOf, scoreOf } from '@trellis/domain/fit/fit-of';
import type { MemberId, OfferId, RequestId } from '@trellis/domain/ids';
import type { Weights } from '@trellis/domain/programs/settings';
import type { Change } from './change.ts';
import { nearPlan } from './near-plan.ts';
import { pairAt } from './pair-table.ts';
import type { Infeasible, NotProved } from './round-plan.ts';
import type { RoundWatch } from './round-watch.ts';
import type { RoundStudy } from './study.ts';

/** A request whose mentors would be others. */
export interface ChangedPerson {
  readonly requestId: RequestId;
  readonly menteeId: MemberId;
  /** Fewer mentors than before, more, or as many of whom some are others. */
  readonly change: 'loses' | 'gains' | 'other';
  readonly before: readonly { readonly offerId: OfferId; readonly fit: number }[];
  readonly after: readonly { readonly offerId: OfferId; readonly fit: number }[];
}

export interface Difference {
  readonly status: 'compared';
  readonly before: Totals;
  readonly after: Totals;
  /** How many who have a mentor keep all of theirs, and get no other. */
  readonly stay: number;
  /** In the order of request ids; those who keep their mentors are left out. */
  readonly changed: readonly ChangedPerson[];
}

export interface Totals {
  readonly served: number;
  readonly waiting: number;
  /** Σ fit of the plan's pairs, by the weights of the saved round and by those that were tried. */
  readonly fit: { readonly saved: number; readonly tried: number };
}

/**
 * What would change against a studied round: re-scored, re-solved, proved, and compared. Of the plans that are best after
 * the change, the one that changes fewest people is compared. Nothing is saved.
 */
export const whatIf = (
  study: RoundStudy,
  change: Change,
  watch: RoundWatch = {},
): Difference | Infeasible | NotProved => {
  const changed = nearPlan(study, change, watch);
  return changed.status === 'near' ? comparePlans(study, changed) : changed;
};

type Plan = Pick<RoundStudy, 'pool' | 'table' | 'pairs' | 'settings'>;

/** Two plans side by side: who would have other mentors. */
const comparePlans = (before: Plan, after: Plan): Difference => {
  const was = mentorsByRequest(before);
  const is = mentorsByRequest(after);
  const changed: ChangedPerson[] = [];
  let stay = 0;
  for (const [requestId, menteeId] of new Map([...menteesOf(before), ...menteesOf(after)])) {
    const old = was.get(requestId) ?? [];
    const now = is.get(requestId) ?? [];
    const same = old.length === now.length && old.every(({ offerId }, k) => offerId === now[k]!.offerId);
    if (same) {
      if (old.length > 0) stay++;
      continue;
    }
    const change = now.length < old.length ? 'loses' : now.length > old.length ? 'gains' : 'other';
    changed.push({ requestId, menteeId, change, before: old, after: now });
  }
  const weights = { saved: before.settings.weights, tried: after.settings.weights };
  return {
    status: 'compared',
    before: totalsOf(before, weights),
    after: totalsOf(after, weights),
    stay,
    changed: changed.sort((a, b) => (a.requestId < b.requestId ? -1 : 1)),
  };
};

const menteesOf = ({ pool }: Plan): readonly (readonly [RequestId, MemberId])[] =>
  pool.requests.map(({ request }) => [request.id, request.memberId] as const);

const mentorsByRequest = ({ pool, table, pairs }: Plan) => {
  const mentors = new Map<RequestId, { offerId: OfferId; fit: number }[]>();
  for (const { request, offer } of pairs) {
    const id = pool.requests[request]!.request.id;
    const list = mentors.get(id) ?? [];
    list.push({ offerId: pool.offers[offer]!.offer.id, fit: table.fit[pairAt(table, request, offer)]! });
    mentors.set(id, list);
  }
  for (const list of mentors.values()) list.sort((a, b) => (a.offerId < b.offerId ? -1 : 1));
  return mentors;
};

const totalsOf = (study: Plan, weights: { readonly saved: Weights; readonly tried: Weights }): Totals => ({
  served: study.pairs.length,
  waiting: study.pool.seats.reduce((sum, seats) => sum + seats, 0) - study.pairs.length,
  fit: { saved: fitBy(study, weights.saved), tried: fitBy(study, weights.tried) },
});

/** Σ fit of a plan's pairs, weighed like this whatever they were chosen by. */
const fitBy = ({ pool, pairs }: Plan, weights: Weights): number => {
  const yardstick = { ...pool.yardstick, weights };
  return pairs.reduce((sum, { request, offer }) => {
    const side = pool.requests[request]!;
    return sum + scoreOf(side, pool.offers[offer]!, yardstick, mixOf(side, yardstick));
  }, 0);
};
