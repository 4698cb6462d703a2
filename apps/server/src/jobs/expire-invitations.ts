import { announce } from '@trellis/db/announcements';
import { appendAudits } from '@trellis/db/audit';
import { inTx } from '@trellis/db/client';
import { expireInvitations as saveExpired, takeInvitationsDue } from '@trellis/db/invitations';
import { lookAfterMentee } from '../look-after-mentee.ts';
import type { Job } from './job.ts';

const AT_ONCE = 50;

/**
 * Ends invitations whose day has passed without an answer. In the same transaction the mentee's request is open again
 * and staff owe the mentee a call, as after a no.
 */
export const expireInvitations: Job = async (deps, agency) => {
  const now = deps.clock.now();
  let taken: number;
  do {
    taken = await inTx(deps.db, agency, async (tx) => {
      const due = await takeInvitationsDue(tx, { what: 'expiresAt', now, limit: AT_ONCE });
      const ended = new Set(
        await saveExpired(
          tx,
          due.map(({ id }) => id),
          now,
        ),
      );
      const expired = due.filter(({ id }) => ended.has(id));
      for (const invitation of expired) await lookAfterMentee(tx, deps, invitation, now);
      for (const programId of new Set(expired.map((one) => one.programId))) {
        await announce(tx, 'pairing', programId);
      }
      await appendAudits(
        tx,
        expired.map(({ id }) => ({
          action: 'pairing.expired',
          subjectKind: 'pairing',
          subjectId: id,
          detail: { by: 'schedule', from: 'invited', to: 'expired' },
        })),
      );
      return due.length;
    });
  } while (taken === AT_ONCE);
};
