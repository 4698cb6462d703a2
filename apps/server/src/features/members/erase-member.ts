import { getAgency } from '@trellis/db/agencies';
import { announce } from '@trellis/db/announcements';
import { appendAudit, appendAudits } from '@trellis/db/audit';
import { removeAuditWords } from '@trellis/db/audit-words';
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
import { deleteUnusedAccount } from '@trellis/db/traces';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
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
import { removeTraces } from './remove-traces.ts';

/**
 * Erases a member, by themselves or by an admin; it cannot be taken back. Everything open ends as when they withdraw,
 * what they said and what was said about them is removed wherever it stands, their name replaced, and an account that
 * opens no other agency is deleted. Bare rows stay, so that other people's history adds up, and entries of the audit,
 * bare too, with one that says who erased and which entries lost their words.
 */
export const eraseMember = (
  deps: Pick<Deps, 'db' | 'clock' | 'ids'>,
  actor: Acting,
  { memberId }: MemberRef,
): Promise<Decision<LeftMember, Refusal<'not_found' | 'last_admin' | 'key_reused'>>> =>
  writeOnce<LeftMember, Refusal<'not_found' | 'last_admin'>>(deps, actor, async (tx, now) => {
    if (!allows(actor, 'members.erase', memberId)) return refuse('not_found', { what: 'member' });
    const admins = await lockHolders(tx, 'admin');
    const member = await lockMember(tx, memberId);
    const from = memberMovesFrom('erased');
    if (!member || !(await setMemberStatus(tx, memberId, { from, to: 'erased' }, now)))
      return refuse('not_found', { what: 'member' });
    if (leavesNoAdmin(admins, memberId, { roles: [], status: 'erased' })) return refuse('last_admin', {});
    const ownerId =
      actor.memberId === memberId ? (admins.find((id) => id !== memberId) ?? null) : actor.memberId;
    const { ended, lines } = await endMembership(tx, deps, { memberId, ownerId, why: null }, now);
    const instead = ERASED_NAME[(await getAgency(tx)).locale];
    await removeWordsOf(tx, memberId, now);
    await removeProfileParts(tx, memberId);
    await setRoles(tx, memberId, []);
    await linkAccount(tx, memberId, null, now);
    await updateMember(tx, memberId, { ...BLANK, displayName: instead }, now);
    if (member.accountId !== null) await deleteUnusedAccount(tx, member.accountId);
    await announce(tx, 'member', memberId);
    await appendAudits(tx, lines);
    const wordsRemoved = await removeTraces(tx, member, { instead, except: actor.call?.key ?? null });
    await appendAudit(tx, {
      action: 'member.erased',
      subjectKind: 'member',
      subjectId: memberId,
      detail: { by: actor.memberId === memberId ? 'self' : 'admin', wordsRemoved },
    });
    await removeAuditWords(tx, wordsRemoved);
    return accept({
      memberId,
      requests: ended.requests.length,
      offers: ended.offers.length,
      pairings: ended.pairings.length,
    });
  });

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
