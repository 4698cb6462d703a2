import fc from 'fast-check';
import { normalizeHours } from '../../availability/stretches.ts';
import type { CareerStepId, MemberId, OfferId, ProgramId, RequestId, TermId } from '../../ids.ts';
import type { Offer } from '../../offers/offer.ts';
import { PROFILE_FIELDS, type SkillLevel, STYLE_ITEMS, VISIBILITIES } from '../../profiles/fields.ts';
import type { Profile } from '../../profiles/profile.ts';
import {
  CRITERIA,
  DEFAULT_RULES,
  DEFAULT_WEIGHTS,
  type RuleSettings,
  type Weights,
} from '../../programs/settings.ts';
import { NEEDS, type Request } from '../../requests/request.ts';
import type { Term } from '../../taxonomy/tree.ts';
import type { TimeZone } from '../../time.ts';
import { offerSide, requestSide } from '../sides.ts';
import { makeYardstick, type Yardstick } from '../yardstick.ts';

const kinds = ['skill', 'industry', 'occupation', 'goal'] as const;

/** Twelve terms of each kind: three families of one parent and three children. */
export const TERMS: readonly Term[] = kinds.flatMap((kind) =>
  Array.from(
    { length: 12 },
    (_, n): Term => ({
      id: `${kind}-${n}` as TermId,
      kind,
      name: `${kind} ${n}`,
      parentId: n % 4 === 0 ? null : (`${kind}-${n - (n % 4)}` as TermId),
    }),
  ),
);

export const ZONES = {
  'Europe/Berlin': [{ fromMs: 0, minutes: 60 }],
  'Asia/Kolkata': [{ fromMs: 0, minutes: 330 }],
  'America/New_York': [{ fromMs: 0, minutes: -300 }],
};

export const yardstickWith = (
  weights: Weights = DEFAULT_WEIGHTS,
  rules: RuleSettings = DEFAULT_RULES,
): Yardstick =>
  makeYardstick({
    terms: TERMS,
    weights,
    rules,
    pool: { offers: 16, offersWith: new Map(TERMS.map((term, n) => [term.id, n % 17])) },
    zones: ZONES,
    at: '2026-11-24',
  });

const termOf = (kind: (typeof kinds)[number]) =>
  fc.integer({ min: 0, max: 11 }).map((n) => `${kind}-${n}` as TermId);
const termsOf = (kind: (typeof kinds)[number], most: number) =>
  fc.uniqueArray(termOf(kind), { maxLength: most });

export const arbitraryProfile = (member: string, name: string): fc.Arbitrary<Profile> =>
  fc.record({
    memberId: fc.constant(member as MemberId),
    displayName: fc.constant(name),
    headline: fc.constant(null),
    about: fc.constant(null),
    country: fc.constant(null),
    employer: fc.constantFrom(null, 'Acme', 'Borealis'),
    timeZone: fc.constantFrom<(TimeZone | null)[]>(null, ...(Object.keys(ZONES) as TimeZone[])),
    skills: fc.uniqueArray(
      fc.record({
        termId: termOf('skill'),
        level: fc.constantFrom<(SkillLevel | null)[]>(null, 1, 2, 3, 4, 5),
      }),
      { maxLength: 5, selector: (s) => s.termId },
    ),
    industries: fc.uniqueArray(
      fc.record({ termId: termOf('industry'), years: fc.option(fc.integer({ min: 0, max: 30 })) }),
      { maxLength: 3, selector: (s) => s.termId },
    ),
    career: fc.array(
      fc.record({
        id: fc.constant('step' as CareerStepId),
        occupationId: fc.option(termOf('occupation')),
        industryId: fc.option(termOf('industry')),
        employer: fc.constant(null),
        fromYear: fc.option(fc.integer({ min: 1990, max: 2025 })),
        toYear: fc.constant(null),
      }),
      { maxLength: 4 },
    ),
    languages: fc.uniqueArray(fc.constantFrom('en', 'de', 'uk'), { maxLength: 3 }),
    style: fc.dictionary(fc.constantFrom(...STYLE_ITEMS), fc.integer({ min: 1, max: 5 })),
    boundaries: fc.constant(null),
    hours: fc
      .array(
        fc.record({
          weekday: fc.integer({ min: 1, max: 7 }),
          from: fc.integer({ min: 0, max: 1000 }),
          to: fc.integer({ min: 1001, max: 1440 }),
        }),
        { maxLength: 4 },
      )
      .map(normalizeHours),
    visibility: fc.dictionary(fc.constantFrom(...PROFILE_FIELDS), fc.constantFrom(...VISIBILITIES)),
  });

export const arbitraryRequest = (member: string): fc.Arbitrary<Request> =>
  fc.record({
    id: fc.constant('request' as RequestId),
    programId: fc.constant('program' as ProgramId),
    memberId: fc.constant(member as MemberId),
    status: fc.constant('open' as const),
    seats: fc.constant(1),
    from: fc.record({
      occupationId: fc.option(termOf('occupation')),
      industryId: fc.option(termOf('industry')),
    }),
    towards: fc.record({
      occupationId: fc.option(termOf('occupation')),
      industryId: fc.option(termOf('industry')),
    }),
    goals: termsOf('goal', 4),
    skills: fc.uniqueArray(fc.record({ termId: termOf('skill'), need: fc.constantFrom(...NEEDS) }), {
      maxLength: 4,
      selector: (s) => s.termId,
    }),
    industries: termsOf('industry', 2),
    languages: fc.uniqueArray(fc.constantFrom('en', 'de', 'uk'), { maxLength: 2 }),
    mix: fc.option(fc.integer({ min: 0, max: 100 })),
    note: fc.constant(null),
    openedAt: fc.constant(null),
    missedRounds: fc.constant(0),
    wishes: fc.constantFrom<Request['wishes'][]>(
      [],
      [{ offerId: 'offer' as OfferId, rank: 2 }],
      [{ offerId: 'other' as OfferId, rank: 1 }],
    ),
  });

export const arbitraryOffer = (member: string): fc.Arbitrary<Offer> =>
  fc.record({
    id: fc.constant('offer' as OfferId),
    programId: fc.constant('program' as ProgramId),
    memberId: fc.constant(member as MemberId),
    status: fc.constant('open' as const),
    capacity: fc.constant(1),
    goals: termsOf('goal', 4),
    skills: termsOf('skill', 3),
    industries: termsOf('industry', 2),
    note: fc.constant(null),
    hoursPerMonth: fc.constant(null),
  });

export interface PersonPair {
  readonly request: Request;
  readonly mentee: Profile;
  readonly offer: Offer;
  readonly mentor: Profile;
}

export const MENTEE = 'Zuzanna';
export const MENTOR = 'Quentin';

export const arbitraryPair: fc.Arbitrary<PersonPair> = fc.record({
  request: arbitraryRequest('mentee'),
  mentee: arbitraryProfile('mentee', MENTEE),
  offer: arbitraryOffer('mentor'),
  mentor: arbitraryProfile('mentor', MENTOR),
});

export const arbitraryWeights: fc.Arbitrary<Weights> = fc.record(
  Object.fromEntries(CRITERIA.map((c) => [c, fc.integer({ min: 0, max: 10 })])) as Record<
    (typeof CRITERIA)[number],
    fc.Arbitrary<number>
  >,
);

/** Both sides made ready under one yardstick. */
export const sidesOf = ({ request, mentee, offer, mentor }: PersonPair, yardstick: Yardstick) =>
  [requestSide(request, mentee, yardstick), offerSide(offer, mentor, yardstick)] as const;
