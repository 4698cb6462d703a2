import { normalizeHours } from '@trellis/domain/availability/stretches';
import type { WeeklyHours } from '@trellis/domain/availability/weekly-hours';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const FORM = /^(\w{3}) (\d{1,2})(?::(\d{2}))?-(\d{1,2})(?::(\d{2}))?$/;

/**
 * A usual week as people write it: `Tue 18-20, Sat 9:30-12`. Empty text is "not said".
 * @throws Error naming the stretch that cannot be read
 */
export const readHours = (words: string): WeeklyHours =>
  normalizeHours(
    words
      .split(',')
      .map((stretch) => stretch.trim())
      .filter((stretch) => stretch !== '')
      .map((stretch) => {
        const [, day = '', fromHour, fromMinute = '0', toHour, toMinute = '0'] = FORM.exec(stretch) ?? [];
        const weekday = DAYS.indexOf(day) + 1;
        if (weekday === 0) throw new Error(`cannot read the hours "${stretch}"`);
        return {
          weekday,
          from: Number(fromHour) * 60 + Number(fromMinute),
          to: Number(toHour) * 60 + Number(toMinute),
        };
      }),
  );
