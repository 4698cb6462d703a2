import { useLocale } from 'use-intl';

/** Weekdays and minutes of a usual week in the words of the language; they belong to no date and no zone. */
export function useClockWords() {
  const locale = useLocale();
  const long = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const time = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  const hour = new Intl.DateTimeFormat(locale, { hour: 'numeric', timeZone: 'UTC' });
  // 2024-01-01 was a Monday.
  const dayOf = (weekday: number) => Date.UTC(2024, 0, weekday);
  return {
    day: (weekday: number): string => long.format(dayOf(weekday)),
    shortDay: (weekday: number): string => short.format(dayOf(weekday)),
    /** Minutes after midnight, 0 … 1440. */
    time: (minutes: number): string => time.format(Date.UTC(2024, 0, 1, 0, minutes)),
    /** Full hours after midnight, as short as the language has them. */
    hour: (hours: number): string => hour.format(Date.UTC(2024, 0, 1, hours)),
  };
}
