import { clockDistance } from '@trellis/domain/availability/shared-time';
import { isAllowed, type PairHistory } from '@trellis/domain/fit/broken-rules';
import type { RequestSide } from '@trellis/domain/fit/sides';
import type { Yardstick } from '@trellis/domain/fit/yardstick';
import type { OfferIndex } from './offer-index.ts';
import type { RowScratch } from './row-scratch.ts';

/**
 * Marks the offers that rules allow for a request: languages and clocks are judged once a class, employers and musts looked
 * up. Minutes must be counted before, where the rules ask for them. Exceptions named by hand are looked at one by one.
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
  allowed.fill(1);
  if (rules.sharedLanguage) {
    const isMute = index.languages.map((spoken) => hasNone(request.languages, spoken));
    for (const { from, to, languages } of index.classes) if (isMute[languages]) allowed.fill(0, from, to);
  }
  if (rules.maxTimeZoneHours !== null && request.clock !== null) {
    const most = 60 * rules.maxTimeZoneHours;
    const isFar = Uint8Array.from(index.clocks, (other) =>
      other !== null && clockDistance(request.clock!, other) > most ? 1 : 0,
    );
    for (let p = 0; p < allowed.length; p++) if (isFar[index.clockClass[p]!] === 1) allowed[p] = 0;
  }
  if (rules.refuseSameEmployer && request.employer !== null) {
    for (const p of index.atEmployer.get(request.employer) ?? []) allowed[p] = 0;
  }
  for (const must of request.must) requireSkill(index, scratch, must, parent);
  if (rules.minSharedMinutes !== null && request.free !== null) {
    for (const { from, to, saysFree } of index.classes) {
      if (!saysFree) continue;
      for (let p = from; p < to; p++) if (scratch.minutes[p]! < rules.minSharedMinutes) allowed[p] = 0;
    }
  }
  const named = history.named(request.request.id, request.profile.memberId);
  const judge = (p: number) => {
    allowed[p] = isAllowed(request, index.offers[p]!, yardstick, history) ? 1 : 0;
  };
  for (const mentor of named.members) index.ofMember.get(mentor)?.forEach(judge);
  for (const offer of named.offers) {
    const p = index.placeOf.get(offer);
    if (p !== undefined) judge(p);
  }
};

/** Whether one list of languages keeps the two apart. */
export const hasNone = (asked: readonly string[], spoken: readonly string[]): boolean =>
  asked.length > 0 && spoken.length > 0 && !asked.some((language) => spoken.includes(language));

/** A must is met by the skill itself or one of its children. */
const requireSkill = (
  index: OfferIndex,
  scratch: RowScratch,
  must: number,
  parent: readonly number[],
): void => {
  const { allowed, met } = scratch;
  met.fill(0);
  for (const term of index.around(must).terms) {
    if (term >= index.terms || (term !== must && parent[term] !== must)) continue;
    for (let at = index.skills.start[term]!; at < index.skills.start[term + 1]!; at++) {
      met[index.skills.offer[at]!] = 1;
    }
  }
  for (let p = 0; p < allowed.length; p++) if (met[p] === 0) allowed[p] = 0;
};
