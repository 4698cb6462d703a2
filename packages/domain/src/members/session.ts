import { z } from 'zod';
import { AgencyId, MemberId } from '../ids.ts';
import { Locale, TimeZone } from '../time.ts';
import { Role } from './roles.ts';

/** What the browser knows of whoever is signed in. All null when nobody is. */
export const CurrentSession = z.strictObject({
  account: z.strictObject({ email: z.string(), name: z.string() }).nullable(),
  member: z
    .strictObject({
      id: MemberId,
      displayName: z.string(),
      roles: z.array(Role),
      locale: Locale.nullable(),
      timeZone: TimeZone,
    })
    .nullable(),
  agency: z.strictObject({ id: AgencyId, name: z.string(), locale: Locale, timeZone: TimeZone }).nullable(),
});
export type CurrentSession = z.infer<typeof CurrentSession>;

/** Sign-ins of the demo agency, offered where it was asked for. */
export const DemoSignIns = z.array(
  z.strictObject({ email: z.string(), password: z.string(), label: z.string() }),
);
export type DemoSignIns = z.infer<typeof DemoSignIns>;
