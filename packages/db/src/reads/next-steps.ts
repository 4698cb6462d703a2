import type { MemberId, ProgramId, RequestId } from '@trellis/domain/ids';
import type { NextStepView } from '@trellis/domain/next-steps/views';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Read } from '../client.ts';
import { member } from '../schema/members.ts';
import { nextStep } from '../schema/next-steps.ts';
import { program } from '../schema/programs.ts';
import { request } from '../schema/requests.ts';
import { amongIds } from '../sets.ts';

const owner = alias(member, 'owner');

/** Open promises, the earliest first: of one program, of some requests, or of all. */
export const listOpenNextSteps = (
  read: Read,
  filter: { readonly programId?: ProgramId | null; readonly requestIds?: readonly RequestId[] } = {},
): Promise<NextStepView[]> =>
  read.orm
    .select({
      id: nextStep.id,
      programId: nextStep.programId,
      program: program.name,
      requestId: nextStep.requestId,
      memberId: member.id,
      name: member.displayName,
      kind: nextStep.kind,
      words: nextStep.words,
      ownerId: owner.id,
      owner: owner.displayName,
      dueOn: nextStep.dueOn,
      doneAt: nextStep.doneAt,
    })
    .from(nextStep)
    .innerJoin(program, and(eq(program.agencyId, nextStep.agencyId), eq(program.id, nextStep.programId)))
    .innerJoin(request, and(eq(request.agencyId, nextStep.agencyId), eq(request.id, nextStep.requestId)))
    .innerJoin(member, and(eq(member.agencyId, nextStep.agencyId), eq(member.id, request.memberId)))
    .innerJoin(owner, and(eq(owner.agencyId, nextStep.agencyId), eq(owner.id, nextStep.ownerId)))
    .where(
      and(
        eq(nextStep.agencyId, read.agencyId),
        isNull(nextStep.doneAt),
        filter.programId ? eq(nextStep.programId, filter.programId) : undefined,
        filter.requestIds ? amongIds(nextStep.requestId, filter.requestIds) : undefined,
      ),
    )
    .orderBy(asc(nextStep.dueOn), asc(member.displayName), asc(nextStep.id));

/** A ready request with an empty seat. */
export interface Unserved {
  readonly requestId: RequestId;
  readonly memberId: MemberId;
  readonly name: string;
  readonly programId: ProgramId;
  readonly program: string;
}

/**
 * Ready requests with a seat that no live pairing holds, and to whom nothing was promised: who would hear nothing. Somebody
 * whose suggestion is still on the board is being looked after.
 */
export const listWithoutNextStep = async (
  read: Read,
  filter: { readonly programId?: ProgramId | null } = {},
): Promise<readonly Unserved[]> => {
  const rows = await read.orm.execute(sql`
    select r.id as request_id, m.id as member_id, m.display_name as name, p.id as program_id, p.name as program
    from request r
    join member m on m.agency_id = r.agency_id and m.id = r.member_id and m.status = 'active'
    join program p on p.agency_id = r.agency_id and p.id = r.program_id and p.status = 'open'
    where r.agency_id = ${read.agencyId} and r.status = 'open'
      ${filter.programId ? sql`and r.program_id = ${filter.programId}` : sql``}
      and r.seats > (
        select count(*) from pairing x
        where x.agency_id = r.agency_id and x.request_id = r.id
          and x.status in ('suggested', 'approved', 'invited', 'meeting', 'active', 'paused', 'closing'))
      and not exists (
        select 1 from next_step n where n.agency_id = r.agency_id and n.request_id = r.id and n.done_at is null)
    order by m.display_name, r.id`);
  return rows.map((row) => ({
    requestId: row.request_id as RequestId,
    memberId: row.member_id as MemberId,
    name: String(row.name),
    programId: row.program_id as ProgramId,
    program: String(row.program),
  }));
};
