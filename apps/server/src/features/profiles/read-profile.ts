import { inRead } from '@trellis/db/client';
import { loadProfile } from '@trellis/db/profiles';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { MemberId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import { allows } from '@trellis/domain/members/policy';
import { type ProfileView, profileView } from '@trellis/domain/profiles/views';
import { visibleProfile } from '@trellis/domain/profiles/visible-profile';
import type { Deps } from '../../deps.ts';

/** A member's own profile whole, or what staff may see of somebody else's: all but what is for the member alone. */
export const readProfile = (
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  memberId: MemberId,
): Promise<Decision<ProfileView, Refusal<'not_found'>>> =>
  inRead(deps.db, actor, async (read) => {
    if (!allows(actor, 'profiles.read', memberId)) return refuse('not_found', { what: 'member' });
    const profile = await loadProfile(read, memberId);
    if (!profile) return refuse('not_found', { what: 'member' });
    return accept(profileView(visibleProfile(profile, memberId === actor.memberId ? 'self' : 'staff')));
  });
