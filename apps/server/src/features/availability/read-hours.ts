import { inRead } from '@trellis/db/client';
import { loadProfile } from '@trellis/db/profiles';
import type { HoursView } from '@trellis/domain/availability/views';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { MemberId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import { allows } from '@trellis/domain/members/policy';
import { maySee, visibleProfile } from '@trellis/domain/profiles/visible-profile';
import type { Deps } from '../../deps.ts';

/** A usual week on the member's own clock: one's own, or for staff anybody's who does not keep it to themselves. */
export const readHours = (
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  memberId: MemberId,
): Promise<Decision<HoursView, Refusal<'not_found'>>> =>
  inRead(deps.db, actor, async (read) => {
    if (!allows(actor, 'availability.read', memberId)) return refuse('not_found', { what: 'member' });
    const whole = await loadProfile(read, memberId);
    if (!whole) return refuse('not_found', { what: 'member' });
    const relation = memberId === actor.memberId ? 'self' : 'staff';
    const { displayName, timeZone, hours } = visibleProfile(whole, relation);
    const hidden = !maySee(whole, 'hours', relation);
    return accept({ memberId, name: displayName, hidden, timeZone, hours: [...hours] });
  });
