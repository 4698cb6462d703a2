import { z } from 'zod';
import { MemberId } from '../ids.ts';
import { Day, TimeZone } from '../time.ts';

export const WeeklyHoursView = z.array(
  z.strictObject({ weekday: z.number().int(), from: z.number().int(), to: z.number().int() }),
);

/** A usual week on the member's own wall clock; `timeZone` null: not said, the agency's is assumed. */
export const HoursView = z.strictObject({
  memberId: MemberId,
  name: z.string(),
  /** The member keeps them to themselves: blank here for everybody else, and not for staff to change. */
  hidden: z.boolean(),
  timeZone: TimeZone.nullable(),
  hours: WeeklyHoursView,
});
export type HoursView = z.infer<typeof HoursView>;

/** That the clocks of a zone change within the week that is shown. */
export const ClockChange = z.strictObject({
  whose: z.enum(['mine', 'theirs']),
  on: Day,
  /** By how many minutes the clock goes forward; back is below zero. */
  minutes: z.number().int(),
});
export type ClockChange = z.infer<typeof ClockChange>;

/** One member's hours on another member's clock, beside that member's own. */
export const SeenHoursView = z.strictObject({
  name: z.string(),
  /** The zone of the clock everything is shown on. */
  timeZone: TimeZone,
  theirTimeZone: TimeZone,
  /** Monday of the week that is shown. */
  monday: Day,
  hours: WeeklyHoursView,
  mine: WeeklyHoursView,
  shared: WeeklyHoursView,
  sharedMinutes: z.number().int(),
  clockChanges: z.array(ClockChange),
});
export type SeenHoursView = z.infer<typeof SeenHoursView>;

/** A zone with how far its clock is ahead of UTC today, by the zone data of the server. */
export const ZoneOption = z.strictObject({ zone: TimeZone, minutes: z.number().int() });
export type ZoneOption = z.infer<typeof ZoneOption>;

export const HoursRef = z.strictObject({ memberId: MemberId });
export type HoursRef = z.infer<typeof HoursRef>;
