import { inTx } from '@trellis/db/client';
import { clearReminders, type Invitation, takeInvitationsDue } from '@trellis/db/invitations';
import { enqueue } from '@trellis/db/outbox';
import type { MemberId } from '@trellis/domain/ids';
import { isAsked } from '@trellis/domain/pairings/answer';
import type { Job } from './job.ts';

const AT_ONCE = 200;

/** Reminds whoever was asked and has not answered: once each, and nobody who was not asked yet. */
export const remindInvited: Job = async (deps, agency) => {
  const now = deps.clock.now();
  let taken: number;
  do {
    taken = await inTx(deps.db, agency, async (tx) => {
      const due = await takeInvitationsDue(tx, { what: 'reminderAt', now, limit: AT_ONCE });
      const notices = due.flatMap((invitation) =>
        peopleAsked(invitation).map((memberId) => ({
          topic: 'pairing.reminder',
          dedupKey: `pairing.reminder:${invitation.id}:${memberId}`,
          payload: { pairingId: invitation.id, memberId },
          dueAt: now,
        })),
      );
      await enqueue(tx, notices, now);
      await clearReminders(
        tx,
        due.map(({ id }) => id),
        now,
      );
      return due.length;
    });
  } while (taken === AT_ONCE);
};

const peopleAsked = (invitation: Invitation): readonly MemberId[] => [
  ...(isAsked(invitation, 'mentor') ? [invitation.mentorId] : []),
  ...(isAsked(invitation, 'mentee') ? [invitation.menteeId] : []),
];
