import { inRead } from '@trellis/db/client';
import { findProgram, listPrograms } from '@trellis/db/programs';
import { loadStandings } from '@trellis/db/reads/readiness';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import { offerReadiness, requestReadiness } from '@trellis/domain/fit/readiness';
import type { ProgramId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import { isStaff } from '@trellis/domain/members/roles';
import type { ProgramCard, ProgramView, ReadinessView } from '@trellis/domain/programs/views';
import type { Deps } from '../../deps.ts';

/** The agency's programs by name. Drafts are for staff only. */
export const readPrograms = (deps: Pick<Deps, 'db'>, actor: Actor): Promise<ProgramCard[]> =>
  inRead(deps.db, actor, async (read) => {
    const programs = await listPrograms(read);
    return programs
      .filter(({ status }) => status !== 'draft' || isStaff(actor.roles))
      .map(({ id, name, description, kind, status }) => ({ id, name, description, kind, status }));
  });

/** One program with its settings. */
export const readProgram = (
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  id: ProgramId,
): Promise<Decision<ProgramView, Refusal<'not_found'>>> =>
  inRead(deps.db, actor, async (read) => {
    const program = await findProgram(read, id);
    if (!program) return refuse('not_found', { what: 'program' });
    const { createdAt: _createdAt, ...view } = program;
    return accept(view);
  });

/** Who is ready for the program's next round and who is not, each with the reason. */
export const readReadiness = (
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  id: ProgramId,
): Promise<Decision<ReadinessView, Refusal<'not_found'>>> =>
  inRead(deps.db, actor, async (read) => {
    const program = await findProgram(read, id);
    if (!program) return refuse('not_found', { what: 'program' });
    const { requests, offers } = await loadStandings(read, id);
    return accept({
      status: program.status,
      requests: requests.map((row) => {
        const readiness = requestReadiness(row, row.memberStatus, row.held);
        return {
          requestId: row.requestId,
          memberId: row.memberId,
          name: row.name,
          reason: readiness.ready ? null : readiness.reason,
          seats: readiness.ready ? readiness.seats : 0,
        };
      }),
      offers: offers.map((row) => {
        const readiness = offerReadiness(row, row.memberStatus, row.held);
        return {
          offerId: row.offerId,
          memberId: row.memberId,
          name: row.name,
          reason: readiness.ready ? null : readiness.reason,
          room: readiness.ready ? readiness.room : 0,
        };
      }),
    });
  });
