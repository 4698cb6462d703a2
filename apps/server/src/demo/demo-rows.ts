import type { NewMember } from '@trellis/db/members';
import type { PartsOfMember } from '@trellis/db/profile-parts';
import type { SavedRequest } from '@trellis/db/requests';
import type { CareerStepId, MemberId, OfferId, ProgramId, RequestId } from '@trellis/domain/ids';
import type { Offer } from '@trellis/domain/offers/offer';
import { STYLE_ITEMS } from '@trellis/domain/profiles/fields';
import type { Instant, TimeZone } from '@trellis/domain/time';
import type { TermNamed } from './demo-terms.ts';
import { readHours } from './hours.ts';
import type { DemoMentee, DemoMentor, DemoPerson } from './person.ts';

/** Two words of a person may be spellings of one term. */
const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];
const eachTermOnce = <T extends { readonly termId: string }>(entries: readonly T[]): T[] => [
  ...new Map(entries.map((entry) => [entry.termId, entry])).values(),
];

type Ids = { next(): string };

const DOMAIN = 'demo.trellis.example';

/** `Maya Lindner` becomes `maya@…`; who shares a first name would share an address, so names are told apart. */
export const demoEmail = (name: string): string =>
  `${name
    .split(' ')[0]!
    .normalize('NFD')
    .replace(/[^A-Za-z-]/g, '')
    .toLowerCase()}@${DOMAIN}`;

export const memberRow = (person: DemoPerson, id: MemberId, role: 'mentor' | 'mentee'): NewMember => ({
  id,
  displayName: person.name,
  email: demoEmail(person.name),
  headline: person.headline,
  about: person.about ?? null,
  country: person.country,
  employer: person.employer ?? null,
  timeZone: person.zone as TimeZone,
  roles: [role],
});

export const profileRows = (
  person: DemoPerson,
  memberId: MemberId,
  term: TermNamed,
  ids: Ids,
): PartsOfMember => ({
  memberId,
  parts: {
    skills: eachTermOnce(
      Object.entries(person.skills).map(([name, level]) => ({ termId: term('skill', name), level })),
    ),
    industries: eachTermOnce(
      Object.entries(person.industries).map(([name, years]) => ({ termId: term('industry', name), years })),
    ),
    // Newest first, as the form has it.
    career: [...person.career].reverse().map(([occupation, industry, fromYear, toYear]) => ({
      id: ids.next() as CareerStepId,
      occupationId: term('occupation', occupation),
      industryId: term('industry', industry),
      employer: toYear === null ? (person.employer ?? null) : null,
      fromYear,
      toYear,
    })),
    languages: person.languages,
    style: Object.fromEntries(
      STYLE_ITEMS.flatMap((item, i) => (person.style[i] ? [[item, person.style[i]]] : [])),
    ),
    hours: readHours(person.hours),
  },
});

export const offerRow = (
  mentor: DemoMentor,
  at: { readonly id: OfferId; readonly programId: ProgramId; readonly memberId: MemberId },
  term: TermNamed,
): Offer => ({
  ...at,
  status: 'open',
  capacity: mentor.capacity,
  goals: distinct(mentor.goals.map((name) => term('goal', name))),
  skills: distinct(
    Object.entries(mentor.skills)
      .filter(([, level]) => level >= 4)
      .map(([name]) => term('skill', name)),
  ),
  industries: distinct(Object.keys(mentor.industries).map((name) => term('industry', name))),
  note: mentor.note,
  hoursPerMonth: mentor.capacity === null ? null : mentor.capacity * 2,
});

export const requestRow = (
  mentee: DemoMentee,
  at: {
    readonly id: RequestId;
    readonly programId: ProgramId;
    readonly memberId: MemberId;
    readonly openedAt: Instant;
  },
  term: TermNamed,
): SavedRequest => {
  const [occupation, industry] = mentee.career.at(-1) ?? [];
  return {
    ...at,
    status: 'open',
    seats: 1,
    from: {
      occupationId: occupation ? term('occupation', occupation) : null,
      industryId: industry ? term('industry', industry) : null,
    },
    towards: {
      occupationId: term('occupation', mentee.towards.occupation),
      industryId: term('industry', mentee.towards.industry),
    },
    goals: distinct(mentee.goals.map((name) => term('goal', name))),
    skills: eachTermOnce(
      mentee.wants.map((name) =>
        name.startsWith('!')
          ? { termId: term('skill', name.slice(1)), need: 'must' as const }
          : { termId: term('skill', name), need: 'nice' as const },
      ),
    ),
    industries: [],
    languages: [],
    mix: mentee.mix,
    note: mentee.note,
    missedRounds: 0,
  };
};
