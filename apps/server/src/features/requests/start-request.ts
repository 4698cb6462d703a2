import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import { addRoles, lockMember } from '@trellis/db/members';
import { findProgram } from '@trellis/db/programs';
import { listRequestsOfMember, saveRequests } from '@trellis/db/requests';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { RequestId } from '@trellis/domain/ids';
import { allows } from '@trellis/domain/members/policy';
import type { RequestRef, StartRequest } from '@trellis/domain/requests/inputs';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { writeOnce } from '../../write-once.ts';

/** Begins a draft in an open program, or returns the one this member has there already: a request is not asked twice. */
export const startRequest = (
  deps: Pick<Deps, 'db' | 'clock' | 'ids'>,
  actor: Acting,
  input: StartRequest,
): Promise<Decision<RequestRef, Refusal<'not_found' | 'program_not_open' | 'key_reused'>>> =>
  writeOnce(deps, actor, async (tx, now) => {
    const memberId = input.memberId ?? actor.memberId;
    if (!allows(actor, 'requests.change', memberId)) return refuse('not_found', { what: 'member' });
    const member = await lockMember(tx, memberId);
    if (member?.status !== 'active') return refuse('not_found', { what: 'member' });
    const program = await findProgram(tx, input.programId);
    if (!program) return refuse('not_found', { what: 'program' });
    const known = (await listRequestsOfMember(tx, memberId)).find(
      ({ programId, status }) => programId === program.id && status !== 'withdrawn',
    );
    if (known) return accept({ requestId: known.id });
    if (program.status !== 'open') return refuse('program_not_open', { status: program.status });
    const id = deps.ids.next() as RequestId;
    const nowhere = { occupationId: null, industryId: null };
    await saveRequests(
      tx,
      [
        {
          id,
          programId: program.id,
          memberId,
          status: 'draft',
          seats: 1,
          from: nowhere,
          towards: nowhere,
          goals: [],
          skills: [],
          industries: [],
          languages: [],
          mix: null,
          note: null,
          openedAt: null,
          missedRounds: 0,
        },
      ],
      now,
    );
    await addRoles(tx, [{ memberId, role: 'mentee' }]);
    await announce(tx, 'request', id);
    await appendAudit(tx, { action: 'request.started', subjectKind: 'request', subjectId: id });
    return accept({ requestId: id });
  });
