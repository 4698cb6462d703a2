import { appendAudit } from '@trellis/db/audit';
import { inRead } from '@trellis/db/client';
import { broke } from '@trellis/db/constraint-errors';
import { findMember, linkAccount, lockMember } from '@trellis/db/members';
import { membershipsOf } from '@trellis/db/sign-in';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { AccountId, MemberId } from '@trellis/domain/ids';
import type { MemberRef } from '@trellis/domain/members/inputs';
import type { GivenSignIn } from '@trellis/domain/members/views';
import { EmailAddress } from '@trellis/domain/text';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { createAccount } from '../../sign-in/create-account.ts';
import { makePassword } from '../../sign-in/make-password.ts';
import { writeOnce } from '../../write-once.ts';

type Refusals = Refusal<'not_found' | 'undecided' | 'conflict' | 'key_reused'>;

/**
 * Lets a member sign in with a new password, which is shown once and kept nowhere; who could sign in already gets a new
 * one, and is signed out everywhere. An account that opens another agency is left alone: whoever sets its password
 * could walk in there.
 */
export const giveSignIn = async (
  deps: Pick<Deps, 'db' | 'clock' | 'auth'>,
  actor: Acting,
  { memberId }: MemberRef,
): Promise<Decision<GivenSignIn, Refusals>> => {
  const member = await inRead(deps.db, actor, (read) => findMember(read, memberId));
  if (!member || member.status === 'withdrawn' || member.status === 'erased')
    return refuse('not_found', { what: 'member' });
  const { internalAdapter, password: hashing } = await deps.auth.$context;
  const linked = member.accountId === null ? null : await internalAdapter.findUserById(member.accountId);
  const address = linked?.email ?? member.email;
  if (address === null) return refuse('undecided', { missing: ['email'] });
  const email = EmailAddress.parse(address);
  const known = (linked ?? (await internalAdapter.findUserByEmail(email))?.user)?.id as AccountId | undefined;
  if (known && (await opensElsewhere(deps, known, actor, memberId)))
    return refuse('conflict', { what: 'sign_in', now: 'in_use' });
  const password = makePassword();
  const accountId = await createAccount(deps.auth, { email, name: member.displayName, password });
  const decision = await link(deps, actor, memberId, accountId);
  if (!decision.ok) return decision;
  if (known) {
    await internalAdapter.updatePassword(accountId, await hashing.hash(password));
    await internalAdapter.deleteUserSessions(accountId);
  }
  return accept({ email, password });
};

const opensElsewhere = async (
  deps: Pick<Deps, 'db'>,
  accountId: AccountId,
  actor: Acting,
  memberId: MemberId,
): Promise<boolean> =>
  (await membershipsOf(deps.db, accountId)).some(
    (one) => one.agencyId !== actor.agencyId || one.memberId !== memberId,
  );

/** Without the password, since the answer of a call is kept for a retry. */
const link = async (
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Acting,
  memberId: MemberId,
  accountId: AccountId,
): Promise<Decision<MemberRef, Refusals>> => {
  try {
    return await writeOnce<MemberRef, Refusals>(deps, actor, async (tx, now) => {
      const member = await lockMember(tx, memberId);
      if (!member || member.status === 'withdrawn' || member.status === 'erased')
        return refuse('not_found', { what: 'member' });
      await linkAccount(tx, memberId, accountId, now);
      await appendAudit(tx, {
        action: 'member.sign_in_given',
        subjectKind: 'member',
        subjectId: memberId,
        detail: { again: member.accountId !== null },
      });
      return accept({ memberId });
    });
  } catch (error) {
    if (broke(error, 'member_account_key')) return refuse('conflict', { what: 'sign_in', now: 'in_use' });
    throw error;
  }
};
