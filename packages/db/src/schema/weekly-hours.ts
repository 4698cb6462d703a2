import type { MemberId } from '@trellis/domain/ids';
import { sql } from 'drizzle-orm';
import { check, foreignKey, pgTable, primaryKey, smallint, uuid } from 'drizzle-orm/pg-core';
import { agencyColumn } from './columns.ts';
import { member } from './members.ts';

/** A usual week on the wall clock of the member's own zone; half-open stretches in minutes of the day. */
export const weeklyHours = pgTable(
  'weekly_hours',
  {
    agencyId: agencyColumn(),
    memberId: uuid('member_id').$type<MemberId>().notNull(),
    weekday: smallint('weekday').notNull(),
    fromMinute: smallint('from_minute').notNull(),
    toMinute: smallint('to_minute').notNull(),
  },
  (t) => [
    primaryKey({ name: 'weekly_hours_pkey', columns: [t.agencyId, t.memberId, t.weekday, t.fromMinute] }),
    foreignKey({
      name: 'weekly_hours_member_fkey',
      columns: [t.agencyId, t.memberId],
      foreignColumns: [member.agencyId, member.id],
    }),
    check('weekly_hours_weekday_check', sql`${t.weekday} between 1 and 7`),
    check(
      'weekly_hours_minutes_check',
      sql`${t.fromMinute} >= 0 and ${t.fromMinute} < ${t.toMinute} and ${t.toMinute} <= 1440`,
    ),
  ],
);
