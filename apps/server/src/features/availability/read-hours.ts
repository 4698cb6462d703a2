import { inRead } from '@trellis/db/client';
import { loadProfile } from '@trellis/db/profiles';
import type { HoursView } from '@trellis/domain/availability/views';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { MemberId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import { allows } from '@trellis/domain/members/policy';
import { visibleProfile } from '@trellis/domain/profiles/visible-profile';
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
    const { timeZone, hours } = visibleProfile(whole, memberId === actor.memberId ? 'self' : 'staff');
    return accept({ memberId, timeZone, hours: [...hours] });
  });
