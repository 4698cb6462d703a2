import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import { lockRequest, setRequestStatus } from '@trellis/db/requests';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import { allows } from '@trellis/domain/members/policy';
import type { MoveRequest, RequestRef } from '@trellis/domain/requests/inputs';
import { canOpenRequest, mayMoveRequest, requestMovesFrom } from '@trellis/domain/requests/moves';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { writeOnce } from '../../write-once.ts';

/** Opens a request for the next round, rests it, or withdraws it. Running pairings are not touched. */
export const moveRequest = (
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Acting,
  input: MoveRequest,
): Promise<Decision<RequestRef, Refusal<'not_found' | 'illegal_transition' | 'undecided' | 'key_reused'>>> =>
  writeOnce(deps, actor, async (tx, now) => {
    const request = await lockRequest(tx, input.requestId);
    if (!request || !allows(actor, 'requests.change', request.memberId))
      return refuse('not_found', { what: 'request' });
    if (request.status === input.to) return accept({ requestId: request.id });
    if (!mayMoveRequest(request.status, input.to)) {
      return refuse('illegal_transition', { from: request.status, to: input.to });
    }
    if (input.to === 'open' && !canOpenRequest(request)) {
      return refuse('undecided', { missing: ['path', 'goals', 'skills'] });
    }
    await setRequestStatus(tx, [request.id], { from: requestMovesFrom(input.to), to: input.to }, now);
    await announce(tx, 'request', request.id);
    await appendAudit(tx, {
      action: `request.${input.to === 'open' ? 'opened' : input.to}`,
      subjectKind: 'request',
      subjectId: request.id,
    });
    return accept({ requestId: request.id });
  });
