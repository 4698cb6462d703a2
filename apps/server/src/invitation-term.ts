import { EXPIRY_DAYS, REMINDER_DAYS } from '@trellis/domain/pairings/invitation-term';
import type { Instant } from '@trellis/domain/time';

const DAY_MS = 86_400_000;

/** When somebody asked now is reminded, and when the invitation ends by itself. */
export const invitationTerm = (
  now: Instant,
): { readonly reminderAt: Instant; readonly expiresAt: Instant } => ({
  reminderAt: daysAfter(now, REMINDER_DAYS),
  expiresAt: daysAfter(now, EXPIRY_DAYS),
});

const daysAfter = (now: Instant, days: number): Instant =>
  new Date(Date.parse(now) + days * DAY_MS).toISOString() as Instant;
