import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import type { Tx } from '@trellis/db/client';
import { lockMember } from '@trellis/db/members';
import {
  findRequest,
  listRequestsOfMember,
  lockRequest,
  serveFullRequests,
  setRequestStatus,
} from '@trellis/db/requests';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import { allows } from '@trellis/domain/members/policy';
import { hasLeft } from '@trellis/domain/members/roles';
import type { MoveRequest, RequestRef } from '@trellis/domain/requests/inputs';
import {
  canOpenRequest,
  mayMoveRequest,
  type RequestMove,
  requestMovesFrom,
} from '@trellis/domain/requests/moves';
import type { Request } from '@trellis/domain/requests/request';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { writeOnce } from '../../write-once.ts';

/**
 * Opens a request for the next round, rests it, withdraws it or takes it up again. Running pairings are not touched. A
 * withdrawn request stays withdrawn when the member has begun another one in the program, a served one stays served while
 * its pairings go on.
 */
export const moveRequest = (
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Acting,
  input: MoveRequest,
): Promise<
  Decision<
    RequestRef,
    Refusal<'not_found' | 'conflict' | 'already_paired' | 'illegal_transition' | 'undecided' | 'key_reused'>
  >
> =>
  writeOnce(deps, actor, async (tx, now) => {
    const named = await findRequest(tx, input.requestId);
    if (!named || !allows(actor, 'requests.change', named.memberId))
      return refuse('not_found', { what: 'request' });
    const member = await lockMember(tx, named.memberId);
    const request = (await lockRequest(tx, named.id)) ?? named;
    if (request.status === input.to) return accept({ requestId: request.id });
    if (!mayMoveRequest(request.status, input.to)) {
      return refuse('illegal_transition', { from: request.status, to: input.to });
    }
    if (input.to === 'open' && !canOpenRequest(request)) {
      return refuse('undecided', { missing: ['path', 'goals', 'skills'] });
    }
    if (request.status === 'withdrawn' && member && hasLeft(member.status)) {
      return refuse('conflict', { what: 'member', now: member.status });
    }
    if (request.status === 'withdrawn' && (await hasAnother(tx, request))) {
      return refuse('conflict', { what: 'request', now: request.status });
    }
    await setRequestStatus(tx, [request.id], { from: requestMovesFrom(input.to), to: input.to }, now);
    if (request.status === 'served' && (await serveFullRequests(tx, [request.id], now)).length > 0) {
      return refuse('already_paired', { requestId: request.id, mentee: member?.displayName ?? '' });
    }
    await announce(tx, 'request', request.id);
    await appendAudit(tx, {
      action: `request.${DONE[input.to]}`,
      subjectKind: 'request',
      subjectId: request.id,
    });
    return accept({ requestId: request.id });
  });

const DONE: Readonly<Record<RequestMove, string>> = {
  open: 'opened',
  paused: 'paused',
  withdrawn: 'withdrawn',
  draft: 'resumed',
};

const hasAnother = async (tx: Tx, { id, memberId, programId }: Request): Promise<boolean> =>
  (await listRequestsOfMember(tx, memberId)).some(
    (one) => one.id !== id && one.programId === programId && one.status !== 'withdrawn',
  );
