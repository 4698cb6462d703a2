import { intersectHours } from '@trellis/domain/availability/stretches';
import type { WeeklyHours } from '@trellis/domain/availability/weekly-hours';
import { hoursSeenFrom, weekOf } from '@trellis/domain/availability/zone-rules';
import type { SharedWeek } from '@trellis/domain/pairings/views';
import type { Profile } from '@trellis/domain/profiles/profile';
import { maySee } from '@trellis/domain/profiles/visible-profile';
import type { TimeZone } from '@trellis/domain/time';
import type { Deps } from '../../deps.ts';

/**
 * This week of both on the clock of whoever looks, then on the mentee's and the mentor's: a clock that stands already is
 * left out. Who keeps their hours to themselves has said none; empty when neither said any.
 * @param zones the viewer's, and what is assumed of who named none
 */
export const sharedWeeks = (
  deps: Pick<Deps, 'clock' | 'zones'>,
  couple: { readonly mentee: Profile; readonly mentor: Profile },
  zones: { readonly viewer: TimeZone; readonly assumed: TimeZone },
): SharedWeek[] => {
  const side = (profile: Profile) => ({
    zone: profile.timeZone ?? zones.assumed,
    hours: maySee(profile, 'hours', 'staff') ? profile.hours : [],
  });
  const mentee = side(couple.mentee);
  const mentor = side(couple.mentor);
  if (mentee.hours.length === 0 && mentor.hours.length === 0) return [];
  const rules = deps.zones.rulesFor([zones.viewer, mentee.zone, mentor.zone]);
  const monday = weekOf(deps.clock.now());
  const clocks = [
    { whose: 'viewer' as const, timeZone: zones.viewer },
    { whose: 'mentee' as const, timeZone: mentee.zone },
    { whose: 'mentor' as const, timeZone: mentor.zone },
  ];
  return clocks
    .filter(({ timeZone }, i) => clocks.findIndex((clock) => clock.timeZone === timeZone) === i)
    .map((clock) => {
      const seen = ({ zone, hours }: { zone: TimeZone; hours: WeeklyHours }) => [
        ...(hoursSeenFrom(rules, hours, zone, clock.timeZone, monday) ?? []),
      ];
      const weeks = { mentee: seen(mentee), mentor: seen(mentor) };
      return { ...clock, ...weeks, shared: [...intersectHours(weeks.mentee, weeks.mentor)] };
    });
};
