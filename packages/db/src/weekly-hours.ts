import type { WeeklyHours } from '@trellis/domain/availability/weekly-hours';
import type { MemberId } from '@trellis/domain/ids';
import { and, asc, eq, type SQL } from 'drizzle-orm';
import type { Read, Tx } from './client.ts';
import { weeklyHours } from './schema/weekly-hours.ts';
import { amongIds, groupBy, inChunks } from './sets.ts';

/** Makes these the usual weeks of these members; an empty list means "not said". */
export const replaceHours = async (
  tx: Tx,
  weeks: readonly { readonly memberId: MemberId; readonly hours: WeeklyHours }[],
): Promise<void> => {
  if (weeks.length === 0) return;
  await tx.orm.delete(weeklyHours).where(
    and(
      eq(weeklyHours.agencyId, tx.agencyId),
      amongIds(
        weeklyHours.memberId,
        weeks.map((week) => week.memberId),
      ),
    ),
  );
  const rows = weeks.flatMap(({ memberId, hours }) =>
    hours.map(({ weekday, from, to }) => ({
      agencyId: tx.agencyId,
      memberId,
      weekday,
      fromMinute: from,
      toMinute: to,
    })),
  );
  await inChunks(rows, (chunk) => tx.orm.insert(weeklyHours).values(chunk));
};

/** Usual weeks by member, for the members `whose` selects; who said nothing is missing. */
export const loadHours = async (
  read: Read,
  whose: (memberId: typeof weeklyHours.memberId) => SQL,
): Promise<ReadonlyMap<MemberId, WeeklyHours>> => {
  const rows = await read.orm
    .select({
      memberId: weeklyHours.memberId,
      weekday: weeklyHours.weekday,
      from: weeklyHours.fromMinute,
      to: weeklyHours.toMinute,
    })
    .from(weeklyHours)
    .where(and(eq(weeklyHours.agencyId, read.agencyId), whose(weeklyHours.memberId)))
    .orderBy(asc(weeklyHours.memberId), asc(weeklyHours.weekday), asc(weeklyHours.fromMinute));
  const weeks = new Map<MemberId, WeeklyHours>();
  for (const [memberId, stretches] of groupBy(rows, (row) => row.memberId)) {
    weeks.set(
      memberId,
      stretches.map(({ weekday, from, to }) => ({ weekday, from, to })),
    );
  }
  return weeks;
};
