import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import { lockRequest, saveRequests } from '@trellis/db/requests';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import { allows } from '@trellis/domain/members/policy';
import type { RequestChange, RequestRef, SaveRequest } from '@trellis/domain/requests/inputs';
import type { Request } from '@trellis/domain/requests/request';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { namedAs, termsKnown } from '../../known-terms.ts';
import { writeOnce } from '../../write-once.ts';

/** Saves the parts a form sends as one types; the others stay as they are, whoever changed them meanwhile. */
export const saveRequest = (
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Acting,
  input: SaveRequest,
): Promise<Decision<RequestRef, Refusal<'not_found' | 'conflict' | 'key_reused'>>> =>
  writeOnce(deps, actor, async (tx, now) => {
    const request = await lockRequest(tx, input.requestId);
    if (!request || !allows(actor, 'requests.change', request.memberId))
      return refuse('not_found', { what: 'request' });
    if (request.status === 'withdrawn') return refuse('conflict', { what: 'request', now: request.status });
    if (!(await termsKnown(tx, termsOf(input.change)))) return refuse('not_found', { what: 'term' });
    await saveRequests(tx, [{ ...request, ...named(input.change) }], now);
    await announce(tx, 'request', request.id);
    await appendAudit(tx, {
      action: 'request.changed',
      subjectKind: 'request',
      subjectId: request.id,
      detail: { parts: Object.keys(input.change).sort() },
    });
    return accept({ requestId: request.id });
  });

/** Only the parts that were sent: a part that is missing is not a blank. */
const named = (change: RequestChange): Partial<Request> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));

const termsOf = ({ from, towards, goals, skills, industries }: RequestChange) => [
  ...namedAs('occupation', [from?.occupationId, towards?.occupationId]),
  ...namedAs('industry', [from?.industryId, towards?.industryId, ...(industries ?? [])]),
  ...namedAs('goal', goals),
  ...namedAs(
    'skill',
    skills?.map(({ termId }) => termId),
  ),
];
