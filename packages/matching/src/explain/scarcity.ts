import { sharedLength } from '@trellis/domain/availability/stretches';
import { hoursInUtc } from '@trellis/domain/availability/zone-rules';
import type { RequestSide } from '@trellis/domain/fit/sides';
import type { TermId } from '@trellis/domain/ids';
import { DAY_PARTS, type DayPart, hoursOfParts, type MentorKind } from '@trellis/domain/rounds/mentor-kinds';
import type { TimeZone } from '@trellis/domain/time';
import { imaginedMentor } from '../joining-mentors.ts';
import type { Scarcity } from '../round-plan.ts';
import { isGrown, type RoundStudy } from '../study.ts';
import { emptySeats, furtherServed } from './further-served.ts';

/** How many of each are looked at: those that most waiting requests ask for. */
const MOST = { skill: 6, industry: 4, language: 3, zone: 3, hoursZones: 2 } as const;
const MENTORS = 2;
/** Where no rule says how much time two must share, so many minutes count as "has time then". */
const SOME_MINUTES = 60;

/** A kind of mentor with the number of waiting requests that ask for it. */
type Asked = Omit<Scarcity, 'mentors' | 'seats' | 'more'>;

/**
 * What more mentors of a kind would add: of any kind, and with the skills, industries, languages and hours that those who
 * wait ask for most. Each is counted by really adding them, so it is true when re-run. Nothing is scarce when nobody waits.
 */
export const scarcityOf = (study: RoundStudy): readonly Scarcity[] => {
  // Under "best total" people wait for another reason than a lack of mentors.
  if (study.settings.objective === 'total') return [];
  const empty = emptySeats(study);
  const waiting = study.pool.requests.filter((_, i) => empty[i]! > 0);
  if (waiting.length === 0) return [];
  const seats = usualCapacity(study);
  const emptyInAll = empty.reduce((sum, one) => sum + one, 0);
  // Where not every pair is listed the count may miss a way; at its upper limit it cannot.
  const isExact = (more: number): boolean =>
    !isGrown(study.pool, study.settings.objective) || more === Math.min(MENTORS * seats, emptyInAll);
  return askedKinds(study, waiting)
    .map((asked): Scarcity => {
      const mentor = imaginedMentor(study.input, 1, kindOf(asked), seats);
      return { ...asked, mentors: MENTORS, seats, more: furtherServed(study, mentor, MENTORS) };
    })
    .filter(({ more }) => more > 0 && isExact(more))
    .sort(
      (a, b) => b.more - a.more || Number(b.kind === 'any') - Number(a.kind === 'any') || b.asking - a.asking,
    );
};

/** What the mentors of a statement would name. */
export const kindOf = ({
  termId,
  kind,
  language,
  dayPart,
  timeZone,
}: Pick<Scarcity, 'kind' | 'termId' | 'language' | 'dayPart' | 'timeZone'>): MentorKind => ({
  skills: kind === 'skill' && termId !== null ? [termId] : [],
  industries: kind === 'industry' && termId !== null ? [termId] : [],
  languages: language === null ? [] : [language],
  dayParts: dayPart === null ? [] : [dayPart],
  timeZone,
});

const BLANK = { termId: null, language: null, dayPart: null, timeZone: null } as const;

const askedKinds = (study: RoundStudy, waiting: readonly RequestSide[]): readonly Asked[] => {
  const { rules } = study.settings;
  const terms = (kind: 'skill' | 'industry', termsOf: (side: RequestSide) => readonly TermId[]): Asked[] =>
    mostAsked(waiting, termsOf, MOST[kind]).map(([termId, asking]) => ({ ...BLANK, kind, termId, asking }));
  const zones = mostAsked(waiting, zoneOf, MOST.zone);
  return [
    { ...BLANK, kind: 'any', asking: waiting.length },
    ...terms('skill', ({ request }) => request.skills.map(({ termId }) => termId)),
    ...terms('industry', ({ request }) => request.industries),
    ...mostAsked(waiting, ({ languages }) => languages, MOST.language).map(
      ([language, asking]): Asked => ({ ...BLANK, kind: 'language', language, asking }),
    ),
    ...(rules.maxTimeZoneHours === null
      ? []
      : zones.map(([timeZone, asking]): Asked => ({ ...BLANK, kind: 'zone', timeZone, asking }))),
    ...zones.slice(0, MOST.hoursZones).flatMap(([timeZone]) =>
      DAY_PARTS.map(
        (dayPart): Asked => ({
          ...BLANK,
          kind: 'hours',
          dayPart,
          timeZone,
          asking: withTimeThen(study, waiting, dayPart, timeZone),
        }),
      ).filter(({ asking }) => asking > 0),
    ),
  ];
};

const zoneOf = ({ profile, clock }: RequestSide): readonly TimeZone[] =>
  profile.timeZone === null || clock === null ? [] : [profile.timeZone];

/** The values that most of these requests name, with how many do. */
const mostAsked = <T extends string>(
  waiting: readonly RequestSide[],
  valuesOf: (side: RequestSide) => readonly T[],
  most: number,
): readonly (readonly [T, number])[] => {
  const asking = new Map<T, number>();
  for (const side of waiting) {
    for (const value of new Set(valuesOf(side))) asking.set(value, (asking.get(value) ?? 0) + 1);
  }
  return [...asking].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most);
};

/** How many of these have time in a part of the week, as long as the rules ask for. */
const withTimeThen = (
  { pool, settings }: RoundStudy,
  waiting: readonly RequestSide[],
  dayPart: DayPart,
  timeZone: TimeZone,
): number => {
  const { zones, week } = pool.yardstick;
  const free = hoursInUtc(zones, timeZone, hoursOfParts([dayPart]), week);
  if (free === null) return 0;
  const least = Math.max(1, settings.rules.minSharedMinutes ?? SOME_MINUTES);
  return waiting.filter((side) => side.free !== null && sharedLength(side.free, free) >= least).length;
};

/** The median of the seats that ready offers have in all. */
const usualCapacity = ({ pool }: RoundStudy): number => {
  const seats = pool.offers.map(({ offer }) => offer.capacity ?? 1).sort((a, b) => a - b);
  return Math.max(1, seats[seats.length >> 1] ?? 1);
};
