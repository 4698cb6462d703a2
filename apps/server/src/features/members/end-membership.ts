import { announce } from '@trellis/db/announcements';
import type { AuditLine } from '@trellis/db/audit';
import type { Tx } from '@trellis/db/client';
import { type Ended, endEverythingOf } from '@trellis/db/leaving';
import { replaceNextSteps } from '@trellis/db/next-steps';
import { setRequestStatus } from '@trellis/db/requests';
import type { MemberId, NextStepId } from '@trellis/domain/ids';
import type { Day, Instant } from '@trellis/domain/time';
import type { Deps } from '../../deps.ts';

/** How soon staff call whoever lost their mentor. */
const DAYS_TO_CALL = 7;

/**
 * What leaving means for others, in the transaction in which somebody leaves: whatever was open ends, and whoever sought
 * somebody and now stands alone is open again, with a promise of a call.
 * @param ownerId who keeps that promise; null where nobody is left to
 * @returns what ended, and the lines for the audit
 */
export const endMembership = async (
  tx: Tx,
  deps: Pick<Deps, 'ids'>,
  leaving: { readonly memberId: MemberId; readonly ownerId: MemberId | null; readonly why: string | null },
  now: Instant,
): Promise<{ readonly ended: Ended; readonly lines: readonly AuditLine[] }> => {
  const { memberId, ownerId, why } = leaving;
  const ended = await endEverythingOf(tx, memberId, why, now);
  const left = ended.pairings.filter(({ leftSeeker }) => leftSeeker);
  const reopened = new Set(
    await setRequestStatus(
      tx,
      left.map(({ requestId }) => requestId),
      { from: ['served'], to: 'open' },
      now,
    ),
  );
  const waiting = left.filter(({ requestId }) => reopened.has(requestId));
  const once = [...new Map(waiting.map((one) => [one.requestId, one])).values()];
  if (ownerId !== null) {
    const dueOn = dayAfter(now, DAYS_TO_CALL);
    await replaceNextSteps(
      tx,
      once.map(({ programId, requestId }) => ({
        ...{ id: deps.ids.next() as NextStepId, programId, requestId, ownerId, dueOn },
        kind: 'call' as const,
        words: null,
      })),
      now,
    );
  }
  for (const programId of new Set(ended.pairings.map((one) => one.programId)))
    await announce(tx, 'pairing', programId);
  return {
    ended,
    lines: [
      ...ended.pairings.map(({ id }) => ({
        action: 'pairing.withdrawn',
        subjectKind: 'pairing',
        subjectId: id,
        detail: { left: memberId },
      })),
      ...ended.requests.map((id) => ({
        action: 'request.withdrawn',
        subjectKind: 'request',
        subjectId: id,
        detail: { left: memberId },
      })),
      ...ended.offers.map((id) => ({
        action: 'offer.closed',
        subjectKind: 'offer',
        subjectId: id,
        detail: { left: memberId },
      })),
    ],
  };
};

const dayAfter = (now: Instant, days: number): Day =>
  new Date(Date.parse(now) + days * 86_400_000).toISOString().slice(0, 10) as Day;
