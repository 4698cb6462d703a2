/** Days after which somebody who was asked is reminded, and after which the invitation ends by itself. */
export const REMINDER_DAYS = 7;
export const EXPIRY_DAYS = 14;
