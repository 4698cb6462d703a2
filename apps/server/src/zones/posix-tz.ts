import type { ZoneOffset } from '@trellis/domain/availability/zone-rules';

/** A day and time of the year at which clocks change, by the month-week-day form of POSIX TZ strings. */
interface ChangeRule {
  readonly month: number;
  readonly week: number;
  readonly weekday: number;
  readonly seconds: number;
}

const NAME = '(?:<[^>]+>|[A-Za-z]{3,})';
const CLOCK = '[+-]?\\d{1,3}(?::\\d{2}(?::\\d{2})?)?';
const CHANGE = `M(\\d+)\\.(\\d)\\.(\\d)(?:/(${CLOCK}))?`;
const FORM = new RegExp(`^${NAME}(${CLOCK})(?:${NAME}(${CLOCK})?,${CHANGE},${CHANGE})?$`);

const secondsOf = (clock: string): number => {
  const [hours = '0', minutes = '0', seconds = '0'] = clock.replace(/^[+-]/, '').split(':');
  return (clock.startsWith('-') ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
};

const changeOf = (month: string, week: string, weekday: string, time: string | undefined): ChangeRule => ({
  month: Number(month),
  week: Number(week),
  weekday: Number(weekday),
  seconds: time === undefined ? 7200 : secondsOf(time),
});

const instantOf = (year: number, rule: ChangeRule, offsetSeconds: number): number => {
  const first = new Date(Date.UTC(year, rule.month - 1, 1)).getUTCDay();
  let day = 1 + ((rule.weekday - first + 7) % 7) + (rule.week - 1) * 7;
  const daysInMonth = new Date(Date.UTC(year, rule.month, 0)).getUTCDate();
  if (day > daysInMonth) day -= 7;
  return Date.UTC(year, rule.month - 1, day) + (rule.seconds - offsetSeconds) * 1000;
};

/**
 * Offsets that a zone file's footer (POSIX TZ string, RFC 8536 §3.3) gives for some years.
 * @returns oldest first; empty for a string of another form (Julian days), which no current zone uses
 */
export const offsetsOfPosixTz = (footer: string, fromYear: number, toYear: number): readonly ZoneOffset[] => {
  const parts = FORM.exec(footer);
  if (!parts) return [];
  // POSIX counts westwards: `EST5` is five hours behind.
  const standard = -secondsOf(parts[1]!);
  const begin = { fromMs: Date.UTC(fromYear, 0, 1), minutes: Math.round(standard / 60) };
  if (parts[3] === undefined) return [begin];
  const summer = parts[2] === undefined ? standard + 3600 : -secondsOf(parts[2]);
  const on = changeOf(parts[3]!, parts[4]!, parts[5]!, parts[6]);
  const off = changeOf(parts[7]!, parts[8]!, parts[9]!, parts[10]);
  const changes: ZoneOffset[] = [];
  for (let year = fromYear; year <= toYear; year++) {
    changes.push({ fromMs: instantOf(year, on, standard), minutes: Math.round(summer / 60) });
    changes.push({ fromMs: instantOf(year, off, summer), minutes: Math.round(standard / 60) });
  }
  return changes.sort((a, b) => a.fromMs - b.fromMs);
};
