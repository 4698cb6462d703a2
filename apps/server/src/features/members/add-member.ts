import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import { broke } from '@trellis/db/constraint-errors';
import { insertMembers } from '@trellis/db/members';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { MemberId } from '@trellis/domain/ids';
import type { AddMember, MemberRef } from '@trellis/domain/members/inputs';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { writeOnce } from '../../write-once.ts';

/** Adds a person by name. Whether they can sign in, and what they seek or give, comes later. */
export const addMember = async (
  deps: Pick<Deps, 'db' | 'clock' | 'ids'>,
  actor: Acting,
  input: AddMember,
): Promise<Decision<MemberRef, Refusal<'name_taken' | 'key_reused'>>> => {
  try {
    return await writeOnce(deps, actor, async (tx, now) => {
      const memberId = deps.ids.next() as MemberId;
      await insertMembers(tx, [{ id: memberId, ...input }], now);
      await announce(tx, 'member', memberId);
      await appendAudit(tx, {
        action: 'member.added',
        subjectKind: 'member',
        subjectId: memberId,
        detail: { roles: input.roles },
      });
      return accept({ memberId });
    });
  } catch (error) {
    if (broke(error, 'member_email_key')) return refuse('name_taken', { name: input.email ?? '' });
    throw error;
  }
};
