import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import { broke } from '@trellis/db/constraint-errors';
import { lockMember, updateMember } from '@trellis/db/members';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { ChangeMember, MemberRef } from '@trellis/domain/members/inputs';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { writeOnce } from '../../write-once.ts';

/** Corrects a member's name or the address their agency writes to. How they sign in stays as it is. */
export const changeMember = async (
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Acting,
  { memberId, displayName, email }: ChangeMember,
): Promise<Decision<MemberRef, Refusal<'not_found' | 'name_taken' | 'key_reused'>>> => {
  try {
    return await writeOnce(deps, actor, async (tx, now) => {
      const member = await lockMember(tx, memberId);
      if (!member || member.status === 'erased') return refuse('not_found', { what: 'member' });
      await updateMember(tx, memberId, { displayName, email }, now);
      await announce(tx, 'member', memberId);
      await appendAudit(tx, {
        action: 'member.changed',
        subjectKind: 'member',
        subjectId: memberId,
        // Which fields, not what they said: an entry cannot be erased.
        detail: {
          parts: [
            ...(displayName === member.displayName ? [] : ['displayName']),
            ...(email === member.email ? [] : ['email']),
          ],
        },
      });
      return accept({ memberId });
    });
  } catch (error) {
    if (broke(error, 'member_email_key')) return refuse('name_taken', { name: email ?? '' });
    throw error;
  }
};
