import { z } from 'zod';
import { requiredText } from '../text.ts';
import { Locale, TimeZone } from '../time.ts';

/** How the agency is called, what language it speaks where nobody chose one, and whose clock counts. */
export const AgencySettings = z.strictObject({
  name: requiredText(120),
  locale: Locale,
  timeZone: TimeZone,
});
export type AgencySettings = z.infer<typeof AgencySettings>;
