import { inRead } from '@trellis/db/client';
import { listRounds } from '@trellis/db/rounds';
import {
  makeAgency,
  makeMember,
  makeOffer,
  makeProgram,
  makeRequest,
  makeTerm,
} from '@trellis/db/testing-factories';
import type { ProgramId, TermId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';

export interface SmallWorld {
  readonly staff: Acting;
  readonly programId: ProgramId;
  readonly skill: TermId;
}

export const actingAs = (actor: Actor): Acting => ({ ...actor, call: null });

/** An agency with an open program, `mentees` who want a skill, and `mentors` with one seat each who have it. */
export const makeSmallWorld = async (
  { db }: Pick<Deps, 'db'>,
  { mentees, mentors }: { readonly mentees: number; readonly mentors: number },
): Promise<SmallWorld> => {
  const staff = actingAs(await makeAgency(db));
  const programId = await makeProgram(db, staff);
  const skill = await makeTerm(db, staff, 'skill', 'Facilitation');
  for (let n = 0; n < mentees; n++) {
    const memberId = await makeMember(db, staff, { displayName: `Mentee ${n}`, roles: ['mentee'] });
    await makeRequest(db, staff, { programId, memberId, skills: [{ termId: skill, need: 'nice' }] });
  }
  for (let n = 0; n < mentors; n++) {
    const memberId = await makeMember(db, staff, { displayName: `Mentor ${n}`, roles: ['mentor'] });
    await makeOffer(db, staff, { programId, memberId, skills: [skill] });
  }
  return { staff, programId, skill };
};

export const roundsOf = (deps: Pick<Deps, 'db'>, world: SmallWorld) =>
  inRead(deps.db, world.staff, (read) => listRounds(read, world.programId));
