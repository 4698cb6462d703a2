import { z } from 'zod';

/** An instant in UTC, ISO 8601 with `Z`, as it travels over the wire. */
export const Instant = z.iso.datetime({ offset: false }).brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

/** A calendar day without a time, `YYYY-MM-DD`. */
export const Day = z.iso.date().brand<'Day'>();
export type Day = z.infer<typeof Day>;

/** An IANA time zone name such as `America/Vancouver`; whether it exists is checked against the zone data at the edge. */
export const TimeZone = z
  .string()
  .max(64)
  .regex(/^[A-Za-z0-9_+\-/]+$/)
  .brand<'TimeZone'>();
export type TimeZone = z.infer<typeof TimeZone>;

/** BCP 47 locales the product speaks. */
export const LOCALES = ['en', 'de'] as const;
export const Locale = z.enum(LOCALES);
export type Locale = z.infer<typeof Locale>;

export const MINUTES_PER_DAY = 1440;
export const MINUTES_PER_WEEK = 7 * MINUTES_PER_DAY;
