import type { AgencyId } from '@trellis/domain/ids';
import { LOCALES, type Locale, type TimeZone } from '@trellis/domain/time';
import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant, oneOf } from './columns.ts';

/** The tenant itself: the one table whose own id is the agency. */
export const agency = pgTable(
  'agency',
  {
    id: uuid('id').$type<AgencyId>().primaryKey(),
    name: text('name').notNull(),
    locale: text('locale').$type<Locale>().notNull(),
    timeZone: text('time_zone').$type<TimeZone>().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [oneOf('agency_locale_check', t.locale, LOCALES)],
);
