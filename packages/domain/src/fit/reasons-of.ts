import type { TermId } from '../ids.ts';
import { DEFAULT_VISIBILITY, type ProfileField } from '../profiles/fields.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Criterion } from '../programs/settings.ts';
import { type CriterionFacts, FIT_SCALE, type Fit, isBridge } from './fit.ts';
import type { Audience, Reason, ReasonsForAll } from './reason.ts';
import type { OfferSide, RequestSide } from './sides.ts';

/** More would be read by neither of the two. Staff also find pairings by their reasons, so they get all of them. */
const MOST_REASONS: Readonly<Record<Audience, number>> = { mentee: 5, mentor: 5, staff: 12 };
/** Below this a part is no reason to meet. */
const LEAST_VALUE = 4_000;
/** Below this share of evidence the honest reason is that little is known. */
const LITTLE_EVIDENCE = 4_000;
/** Half an hour together is the least that makes shared hours worth a sentence. */
const LEAST_MINUTES = 30;

/** Staff see every field but `self`; somebody proposed sees what is set to `proposed`. */
const shows = (profile: Profile, field: ProfileField, audience: Audience): boolean => {
  const visibility = profile.visibility[field] ?? DEFAULT_VISIBILITY[field];
  return audience === 'staff' ? visibility !== 'self' : visibility === 'proposed';
};

interface Weighed {
  readonly reason: Reason;
  readonly weight: number;
}

/** The reasons of a fit for each audience, from what that audience may see, best first. Reasons carry no names. */
export const reasonsOf = (request: RequestSide, offer: OfferSide, fit: Fit): ReasonsForAll => ({
  mentee: reasonsFor('mentee', request, offer, fit),
  mentor: reasonsFor('mentor', request, offer, fit),
  staff: reasonsFor('staff', request, offer, fit),
});

const reasonsFor = (
  audience: Audience,
  request: RequestSide,
  offer: OfferSide,
  fit: Fit,
): readonly Reason[] => {
  // A mentor knows their own profile; the mentee reads about it only what it shows. And the other way round.
  const mentorShows = (field: ProfileField) => audience === 'mentor' || shows(offer.profile, field, audience);
  const menteeShows = (field: ProfileField) =>
    audience === 'mentee' || shows(request.profile, field, audience);
  const found: Weighed[] = [];
  const add = (criterion: Criterion, reason: Reason | null, extra = 0) => {
    const part = fit.parts.find((p) => p.criterion === criterion);
    if (reason === null || part === undefined || part.value === null) return;
    found.push({ reason, weight: (part.value * part.share) / FIT_SCALE + extra });
  };
  const facts = <C extends Criterion>(criterion: C): CriterionFacts[C] | null =>
    (fit.parts.find((p) => p.criterion === criterion)?.facts ?? null) as CriterionFacts[C] | null;
  const value = (criterion: Criterion): number =>
    fit.parts.find((p) => p.criterion === criterion)?.value ?? 0;

  const goals = facts('goals');
  if (goals !== null) for (const reason of goalReasons(goals)) add('goals', reason);

  const skills = facts('skills');
  if (skills !== null) {
    const seen = skills.matches.filter((m) => offer.offer.skills.includes(m.held) || mentorShows('skills'));
    for (const [reason, extra] of skillReasons(seen, request.skills.length)) add('skills', reason, extra);
  }

  const industries = facts('industries');
  if (industries !== null) {
    const listed = new Set(offer.profile.industries.map((i) => i.termId));
    const seen = industries.matches
      .filter(
        (m) =>
          offer.offer.industries.includes(m.held) ||
          (mentorShows('industries') && listed.has(m.held)) ||
          (mentorShows('career') && offer.profile.career.some((step) => step.industryId === m.held)),
      )
      .map((m) => (mentorShows('industries') ? m : { ...m, years: null }));
    add('industries', industryReason(seen));
  }

  const path = facts('path');
  if (path !== null && mentorShows('career') && value('path') >= LEAST_VALUE) add('path', pathReason(path));

  const style = facts('style');
  if (style !== null && style.alike.length >= 2 && mentorShows('style') && menteeShows('style')) {
    add('style', { code: 'style', facts: { items: style.alike } });
  }

  const time = facts('time');
  if (time !== null && time.sharedMinutes >= LEAST_MINUTES && mentorShows('hours') && menteeShows('hours')) {
    add('time', { code: 'shared_time', facts: { minutes: time.sharedMinutes } });
  }

  const languages = facts('languages');
  if (languages !== null && mentorShows('languages')) {
    const told = request.languagesNeeded || menteeShows('languages') ? languages.shared : [];
    const telling = told.filter((language) => language !== 'en' || request.request.languages.includes('en'));
    if (telling.length > 0) add('languages', { code: 'languages', facts: { languages: telling } });
  }

  const wishes = facts('wishes');
  if (wishes !== null && audience !== 'mentor') add('wishes', { code: 'wished', facts: wishes }, FIT_SCALE);

  const reach = facts('reach');
  if (reach !== null && isBridge(fit) && !reach.sameEmployer && reach.fresh.length > 0) {
    const worlds = ['skills', 'industries', 'career'] as const;
    if (worlds.every((field) => mentorShows(field) && menteeShows(field))) {
      add('reach', { code: 'bridge', facts: { shared: reach.shared, fresh: reach.fresh } });
    }
  }

  if (found.length === 0) {
    return [{ code: fit.evidence < LITTLE_EVIDENCE ? 'little_known' : 'little_in_common', facts: {} }];
  }
  // Equal weights keep the order above: the sort is stable.
  return found
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_REASONS[audience])
    .map(({ reason }) => reason);
};

const goalReasons = (goals: CriterionFacts['goals']): readonly Reason[] => {
  const same = goals.matches.filter((m) => m.kinship === 'same').map((m) => m.asked);
  if (same.length > 0) return [{ code: 'shared_goals', facts: { goals: same } }];
  const near = goals.matches[0];
  return near ? [{ code: 'near_goals', facts: { asked: near.asked, offered: near.held } }] : [];
};

/** A rare skill gets a sentence of its own, slightly before the others. */
const skillReasons = (
  matches: CriterionFacts['skills']['matches'],
  of: number,
): readonly (readonly [Reason, number])[] => {
  const same = matches.filter((m) => m.kinship === 'same' || m.kinship === 'child').map((m) => m.asked);
  const rare: TermId | undefined = matches.find((m) => m.rare && m.kinship === 'same')?.asked;
  const out: (readonly [Reason, number])[] = [];
  if (rare !== undefined && of > 1) out.push([{ code: 'rare_skill', facts: { skill: rare } }, 1]);
  const others = same.filter((skill) => skill !== rare || of <= 1);
  if (others.length > 0) out.push([{ code: 'skills', facts: { skills: others, of } }, 0]);
  const near = matches[0];
  if (out.length === 0 && near !== undefined) {
    out.push([{ code: 'near_skill', facts: { asked: near.asked, held: near.held } }, 0]);
  }
  return out;
};

const industryReason = (matches: CriterionFacts['industries']['matches']): Reason | null => {
  const same = matches.filter((m) => m.kinship === 'same' || m.kinship === 'child');
  if (same.length > 0) {
    const years = same.length === 1 ? same[0]!.years : null;
    return { code: 'industries', facts: { industries: same.map((m) => m.asked), years } };
  }
  const near = matches[0];
  return near ? { code: 'near_industry', facts: { asked: near.asked, held: near.held } } : null;
};

const pathReason = ({ kind, move }: CriterionFacts['path']): Reason | null => {
  if (move === null || kind === 'none') return null;
  const from = move.fromOccupation ?? move.fromIndustry;
  const to = move.toOccupation ?? move.toIndustry;
  if (kind === 'arrived')
    return to === null ? null : { code: 'arrived', facts: { at: to, since: move.year } };
  // Both ends are named on the same footing: occupations where they differ, else industries.
  const byOccupation =
    move.fromOccupation !== null && move.toOccupation !== null && move.fromOccupation !== move.toOccupation;
  const ends =
    byOccupation || move.fromIndustry === null || move.toIndustry === null
      ? { from, to }
      : { from: move.fromIndustry, to: move.toIndustry };
  return { code: kind, facts: { ...ends, year: move.year } };
};
