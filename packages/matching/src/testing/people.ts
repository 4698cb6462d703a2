import type { WeeklyStretch } from '@trellis/domain/availability/weekly-hours';
import type { ZoneRules } from '@trellis/domain/availability/zone-rules';
import type { MemberId, OfferId, ProgramId, RequestId, TermId } from '@trellis/domain/ids';
import type { Offer } from '@trellis/domain/offers/offer';
import type { SkillLevel } from '@trellis/domain/profiles/fields';
import type { Profile } from '@trellis/domain/profiles/profile';
import { DEFAULT_RULES, DEFAULT_WEIGHTS } from '@trellis/domain/programs/settings';
import type { Request } from '@trellis/domain/requests/request';
import type { Term } from '@trellis/domain/taxonomy/tree';
import type { Instant, TimeZone } from '@trellis/domain/time';
import { DEFAULT_LOAD_STEP, type RoundInput, type RoundSettings } from '../round-input.ts';

/** A readable id in the form of a UUID: kind and number, so that a failing test can be read. */
export const idOf = <T extends string>(kind: number, number: number): T =>
  `${kind.toString(16).padStart(8, '0')}-0000-7000-8000-${number.toString(16).padStart(12, '0')}` as T;

export const memberId = (n: number): MemberId => idOf(1, n);
export const requestId = (n: number): RequestId => idOf(2, n);
export const offerId = (n: number): OfferId => idOf(3, n);
export const termId = (n: number): TermId => idOf(4, n);
export const PROGRAM = idOf<ProgramId>(5, 1);
export const AT = '2026-11-24T09:00:00Z' as Instant;

export const ZONES: ZoneRules = {
  'Europe/Berlin': [{ fromMs: 0, minutes: 60 }],
  'Europe/London': [{ fromMs: 0, minutes: 0 }],
  'Asia/Kolkata': [{ fromMs: 0, minutes: 330 }],
  'America/New_York': [{ fromMs: 0, minutes: -300 }],
};

export const SETTINGS: RoundSettings = {
  objective: 'served',
  weights: DEFAULT_WEIGHTS,
  rules: DEFAULT_RULES,
  seed: 7,
  loadStep: DEFAULT_LOAD_STEP,
};

export const blankProfile = (member: MemberId, displayName: string): Profile => ({
  memberId: member,
  displayName,
  headline: null,
  about: null,
  country: null,
  employer: null,
  timeZone: null,
  skills: [],
  industries: [],
  career: [],
  languages: [],
  style: {},
  boundaries: null,
  hours: [],
  visibility: {},
});

export const blankRequest = (n: number, member: MemberId): Request => ({
  id: requestId(n),
  programId: PROGRAM,
  memberId: member,
  status: 'open',
  seats: 1,
  from: { occupationId: null, industryId: null },
  towards: { occupationId: null, industryId: null },
  goals: [],
  skills: [],
  industries: [],
  languages: [],
  mix: null,
  note: null,
  openedAt: null,
  missedRounds: 0,
  wishes: [],
});

export const blankOffer = (n: number, member: MemberId): Offer => ({
  id: offerId(n),
  programId: PROGRAM,
  memberId: member,
  status: 'open',
  capacity: 1,
  goals: [],
  skills: [],
  industries: [],
  note: null,
  hoursPerMonth: null,
});

/** A small deterministic source of numbers in [0, 1). */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
};

export interface PeopleSize {
  readonly requests: number;
  readonly offers: number;
  /** Skills in the taxonomy; families of eight. */
  readonly skills?: number;
  /** Share of profile parts left blank, 0…1. */
  readonly blanks?: number;
  readonly mostSeats?: number;
}

const FAMILY = 8;
const OCCUPATIONS = 60;
const INDUSTRIES = 24;
const GOALS = 15;
const ZONE_NAMES = Object.keys(ZONES) as TimeZone[];
const LANGUAGES = ['en', 'de', 'fr', 'uk', 'es'];

/** A believable pool of any size from a seed: popular and rare skills, clusters of occupations, blanks, a few musts. */
export const peopleFrom = (seed: number, size: PeopleSize): RoundInput => {
  const random = randomFrom(seed);
  const { blanks = 0.2, mostSeats = 1, skills = 240 } = size;
  const below = (n: number): number => Math.floor(random() * n);
  const popular = (n: number): number => Math.floor(n * random() ** 2.2);
  const maybe = <T>(value: () => T, blank: T): T => (random() < blanks ? blank : value());
  const some = (most: number, draw: () => number): number[] => [
    ...new Set(Array.from({ length: 1 + below(most) }, draw)),
  ];
  const skill = (n: number) => termId(1_000_000 + n);
  const skillFamily = (n: number) => termId(2_000_000 + Math.floor(n / FAMILY));
  const occupation = (n: number) => termId(3_000_000 + n);
  const industry = (n: number) => termId(4_000_000 + n);
  const goal = (n: number) => termId(5_000_000 + n);
  const term = (id: TermId, kind: Term['kind'], parentId: TermId | null): Term => ({
    id,
    kind,
    name: id.slice(-6),
    parentId,
  });
  const range = (n: number) => Array.from({ length: n }, (_, i) => i);
  const terms: Term[] = [
    ...range(Math.ceil(skills / FAMILY)).map((f) => term(skillFamily(f * FAMILY), 'skill', null)),
    ...range(skills).map((n) => term(skill(n), 'skill', skillFamily(n))),
    ...range(OCCUPATIONS).map((n) =>
      term(occupation(n), 'occupation', n % 6 === 0 ? null : occupation(n - (n % 6))),
    ),
    ...range(INDUSTRIES).map((n) =>
      term(industry(n), 'industry', n % 4 === 0 ? null : industry(n - (n % 4))),
    ),
    ...range(GOALS).map((n) => term(goal(n), 'goal', null)),
  ];
  const hours = (): WeeklyStretch[] =>
    range(5)
      .filter(() => random() < 0.6)
      .map((day) => {
        const from = 60 * (7 + below(11));
        return { weekday: day + 1, from, to: Math.min(1440, from + 60 * (1 + below(4))) };
      });
  const profile = (n: number): Profile => {
    const home = below(skills / FAMILY);
    const near = () => (random() < 0.6 ? home * FAMILY + below(FAMILY) : popular(skills));
    return {
      ...blankProfile(memberId(n), `Person ${n}`),
      employer: maybe<string | null>(() => `Employer ${below(Math.max(20, size.offers))}`, null),
      timeZone: maybe<TimeZone | null>(() => ZONE_NAMES[below(ZONE_NAMES.length)]!, null),
      skills: maybe(
        () => some(8, near).map((s) => ({ termId: skill(s), level: (1 + below(5)) as SkillLevel })),
        [],
      ),
      industries: maybe(
        () => some(2, () => popular(INDUSTRIES)).map((i) => ({ termId: industry(i), years: below(20) })),
        [],
      ),
      career: maybe(
        () =>
          range(1 + below(3)).map((k) => ({
            id: idOf(6, n * 8 + k),
            occupationId: occupation(popular(OCCUPATIONS)),
            industryId: random() < 0.7 ? industry(popular(INDUSTRIES)) : null,
            employer: null,
            fromYear: 2000 + 6 * k + below(5),
            toYear: null,
          })),
        [],
      ),
      languages: maybe(() => ['en', ...some(1, () => below(LANGUAGES.length)).map((l) => LANGUAGES[l]!)], []),
      style: maybe<Profile['style']>(
        () => ({
          plan_or_explore: 1 + below(5),
          direct_or_gentle: 1 + below(5),
          talk_or_write: 1 + below(5),
          often_or_seldom: 1 + below(5),
        }),
        {},
      ),
      hours: maybe(hours, []),
    };
  };
  const mentees = range(size.requests).map((n) => profile(n + 1));
  const mentors = range(size.offers).map((n) => profile(1_000_000 + n + 1));
  const offers = mentors.map(
    (mentor, n): Offer => ({
      ...blankOffer(n + 1, mentor.memberId),
      capacity: [1, 1, 2, 2, 3, 0, null][below(7)]!,
      goals: maybe(() => some(4, () => popular(GOALS)).map(goal), []),
      skills: mentor.skills.slice(0, 3).map((s) => s.termId),
    }),
  );
  const requests = mentees.map(
    (mentee, n): Request => ({
      ...blankRequest(n + 1, mentee.memberId),
      seats: 1 + below(mostSeats),
      from: { occupationId: mentee.career[0]?.occupationId ?? null, industryId: null },
      towards: {
        occupationId: maybe<TermId | null>(() => occupation(popular(OCCUPATIONS)), null),
        industryId: null,
      },
      goals: maybe(() => some(3, () => popular(GOALS)).map(goal), []),
      skills: maybe(
        () =>
          some(5, () => popular(skills)).map((s) => ({
            termId: skill(s),
            need: random() < 0.03 ? 'must' : 'nice',
          })),
        [],
      ),
      industries: maybe(() => some(2, () => popular(INDUSTRIES)).map(industry), []),
      mix: maybe<number | null>(() => below(101), null),
      missedRounds: below(3),
      wishes:
        random() < 0.2 && size.offers > 0
          ? some(3, () => popular(size.offers)).map((o, k) => ({ offerId: offerId(o + 1), rank: k + 1 }))
          : [],
    }),
  );
  return {
    programId: PROGRAM,
    at: AT,
    terms,
    zones: ZONES,
    members: [...mentees, ...mentors].map((p) => ({ profile: p, status: 'active' as const })),
    requests,
    offers,
    held: [],
    fixed: [],
    waived: [],
    separations: [],
    pairedBefore: [],
  };
};
