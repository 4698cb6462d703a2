import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import { updateMember } from '@trellis/db/members';
import { loadProfile } from '@trellis/db/profiles';
import { replaceHours } from '@trellis/db/weekly-hours';
import type { SaveHours } from '@trellis/domain/availability/inputs';
import { minutesOf, normalizeHours } from '@trellis/domain/availability/stretches';
import type { HoursRef } from '@trellis/domain/availability/views';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import { allows } from '@trellis/domain/members/policy';
import { maySee } from '@trellis/domain/profiles/visible-profile';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { writeOnce } from '../../write-once.ts';

/** Replaces somebody's usual week. Staff do not write over hours that a member keeps to themselves. */
export const saveHours = (
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Acting,
  input: SaveHours,
): Promise<Decision<HoursRef, Refusal<'not_found' | 'forbidden' | 'key_reused'>>> =>
  writeOnce(deps, actor, async (tx, now) => {
    const memberId = input.memberId ?? actor.memberId;
    if (!allows(actor, 'availability.change', memberId)) return refuse('not_found', { what: 'member' });
    const profile = await loadProfile(tx, memberId);
    if (!profile) return refuse('not_found', { what: 'member' });
    if (memberId !== actor.memberId && !maySee(profile, 'hours', 'staff')) return refuse('forbidden', {});
    const hours = normalizeHours(input.hours);
    // The member's row says when the profile was last touched.
    await updateMember(tx, memberId, {}, now);
    await replaceHours(tx, [{ memberId, hours }]);
    await announce(tx, 'member', memberId);
    await appendAudit(tx, {
      action: 'availability.changed',
      subjectKind: 'member',
      subjectId: memberId,
      detail: { minutes: minutesOf(hours) },
    });
    return accept({ memberId });
  });
