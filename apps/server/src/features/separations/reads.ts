import { inRead } from '@trellis/db/client';
import { findMembers } from '@trellis/db/members';
import { listSeparations } from '@trellis/db/separations';
import type { MemberId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import type { SeparationView } from '@trellis/domain/separations/views';
import type { Deps } from '../../deps.ts';

/** Every two members who are kept apart, oldest first. */
export const readSeparations = (deps: Pick<Deps, 'db'>, actor: Actor): Promise<SeparationView[]> =>
  inRead(deps.db, actor, async (read) => {
    const separations = await listSeparations(read);
    const members = await findMembers(
      read,
      separations.flatMap(({ memberA, memberB }) => [memberA, memberB]),
    );
    const names = new Map(members.map(({ id, displayName }) => [id, displayName]));
    const person = (memberId: MemberId) => ({ memberId, name: names.get(memberId) ?? '' });
    return separations.map(({ id, memberA, memberB, kind, why, createdAt }) => ({
      id,
      a: person(memberA),
      b: person(memberB),
      kind,
      why,
      createdAt,
    }));
  });
