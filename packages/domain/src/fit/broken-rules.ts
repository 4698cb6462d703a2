import { clockDistance } from '../availability/shared-time.ts';
import { sharedLength } from '../availability/stretches.ts';
import type { MemberId, OfferId, RequestId } from '../ids.ts';
import type { SeparationKind } from '../pairings/separations.ts';
import type { Rule } from '../programs/settings.ts';
import type { RuleBreak } from './rule-break.ts';
import type { OfferSide, RequestSide } from './sides.ts';
import type { Yardstick } from './yardstick.ts';

/** What staff and the past say about pairs: kept apart (whichever way round), paired before, rules waived. */
export interface PairHistory {
  separation(a: MemberId, b: MemberId): SeparationKind | null;
  pairedBefore(mentee: MemberId, mentor: MemberId): boolean;
  isWaived(request: RequestId, offer: OfferId): boolean;
  /** Whom any of this is said about for one request: members and offers that need a look of their own. */
  named(
    request: RequestId,
    mentee: MemberId,
  ): { readonly members: readonly MemberId[]; readonly offers: readonly OfferId[] };
}

const NONE: readonly OfferId[] = [];

/** The rules that a coordinator can waive for one pair. */
export const isWaivable = (rule: Rule): boolean => rule !== 'self' && rule !== 'separated';

export const pairHistory = (
  separations: readonly {
    readonly memberA: MemberId;
    readonly memberB: MemberId;
    readonly kind: SeparationKind;
  }[],
  pairedBefore: readonly { readonly mentee: MemberId; readonly mentor: MemberId }[],
  waived: readonly { readonly requestId: RequestId; readonly offerId: OfferId }[] = [],
): PairHistory => {
  const waivedOffers = new Map<RequestId, Set<OfferId>>();
  for (const { requestId, offerId } of waived) {
    const others = waivedOffers.get(requestId);
    if (others) others.add(offerId);
    else waivedOffers.set(requestId, new Set([offerId]));
  }
  const apart = new Map<MemberId, Map<MemberId, SeparationKind>>();
  const before = new Map<MemberId, Set<MemberId>>();
  const separate = (a: MemberId, b: MemberId, kind: SeparationKind) => {
    const others = apart.get(a);
    if (others) others.set(b, kind);
    else apart.set(a, new Map([[b, kind]]));
  };
  for (const { memberA, memberB, kind } of separations) {
    separate(memberA, memberB, kind);
    separate(memberB, memberA, kind);
  }
  for (const { mentee, mentor } of pairedBefore) {
    const others = before.get(mentee);
    if (others) others.add(mentor);
    else before.set(mentee, new Set([mentor]));
  }
  return {
    separation: (a, b) => apart.get(a)?.get(b) ?? null,
    pairedBefore: (mentee, mentor) => before.get(mentee)?.has(mentor) ?? false,
    isWaived: (request, offer) => waivedOffers.get(request)?.has(offer) ?? false,
    named: (request, mentee) => {
      const members = [mentee];
      const separated = apart.get(mentee);
      if (separated) members.push(...separated.keys());
      const met = before.get(mentee);
      if (met) members.push(...met);
      const offers = waivedOffers.get(request);
      return { members, offers: offers ? [...offers] : NONE };
    },
  };
};

/** A must is met by the skill itself or by something more special (a child in the taxonomy); beside it is not it. */
const missesMust = (must: number, offer: OfferSide, parent: readonly number[]): boolean => {
  for (let k = 0; k < offer.skills.length; k++) {
    const held = offer.skills[k]!;
    if (held === must || parent[held] === must) return false;
  }
  return true;
};

const noSharedLanguage = (request: RequestSide, offer: OfferSide): boolean => {
  if (request.languages.length === 0 || offer.languages.length === 0) return false;
  for (const language of request.languages) if (offer.languages.includes(language)) return false;
  return true;
};

/** Whether this pair may be proposed: the same answer as an empty `brokenRules`, without building facts. */
export const isAllowed = (
  request: RequestSide,
  offer: OfferSide,
  { rules, parent }: Yardstick,
  history: PairHistory,
): boolean => {
  const mentee = request.profile.memberId;
  const mentor = offer.profile.memberId;
  if (mentee === mentor) return false;
  if (history.separation(mentee, mentor) !== null) return false;
  if (history.isWaived(request.request.id, offer.offer.id)) return true;
  if (history.pairedBefore(mentee, mentor)) return false;
  if (rules.sharedLanguage && noSharedLanguage(request, offer)) return false;
  if (rules.refuseSameEmployer && request.employer !== null && request.employer === offer.employer)
    return false;
  for (const must of request.must) if (missesMust(must, offer, parent)) return false;
  if (
    rules.maxTimeZoneHours !== null &&
    request.clock !== null &&
    offer.clock !== null &&
    clockDistance(request.clock, offer.clock) > 60 * rules.maxTimeZoneHours
  ) {
    return false;
  }
  return !(
    rules.minSharedMinutes !== null &&
    request.free !== null &&
    offer.free !== null &&
    sharedLength(request.free, offer.free) < rules.minSharedMinutes
  );
};

/** Every hard rule this pair breaks, with its facts; empty when it may be proposed. Blanks are held against nobody, save for musts. */
export const brokenRules = (
  request: RequestSide,
  offer: OfferSide,
  { rules, parent, termOf }: Yardstick,
  history: PairHistory,
): readonly RuleBreak[] => {
  const out: RuleBreak[] = [];
  const mentee = request.profile.memberId;
  const mentor = offer.profile.memberId;
  if (mentee === mentor) out.push({ rule: 'self', facts: {} });
  const kind = history.separation(mentee, mentor);
  if (kind !== null) out.push({ rule: 'separated', facts: { kind } });
  if (history.isWaived(request.request.id, offer.offer.id)) return out;
  if (history.pairedBefore(mentee, mentor)) out.push({ rule: 'already_paired_here', facts: {} });
  if (rules.sharedLanguage && noSharedLanguage(request, offer)) {
    out.push({ rule: 'language', facts: { mentee: request.languages, mentor: offer.languages } });
  }
  if (rules.refuseSameEmployer && request.employer !== null && request.employer === offer.employer) {
    out.push({ rule: 'same_employer', facts: { employer: offer.profile.employer ?? '' } });
  }
  const missing = request.must.filter((must) => missesMust(must, offer, parent));
  if (missing.length > 0) out.push({ rule: 'missing_must_have', facts: { skills: missing.map(termOf) } });
  if (rules.maxTimeZoneHours !== null && request.clock !== null && offer.clock !== null) {
    const hours = clockDistance(request.clock, offer.clock) / 60;
    if (hours > rules.maxTimeZoneHours) {
      out.push({ rule: 'time_zone_distance', facts: { hours, limit: rules.maxTimeZoneHours } });
    }
  }
  if (rules.minSharedMinutes !== null && request.free !== null && offer.free !== null) {
    const minutes = sharedLength(request.free, offer.free);
    if (minutes < rules.minSharedMinutes) {
      out.push({ rule: 'no_shared_time', facts: { minutes, least: rules.minSharedMinutes } });
    }
  }
  return out;
};
