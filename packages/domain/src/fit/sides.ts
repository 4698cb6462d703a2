import type { Spans } from '../availability/stretches.ts';
import { hoursInUtc, offsetAt } from '../availability/zone-rules.ts';
import type { OfferId, TermId } from '../ids.ts';
import type { Offer } from '../offers/offer.ts';
import { type ProfileField, type SkillLevel, STYLE_ITEMS } from '../profiles/fields.ts';
import type { CareerStep, Profile } from '../profiles/profile.ts';
import { visibilityOf } from '../profiles/visible-profile.ts';
import type { Request } from '../requests/request.ts';
import { aliasKey } from '../taxonomy/alias-key.ts';
import { FIT_SCALE } from './fit.ts';
import type { Yardstick } from './yardstick.ts';

/** An occupation and an industry as term numbers; −1 is unknown. */
export interface Place {
  readonly occupation: number;
  readonly industry: number;
}

/** A station of a career, and the one before it where that was another place: together they are a move. */
export interface CareerStation {
  readonly place: Place;
  readonly cameFrom: Place | null;
  readonly since: number | null;
}

/** What both sides of a pair have, made ready for many comparisons. Blanks are empty lists, zeros and nulls. */
interface PersonSide {
  readonly profile: Profile;
  /** Answers by STYLE_ITEMS, 0 for none. */
  readonly style: readonly number[];
  /** Free minutes of the compared week in UTC, or null when hours or zone are not said. */
  readonly free: Spans | null;
  /** Minutes the clock is ahead of UTC at the compared week's start, or null. */
  readonly clock: number | null;
  /** Families of what this person knows: numbers, ascending. */
  readonly fields: readonly number[];
  /** Present employer as a key, spellings folded. */
  readonly employer: string | null;
}

export interface RequestSide extends PersonSide {
  readonly request: Request;
  readonly skills: readonly number[];
  /** How much each asked skill counts: its rarity, doubled for a must. */
  readonly skillWeight: readonly number[];
  readonly must: readonly number[];
  readonly goals: readonly number[];
  readonly industries: readonly number[];
  readonly from: Place;
  readonly towards: Place;
  /** Languages needed, or else spoken. */
  readonly languages: readonly string[];
  readonly languagesNeeded: boolean;
  readonly wishes: ReadonlyMap<OfferId, number>;
}

export interface OfferSide extends PersonSide {
  readonly offer: Offer;
  readonly skills: readonly number[];
  /** What each skill is worth by its level, 0…FIT_SCALE. */
  readonly skillValue: readonly number[];
  readonly skillLevel: readonly (SkillLevel | null)[];
  readonly goals: readonly number[];
  readonly industries: readonly number[];
  readonly industryValue: readonly number[];
  readonly industryYears: readonly (number | null)[];
  readonly places: readonly CareerStation[];
  readonly languages: readonly string[];
}

/** What a level is worth to someone who wants to learn; no level is taken as "works with it". */
const LEVEL_VALUE: Record<SkillLevel, number> = { 1: 3_000, 2: 5_500, 3: 8_500, 4: FIT_SCALE, 5: FIT_SCALE };
const NO_LEVEL_VALUE = 8_500;

/** What years in an industry are worth; no years are taken as two to four. */
const yearsValue = (years: number | null): number =>
  years === null ? 8_500 : years >= 5 ? FIT_SCALE : years >= 2 ? 8_500 : 6_000;

/** What a member keeps to themselves is not used for matching: as good as blank. */
const used = (profile: Profile, field: ProfileField): boolean => visibilityOf(profile, field) !== 'self';

/** Each once, in the order they come. Lists of a person are short: looking is faster than a set, and a round has many people. */
const distinct = <T>(list: readonly T[]): T[] => {
  const out: T[] = [];
  for (const one of list) if (!out.includes(one)) out.push(one);
  return out;
};

const place = (yardstick: Yardstick, at: Pick<CareerStep, 'occupationId' | 'industryId'>): Place => ({
  occupation: at.occupationId === null ? -1 : yardstick.numberOf(at.occupationId),
  industry: at.industryId === null ? -1 : yardstick.numberOf(at.industryId),
});

/** The numbers of terms, each once, in the order they come. */
const numbersOf = (terms: readonly TermId[], { numberOf }: Yardstick): number[] => {
  const numbers: number[] = [];
  for (const term of terms) addOnce(numbers, numberOf(term));
  return numbers;
};

const addOnce = (numbers: number[], number: number): void => {
  if (!numbers.includes(number)) numbers.push(number);
};

const careerOf = (profile: Profile): readonly CareerStep[] =>
  !used(profile, 'career')
    ? []
    : profile.career.length < 2
      ? profile.career
      : [...profile.career].sort(
          (a, b) => (a.fromYear ?? a.toYear ?? 9999) - (b.fromYear ?? b.toYear ?? 9999),
        );

/** Adds the family of a term, once; −1 is unknown. */
const know = (fields: number[], number: number, parent: readonly number[]): void => {
  if (number < 0) return;
  addOnce(fields, parent[number]! >= 0 ? parent[number]! : number);
};

const fieldsOf = (
  profile: Profile,
  { parent, numberOf }: Yardstick,
  career: readonly CareerStep[],
  extra: Place | null,
): readonly number[] => {
  const fields: number[] = [];
  if (used(profile, 'skills')) {
    for (const { termId } of profile.skills) know(fields, numberOf(termId), parent);
  }
  if (used(profile, 'industries')) {
    for (const { termId } of profile.industries) know(fields, numberOf(termId), parent);
  }
  for (const { occupationId, industryId } of career) {
    if (occupationId !== null) know(fields, numberOf(occupationId), parent);
    if (industryId !== null) know(fields, numberOf(industryId), parent);
  }
  if (extra !== null) {
    know(fields, extra.occupation, parent);
    know(fields, extra.industry, parent);
  }
  return fields.sort((a, b) => a - b);
};

const personSide = (
  profile: Profile,
  yardstick: Yardstick,
  career: readonly CareerStep[],
  extra: Place | null,
): PersonSide => {
  const zone = profile.timeZone;
  const hours = used(profile, 'hours') ? profile.hours : [];
  const employer = used(profile, 'employer') && profile.employer ? aliasKey(profile.employer) : '';
  return {
    profile,
    style: used(profile, 'style') ? STYLE_ITEMS.map((item) => profile.style[item] ?? 0) : NO_STYLE,
    free:
      zone === null || hours.length === 0 ? null : hoursInUtc(yardstick.zones, zone, hours, yardstick.week),
    clock: zone === null ? null : offsetAt(yardstick.zones, zone, yardstick.week * 60_000),
    fields: fieldsOf(profile, yardstick, career, extra),
    employer: employer === '' ? null : employer,
  };
};

const NO_STYLE: readonly number[] = STYLE_ITEMS.map(() => 0);

/** A request and its mentee's profile, ready to be compared with many offers. */
export const requestSide = (request: Request, profile: Profile, yardstick: Yardstick): RequestSide => {
  const { numberOf } = yardstick;
  const from = place(yardstick, request.from);
  const towards = place(yardstick, request.towards);
  const skills: number[] = [];
  const need: Request['skills'][number]['need'][] = [];
  for (const skill of request.skills) {
    const number = numberOf(skill.termId);
    const at = skills.indexOf(number);
    if (at >= 0) need[at] = skill.need;
    else {
      skills.push(number);
      need.push(skill.need);
    }
  }
  const needed = request.languages.length > 0;
  const spoken = needed ? request.languages : used(profile, 'languages') ? profile.languages : [];
  const industries = numbersOf(request.industries, yardstick);
  if (towards.industry >= 0) addOnce(industries, towards.industry);
  const person = personSide(profile, yardstick, careerOf(profile), from);
  // Field by field: spreading an object for each of many people takes several times as long.
  return {
    profile,
    style: person.style,
    free: person.free,
    clock: person.clock,
    fields: person.fields,
    employer: person.employer,
    request,
    skills,
    skillWeight: skills.map((n, k) => yardstick.rarityOf(n) * (need[k] === 'must' ? 2 : 1)),
    must: skills.filter((_, k) => need[k] === 'must'),
    goals: numbersOf(request.goals, yardstick),
    industries,
    from,
    towards,
    languages: distinct(spoken),
    languagesNeeded: needed,
    wishes:
      request.wishes.length === 0
        ? NO_WISHES
        : new Map(request.wishes.map((wish) => [wish.offerId, wish.rank])),
  };
};

const NO_WISHES: ReadonlyMap<OfferId, number> = new Map();

/** An offer and its mentor's profile, ready to be compared with many requests. */
export const offerSide = (offer: Offer, profile: Profile, yardstick: Yardstick): OfferSide => {
  const levels = new Map<number, SkillLevel | null>(offer.skills.map((id) => [yardstick.numberOf(id), null]));
  if (used(profile, 'skills')) {
    for (const skill of profile.skills) levels.set(yardstick.numberOf(skill.termId), skill.level);
  }
  const years = new Map<number, number | null>(offer.industries.map((id) => [yardstick.numberOf(id), null]));
  const career = careerOf(profile);
  const stations = career.map((step) => place(yardstick, step));
  for (const step of career) {
    if (step.industryId !== null) years.set(yardstick.numberOf(step.industryId), null);
  }
  if (used(profile, 'industries')) {
    for (const industry of profile.industries) years.set(yardstick.numberOf(industry.termId), industry.years);
  }
  const places = career.map((step, k): CareerStation => {
    const here = stations[k]!;
    const before = k === 0 ? null : stations[k - 1]!;
    const isMove =
      before !== null && (before.occupation !== here.occupation || before.industry !== here.industry);
    return { place: here, cameFrom: isMove ? before : null, since: step.fromYear };
  });
  const skillLevel = [...levels.values()];
  const industryYears = [...years.values()];
  const person = personSide(profile, yardstick, career, null);
  return {
    profile,
    style: person.style,
    free: person.free,
    clock: person.clock,
    fields: person.fields,
    employer: person.employer,
    offer,
    skills: [...levels.keys()],
    skillLevel,
    skillValue: skillLevel.map((level) => (level === null ? NO_LEVEL_VALUE : LEVEL_VALUE[level])),
    goals: numbersOf(offer.goals, yardstick),
    industries: [...years.keys()],
    industryYears,
    industryValue: industryYears.map(yearsValue),
    places,
    languages: used(profile, 'languages') ? profile.languages : [],
  };
};

/** Counts how many offers have each skill: what is rare in this pool. */
export const poolFacts = (
  offers: readonly { readonly offer: Offer; readonly profile: Profile }[],
): { readonly offers: number; readonly offersWith: ReadonlyMap<Offer['skills'][number], number> } => {
  const offersWith = new Map<Offer['skills'][number], number>();
  for (const { offer, profile } of offers) {
    const own = used(profile, 'skills') ? profile.skills.map((s) => s.termId) : [];
    for (const id of new Set([...offer.skills, ...own])) offersWith.set(id, (offersWith.get(id) ?? 0) + 1);
  }
  return { offers: offers.length, offersWith };
};
