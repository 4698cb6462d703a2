import { getAgency } from '@trellis/db/agencies';
import { announce } from '@trellis/db/announcements';
import { appendAudits } from '@trellis/db/audit';
import { removeWordsOf } from '@trellis/db/leaving';
import {
  linkAccount,
  lockHolders,
  lockMember,
  setMemberStatus,
  setRoles,
  updateMember,
} from '@trellis/db/members';
import { removeProfileParts } from '@trellis/db/profile-parts';
import { membershipsOf } from '@trellis/db/sign-in';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { AccountId } from '@trellis/domain/ids';
import { ERASED_NAME } from '@trellis/domain/members/erased-name';
import type { MemberRef } from '@trellis/domain/members/inputs';
import { leavesNoAdmin } from '@trellis/domain/members/last-admin';
import { allows } from '@trellis/domain/members/policy';
import { memberMovesFrom } from '@trellis/domain/members/status-moves';
import type { LeftMember } from '@trellis/domain/members/views';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { writeOnce } from '../../write-once.ts';
import { endMembership } from './end-membership.ts';

/**
 * Erases a member, by themselves or by an admin; it cannot be taken back. Everything open ends as when they withdraw,
 * what they said is removed, their name replaced, and an account that opens no other agency is deleted. Bare rows stay,
 * so that other people's history adds up, and entries of the audit, which name nobody, with one that says who erased.
 */
export const eraseMember = async (
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'auth'>,
  actor: Acting,
  { memberId }: MemberRef,
): Promise<Decision<LeftMember, Refusal<'not_found' | 'last_admin' | 'key_reused'>>> => {
  let accountId: AccountId | null = null;
  const decision = await writeOnce<LeftMember, Refusal<'not_found' | 'last_admin'>>(
    deps,
    actor,
    async (tx, now) => {
      if (!allows(actor, 'members.erase', memberId)) return refuse('not_found', { what: 'member' });
      const admins = await lockHolders(tx, 'admin');
      const member = await lockMember(tx, memberId);
      const from = memberMovesFrom('erased');
      if (!member || !(await setMemberStatus(tx, memberId, { from, to: 'erased' }, now)))
        return refuse('not_found', { what: 'member' });
      if (leavesNoAdmin(admins, memberId, { roles: [], status: 'erased' })) return refuse('last_admin', {});
      accountId = member.accountId;
      const ownerId =
        actor.memberId === memberId ? (admins.find((id) => id !== memberId) ?? null) : actor.memberId;
      const { ended, lines } = await endMembership(tx, deps, { memberId, ownerId, why: null }, now);
      await removeWordsOf(tx, memberId, now);
      await removeProfileParts(tx, memberId);
      await setRoles(tx, memberId, []);
      await linkAccount(tx, memberId, null, now);
      await updateMember(
        tx,
        memberId,
        { ...BLANK, displayName: ERASED_NAME[(await getAgency(tx)).locale] },
        now,
      );
      await announce(tx, 'member', memberId);
      await appendAudits(tx, [
        ...lines,
        {
          action: 'member.erased',
          subjectKind: 'member',
          subjectId: memberId,
          detail: { by: actor.memberId === memberId ? 'self' : 'admin' },
        },
      ]);
      return accept({
        memberId,
        requests: ended.requests.length,
        offers: ended.offers.length,
        pairings: ended.pairings.length,
      });
    },
  );
  if (decision.ok && accountId !== null) await deleteIfUnused(deps, accountId);
  return decision;
};

const BLANK = {
  email: null,
  sourceRef: null,
  headline: null,
  about: null,
  boundaries: null,
  country: null,
  employer: null,
  timeZone: null,
  locale: null,
};

/** After the commit: an account that opens nothing any more would be nothing but somebody's address. */
const deleteIfUnused = async (deps: Pick<Deps, 'db' | 'auth'>, accountId: AccountId): Promise<void> => {
  if ((await membershipsOf(deps.db, accountId)).length > 0) return;
  const { internalAdapter } = await deps.auth.$context;
  await internalAdapter.deleteUser(accountId);
};
