import { z } from 'zod';
import type { WeeklyHours } from '../availability/weekly-hours.ts';
import { OfferId, TermId } from '../ids.ts';
import { LanguageTag, MOST_INDUSTRIES, MOST_SKILLS } from '../requests/inputs.ts';
import { TimeZone } from '../time.ts';

/** Parts of a usual week, as a person would name them. */
export const DAY_PARTS = ['weekday_mornings', 'weekday_afternoons', 'weekday_evenings', 'weekends'] as const;
export const DayPart = z.enum(DAY_PARTS);
export type DayPart = z.infer<typeof DayPart>;

const onDays = (days: readonly number[], fromHour: number, toHour: number): WeeklyHours =>
  days.map((weekday) => ({ weekday, from: 60 * fromHour, to: 60 * toHour }));
const WEEKDAYS = [1, 2, 3, 4, 5];

/** What each part of the week is taken to be, on the wall clock. */
const HOURS: Readonly<Record<DayPart, WeeklyHours>> = {
  weekday_mornings: onDays(WEEKDAYS, 8, 12),
  weekday_afternoons: onDays(WEEKDAYS, 12, 17),
  weekday_evenings: onDays(WEEKDAYS, 17, 21),
  weekends: onDays([6, 7], 9, 18),
};

/** The hours of some parts of the week: sorted, touching ones joined. */
export const hoursOfParts = (parts: readonly DayPart[]): WeeklyHours => {
  const hours = DAY_PARTS.filter((part) => parts.includes(part)).flatMap((part) => [...HOURS[part]]);
  hours.sort((a, b) => a.weekday - b.weekday || a.from - b.from);
  const joined: { weekday: number; from: number; to: number }[] = [];
  for (const stretch of hours) {
    const last = joined.at(-1);
    if (last?.weekday === stretch.weekday && last.to === stretch.from) last.to = stretch.to;
    else joined.push({ ...stretch });
  }
  return joined;
};

/** A mentor who does not exist yet: what they would name. All else is blank, and held against nobody. */
export const MentorKind = z.strictObject({
  skills: z.array(TermId).max(MOST_SKILLS),
  industries: z.array(TermId).max(MOST_INDUSTRIES),
  languages: z.array(LanguageTag).max(10),
  /** Hours count only together with a time zone. */
  dayParts: z.array(DayPart).max(DAY_PARTS.length),
  timeZone: TimeZone.nullable(),
});
export type MentorKind = z.infer<typeof MentorKind>;

const ofEach = {
  /** Seats of each. */
  seats: z.number().int().min(1).max(50),
  /** How many of them join. */
  count: z.number().int().min(1).max(20),
};

/** Mentors who would join for a what-if: each like one there is, or of a kind. */
export const AddedMentors = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('offer'), offerId: OfferId, ...ofEach }),
  z.strictObject({ from: z.literal('kind'), kind: MentorKind, ...ofEach }),
]);
export type AddedMentors = z.infer<typeof AddedMentors>;
