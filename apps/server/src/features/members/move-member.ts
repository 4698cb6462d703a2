import { announce } from '@trellis/db/announcements';
import { appendAudits } from '@trellis/db/audit';
import { lockHolders, lockMember, setMemberStatus } from '@trellis/db/members';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { MoveMember } from '@trellis/domain/members/inputs';
import { leavesNoAdmin } from '@trellis/domain/members/last-admin';
import { memberMovesFrom } from '@trellis/domain/members/status-moves';
import type { LeftMember } from '@trellis/domain/members/views';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { writeOnce } from '../../write-once.ts';
import { endMembership } from './end-membership.ts';

/**
 * Makes a member active, paused or withdrawn. Withdrawing ends everything they have open in the same transaction: live
 * pairings give their seats back, requests are withdrawn and offers closed.
 */
export const moveMember = (
  deps: Pick<Deps, 'db' | 'clock' | 'ids'>,
  actor: Acting,
  { memberId, to, why }: MoveMember,
): Promise<Decision<LeftMember, Refusal<'not_found' | 'illegal_transition' | 'last_admin' | 'key_reused'>>> =>
  writeOnce(deps, actor, async (tx, now) => {
    const admins = await lockHolders(tx, 'admin');
    const member = await lockMember(tx, memberId);
    if (!member || member.status === 'erased') return refuse('not_found', { what: 'member' });
    if (!(await setMemberStatus(tx, memberId, { from: memberMovesFrom(to), to }, now)))
      return refuse('illegal_transition', { from: member.status, to });
    if (leavesNoAdmin(admins, memberId, { roles: member.roles, status: to })) return refuse('last_admin', {});
    const ownerId = actor.memberId === memberId ? null : actor.memberId;
    const { ended, lines } =
      to === 'withdrawn' ? await endMembership(tx, deps, { memberId, ownerId, why }, now) : NOTHING;
    await announce(tx, 'member', memberId);
    await appendAudits(tx, [
      ...lines,
      {
        action: `member.${to === 'active' ? 'resumed' : to}`,
        subjectKind: 'member',
        subjectId: memberId,
        why,
        detail: { from: member.status },
      },
    ]);
    return accept({
      memberId,
      requests: ended.requests.length,
      offers: ended.offers.length,
      pairings: ended.pairings.length,
    });
  });

const NOTHING = { ended: { requests: [], offers: [], pairings: [] }, lines: [] };
