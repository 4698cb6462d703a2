import { MINUTES_PER_DAY, MINUTES_PER_WEEK } from '../time.ts';
import { joinSpans, type Spans, spansOfWeek, stretchesOfWeek } from './stretches.ts';
import type { WeeklyHours } from './weekly-hours.ts';

/** From this instant (epoch milliseconds) the zone's clock is `minutes` ahead of UTC, until the next one. */
export interface ZoneOffset {
  readonly fromMs: number;
  readonly minutes: number;
}

/**
 * Zone rules as a plain value, read outside (from the operating system's zone files): for each zone its offsets,
 * oldest first. The first holds since ever, whatever its instant, so a zone without changes is one entry. Only the weeks
 * looked at need to be covered. A zone that is missing counts as "not said".
 */
export type ZoneRules = Readonly<Record<string, readonly ZoneOffset[]>>;

const MINUTE_MS = 60_000;

/** Minutes ahead of UTC at an instant, or null for an unknown zone. */
export const offsetAt = (rules: ZoneRules, zone: string, instantMs: number): number | null => {
  const offsets = Object.hasOwn(rules, zone) ? rules[zone]! : [];
  let minutes: number | null = offsets[0]?.minutes ?? null;
  for (const offset of offsets) {
    if (offset.fromMs > instantMs) break;
    minutes = offset.minutes;
  }
  return minutes;
};

/** Days since 1970-01-01 of a civil date, by the proleptic Gregorian calendar (Hinnant's algorithm). */
const daysFromCivil = (year: number, month: number, day: number): number => {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
};

/** Monday 00:00 of the week that holds this day, as UTC minutes since the epoch. `day` is `YYYY-MM-DD…`. */
export const weekOf = (day: string): number => {
  const [year, month, date] = day.slice(0, 10).split('-').map(Number);
  const days = daysFromCivil(year ?? 1970, month ?? 1, date ?? 1);
  // 1970-01-01 was a Thursday: three days after a Monday.
  return (days - ((((days + 3) % 7) + 7) % 7)) * MINUTES_PER_DAY;
};

/** Pieces of constant offset: UTC minutes `[from, to)` with the clock `ahead` minutes. */
const pieces = (rules: ZoneRules, zone: string, from: number, to: number) => {
  const offsets = Object.hasOwn(rules, zone) ? rules[zone]! : [];
  const out: { from: number; to: number; ahead: number }[] = [];
  offsets.forEach((offset, i) => {
    const start = Math.max(from, i === 0 ? from : Math.ceil(offset.fromMs / MINUTE_MS));
    const end = Math.min(to, i + 1 < offsets.length ? Math.ceil(offsets[i + 1]!.fromMs / MINUTE_MS) : to);
    if (start < end) out.push({ from: start, to: end, ahead: offset.minutes });
  });
  return out;
};

/**
 * A usual week as real minutes: UTC minutes since the epoch within `[start, start + one week)`, where `start` is any UTC
 * minute. Each wall-clock minute counts by itself, so an hour that is skipped when clocks change is gone and one that
 * comes twice is there twice. Null when the zone is unknown.
 */
export const hoursInUtc = (
  rules: ZoneRules,
  zone: string,
  hours: WeeklyHours,
  start: number,
): Spans | null => {
  const parts = pieces(rules, zone, start, start + MINUTES_PER_WEEK);
  if (parts.length === 0) return null;
  const week = spansOfWeek(hours);
  // 1970-01-05 was the first Monday of the epoch: the wall clock's weeks are counted from there.
  const firstMonday = 4 * MINUTES_PER_DAY;
  const spans: [number, number][] = [];
  for (const part of parts) {
    const wallFrom = part.from + part.ahead;
    const wallTo = part.to + part.ahead;
    const firstWeek = Math.floor((wallFrom - firstMonday) / MINUTES_PER_WEEK);
    const lastWeek = Math.floor((wallTo - 1 - firstMonday) / MINUTES_PER_WEEK);
    for (let w = firstWeek; w <= lastWeek; w++) {
      const monday = firstMonday + w * MINUTES_PER_WEEK;
      for (let i = 0; i < week.length; i += 2) {
        spans.push([
          Math.max(wallFrom, monday + week[i]!) - part.ahead,
          Math.min(wallTo, monday + week[i + 1]!) - part.ahead,
        ]);
      }
    }
  }
  return joinSpans(spans);
};

/**
 * One member's usual hours as they stand on another member's wall clock, in the week that begins on the viewer's Monday
 * `monday` (wall-clock minutes since the epoch, as `weekOf` gives). Hours may wrap over either edge of the week.
 * Null when a zone is unknown.
 */
export const hoursSeenFrom = (
  rules: ZoneRules,
  hours: WeeklyHours,
  ownZone: string,
  viewerZone: string,
  monday: number,
): WeeklyHours | null => {
  const seen: [number, number][] = [];
  // The viewer's week on the wall clock lies within a day and a half of the same week in UTC, on either side.
  const from = monday - 2 * MINUTES_PER_DAY;
  const viewer = pieces(rules, viewerZone, from, monday + MINUTES_PER_WEEK + 2 * MINUTES_PER_DAY);
  const early = hoursInUtc(rules, ownZone, hours, from);
  const late = hoursInUtc(rules, ownZone, hours, from + MINUTES_PER_WEEK);
  if (viewer.length === 0 || early === null || late === null) return null;
  for (const spans of [early, late]) {
    for (let i = 0; i < spans.length; i += 2) {
      for (const part of viewer) {
        const start = Math.max(spans[i]!, part.from);
        const end = Math.min(spans[i + 1]!, part.to);
        if (start >= end) continue;
        seen.push([
          Math.max(start + part.ahead - monday, 0),
          Math.min(end + part.ahead - monday, MINUTES_PER_WEEK),
        ]);
      }
    }
  }
  return stretchesOfWeek(joinSpans(seen));
};
