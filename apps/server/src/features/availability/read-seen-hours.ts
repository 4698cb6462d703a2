import { getAgency } from '@trellis/db/agencies';
import { inRead, type Read } from '@trellis/db/client';
import { loadProfile } from '@trellis/db/profiles';
import { listOwnPairings } from '@trellis/db/reads/own-pairings';
import { clockChangesIn } from '@trellis/domain/availability/clock-changes';
import type { SeeHours } from '@trellis/domain/availability/inputs';
import { intersectHours, minutesOf } from '@trellis/domain/availability/stretches';
import type { ClockChange, SeenHoursView } from '@trellis/domain/availability/views';
import { hoursSeenFrom, weekOf, type ZoneRules } from '@trellis/domain/availability/zone-rules';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { MemberId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import { allows } from '@trellis/domain/members/policy';
import { relationByPairings } from '@trellis/domain/profiles/relation-by-pairings';
import { type Relation, visibleProfile } from '@trellis/domain/profiles/visible-profile';
import type { Day } from '@trellis/domain/time';
import type { Deps } from '../../deps.ts';

/**
 * Somebody's usual hours on the clock of whoever looks, beside that person's own: for staff, and for the two of a
 * pairing that both may know of. Who does not show their hours has said none.
 */
export const readSeenHours = (
  deps: Pick<Deps, 'db' | 'clock' | 'zones'>,
  actor: Actor,
  { memberId, day }: SeeHours,
): Promise<Decision<SeenHoursView, Refusal<'not_found'>>> =>
  inRead(deps.db, actor, async (read) => {
    const relation = await relationTo(read, actor, memberId);
    const own = await loadProfile(read, actor.memberId);
    const whole = relation === 'none' ? null : await loadProfile(read, memberId);
    if (!own || !whole) return refuse('not_found', { what: 'member' });
    const theirs = visibleProfile(whole, relation);
    const agencyZone = (await getAgency(read)).timeZone;
    const timeZone = own.timeZone ?? agencyZone;
    const theirTimeZone = theirs.timeZone ?? agencyZone;
    const rules = deps.zones.rulesFor([timeZone, theirTimeZone]);
    const monday = weekOf(day ?? deps.clock.now());
    const hours = hoursSeenFrom(rules, theirs.hours, theirTimeZone, timeZone, monday) ?? [];
    const shared = intersectHours(hours, own.hours);
    return accept({
      name: theirs.displayName,
      timeZone,
      theirTimeZone,
      monday: dayAt(monday),
      hours: [...hours],
      mine: [...own.hours],
      shared: [...shared],
      sharedMinutes: minutesOf(shared),
      clockChanges: [
        ...changesOf(rules, timeZone, monday, 'mine'),
        ...(timeZone === theirTimeZone ? [] : changesOf(rules, theirTimeZone, monday, 'theirs')),
      ],
    });
  });

const changesOf = (
  rules: ZoneRules,
  zone: string,
  monday: number,
  whose: ClockChange['whose'],
): ClockChange[] =>
  clockChangesIn(rules, zone, monday).map(({ dayStart, minutes }) => ({
    whose,
    on: dayAt(dayStart),
    minutes,
  }));

/** The calendar day that begins at this minute since the epoch. */
const dayAt = (minute: number): Day => new Date(minute * 60_000).toISOString().slice(0, 10) as Day;

const relationTo = async (read: Read, actor: Actor, memberId: MemberId): Promise<Relation> => {
  if (memberId === actor.memberId) return 'self';
  if (allows(actor, 'availability.read', memberId)) return 'staff';
  const pairings = await listOwnPairings(read, actor.memberId);
  return relationByPairings(
    pairings.filter(({ menteeId, mentorId }) => menteeId === memberId || mentorId === memberId),
  );
};
