import type { Tx } from '@trellis/db/client';
import { findMember, listMembers } from '@trellis/db/members';
import { replaceNextSteps } from '@trellis/db/next-steps';
import { setRequestStatus } from '@trellis/db/requests';
import type { MemberId, NextStepId, ProgramId, RequestId } from '@trellis/domain/ids';
import { isStaff } from '@trellis/domain/members/roles';
import type { Day, Instant } from '@trellis/domain/time';
import type { Deps } from './deps.ts';

const DAY_MS = 86_400_000;
/** Within so many days somebody calls after a pairing did not come about. */
const CALL_WITHIN_DAYS = 7;

/**
 * After a pairing ended before it began: the request is open again, and whoever decided on the pairing, or else an admin,
 * owes a call. Part of the transaction that ended it, so that nobody is ever left without a next step.
 */
export const lookAfterMentee = async (
  tx: Tx,
  deps: Pick<Deps, 'ids'>,
  pairing: {
    readonly programId: ProgramId;
    readonly requestId: RequestId;
    readonly decidedBy: MemberId | null;
  },
  now: Instant,
): Promise<void> => {
  await setRequestStatus(tx, [pairing.requestId], { from: ['served'], to: 'open' }, now);
  const ownerId = await ownerFor(tx, pairing.decidedBy);
  if (!ownerId) return;
  const dueOn = new Date(Date.parse(now) + CALL_WITHIN_DAYS * DAY_MS).toISOString().slice(0, 10) as Day;
  const { programId, requestId } = pairing;
  const id = deps.ids.next() as NextStepId;
  await replaceNextSteps(tx, [{ id, programId, requestId, kind: 'call', words: null, ownerId, dueOn }], now);
};

const ownerFor = async (tx: Tx, decidedBy: MemberId | null): Promise<MemberId | null> => {
  const decider = decidedBy && (await findMember(tx, decidedBy));
  if (decider && decider.status === 'active' && isStaff(decider.roles)) return decider.id;
  const [admin] = await listMembers(tx, { role: 'admin', status: 'active' });
  if (admin) return admin.id;
  return (await listMembers(tx, { role: 'coordinator', status: 'active' }))[0]?.id ?? null;
};
