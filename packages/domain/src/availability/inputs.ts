import { z } from 'zod';
import { MemberId } from '../ids.ts';
import { Day, MINUTES_PER_DAY } from '../time.ts';

/** Half-open minutes of a weekday; `to` at or before `from` goes over midnight. */
const StretchInput = z.strictObject({
  weekday: z.number().int().min(1).max(7),
  from: z
    .number()
    .int()
    .min(0)
    .max(MINUTES_PER_DAY - 1),
  to: z.number().int().min(0).max(MINUTES_PER_DAY),
});

/** Replaces the usual week; an empty list means "not said". For oneself unless staff name somebody else. */
export const SaveHours = z.strictObject({
  memberId: MemberId.optional(),
  hours: z.array(StretchInput).max(400),
});
export type SaveHours = z.infer<typeof SaveHours>;

/** Somebody's hours on the clock of whoever asks, in the week that holds this day (today's, unless told). */
export const SeeHours = z.strictObject({ memberId: MemberId, day: Day.optional() });
export type SeeHours = z.infer<typeof SeeHours>;
