import type { MemberId, OfferId, RequestId } from '@trellis/domain/ids';
import type { Change } from './change.ts';
import { pairAt } from './pair-table.ts';
import type { Infeasible, NotProved } from './round-plan.ts';
import type { RoundWatch } from './round-watch.ts';
import type { RoundStudy } from './study.ts';
import { studyChange } from './study-change.ts';

/** A request whose mentors would be others. */
export interface ChangedPerson {
  readonly requestId: RequestId;
  readonly menteeId: MemberId;
  readonly before: readonly { readonly offerId: OfferId; readonly fit: number }[];
  readonly after: readonly { readonly offerId: OfferId; readonly fit: number }[];
}

export interface Difference {
  readonly status: 'compared';
  readonly before: Totals;
  readonly after: Totals;
  /** In the order of request ids; those who keep their mentors are left out. */
  readonly changed: readonly ChangedPerson[];
}

export interface Totals {
  readonly served: number;
  /** Σ fit, each plan measured with its own weights. */
  readonly fit: number;
  readonly waiting: number;
}

/** What would change against a studied round: re-scored, re-solved, proved, and compared. Nothing is saved. */
export const whatIf = (
  study: RoundStudy,
  change: Change,
  watch: RoundWatch = {},
): Difference | Infeasible | NotProved => {
  const changed = studyChange(study, change, watch);
  return changed.status === 'studied' ? compareStudies(study, changed) : changed;
};

/** Two studies side by side: who would have other mentors. */
export const compareStudies = (before: RoundStudy, after: RoundStudy): Difference => {
  const was = mentorsByRequest(before);
  const is = mentorsByRequest(after);
  const changed: ChangedPerson[] = [];
  for (const [requestId, menteeId] of [...menteesOf(before), ...menteesOf(after)]) {
    const old = was.get(requestId) ?? [];
    const now = is.get(requestId) ?? [];
    const same = old.length === now.length && old.every(({ offerId }, k) => offerId === now[k]!.offerId);
    if (!same) changed.push({ requestId, menteeId, before: old, after: now });
  }
  const distinct = [...new Map(changed.map((person) => [person.requestId, person])).values()];
  return {
    status: 'compared',
    before: totalsOf(before),
    after: totalsOf(after),
    changed: distinct.sort((a, b) => (a.requestId < b.requestId ? -1 : 1)),
  };
};

const menteesOf = ({ pool }: RoundStudy): readonly (readonly [RequestId, MemberId])[] =>
  pool.requests.map(({ request }) => [request.id, request.memberId] as const);

const mentorsByRequest = ({ pool, table, pairs }: RoundStudy) => {
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

const totalsOf = ({ pool, table, pairs }: RoundStudy): Totals => ({
  served: pairs.length,
  fit: pairs.reduce((sum, { request, offer }) => sum + table.fit[pairAt(table, request, offer)]!, 0),
  waiting: pool.seats.reduce((sum, seats) => sum + seats, 0) - pairs.length,
});
