import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import { lockHolders, lockMember, setRoles } from '@trellis/db/members';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { ChangeRoles, MemberRef } from '@trellis/domain/members/inputs';
import { leavesNoAdmin } from '@trellis/domain/members/last-admin';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { writeOnce } from '../../write-once.ts';

/** Makes these a member's roles. Somebody always stays admin, also when two admins take the role from each other. */
export const changeRoles = (
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Acting,
  { memberId, roles }: ChangeRoles,
): Promise<Decision<MemberRef, Refusal<'not_found' | 'last_admin' | 'key_reused'>>> =>
  writeOnce(deps, actor, async (tx) => {
    const admins = await lockHolders(tx, 'admin');
    const member = await lockMember(tx, memberId);
    if (!member || member.status === 'erased') return refuse('not_found', { what: 'member' });
    if (leavesNoAdmin(admins, memberId, { roles, status: member.status })) return refuse('last_admin', {});
    await setRoles(tx, memberId, roles);
    await announce(tx, 'member', memberId);
    await appendAudit(tx, {
      action: 'member.roles_changed',
      subjectKind: 'member',
      subjectId: memberId,
      detail: {
        added: roles.filter((role) => !member.roles.includes(role)),
        removed: member.roles.filter((role) => !roles.includes(role)),
      },
    });
    return accept({ memberId });
  });
