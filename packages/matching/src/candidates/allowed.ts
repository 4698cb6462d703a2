import { clockDistance } from '@trellis/domain/availability/shared-time';
import { isAllowed, type PairHistory } from '@trellis/domain/fit/broken-rules';
import type { RequestSide } from '@trellis/domain/fit/sides';
import type { Yardstick } from '@trellis/domain/fit/yardstick';
import type { OfferIndex } from './offer-index.ts';
import type { RowScratch } from './row-scratch.ts';

/**
 * Marks the offers that rules allow for a request: classes of languages, clocks and employers are judged once each. Minutes
 * must be counted before, where the rules ask for them. Exceptions named by hand are looked at one by one.
 */
export const markAllowed = (
  index: OfferIndex,
  scratch: RowScratch,
  request: RequestSide,
  yardstick: Yardstick,
  history: PairHistory,
): void => {
  const { rules, parent } = yardstick;
  const { allowed } = scratch;
  const language = index.languages.map(
    (spoken) => rules.sharedLanguage && hasNone(request.languages, spoken),
  );
  const clock = index.clocks.map(
    (other) =>
      rules.maxTimeZoneHours !== null &&
      request.clock !== null &&
      other !== null &&
      clockDistance(request.clock, other) > 60 * rules.maxTimeZoneHours,
  );
  const employer =
    rules.refuseSameEmployer && request.employer !== null
      ? (index.employers.get(request.employer) ?? -1)
      : -1;
  for (let j = 0; j < allowed.length; j++) {
    const isBarred =
      language[index.languageClass[j]!]! ||
      clock[index.clockClass[j]!]! ||
      index.employerClass[j] === employer;
    allowed[j] = isBarred ? 0 : 1;
  }
  for (const must of request.must) requireSkill(index, scratch, must, parent);
  if (rules.minSharedMinutes !== null && request.free !== null) {
    for (let j = 0; j < allowed.length; j++) {
      if (index.saysFree[j] === 1 && scratch.minutes[j]! < rules.minSharedMinutes) allowed[j] = 0;
    }
  }
  const named = history.named(request.request.id, request.profile.memberId);
  const judge = (j: number) => {
    allowed[j] = isAllowed(request, index.offers[j]!, yardstick, history) ? 1 : 0;
  };
  for (const mentor of named.members) index.offersOf.get(mentor)?.forEach(judge);
  for (const offer of named.offers) {
    const j = index.offerAt.get(offer);
    if (j !== undefined) judge(j);
  }
};

const hasNone = (asked: readonly string[], spoken: readonly string[]): boolean =>
  asked.length > 0 && spoken.length > 0 && !asked.some((language) => spoken.includes(language));

/** A must is met by the skill itself or one of its children. */
const requireSkill = (
  index: OfferIndex,
  scratch: RowScratch,
  must: number,
  parent: readonly number[],
): void => {
  const { allowed, shared } = scratch;
  shared.fill(0);
  for (const term of index.around(must).terms) {
    if (term >= index.terms || (term !== must && parent[term] !== must)) continue;
    for (let at = index.skills.start[term]!; at < index.skills.start[term + 1]!; at++) {
      shared[index.skills.offer[at]!] = 1;
    }
  }
  for (let j = 0; j < allowed.length; j++) if (shared[j] === 0) allowed[j] = 0;
};
