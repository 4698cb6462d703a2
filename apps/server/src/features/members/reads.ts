import { inRead } from '@trellis/db/client';
import { findMember } from '@trellis/db/members';
import { loadProfile } from '@trellis/db/profiles';
import { findPeople as findRows, listSidesOfMember } from '@trellis/db/reads/people';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { MemberId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import type { FindPeople } from '@trellis/domain/members/inputs';
import type { People, PersonView } from '@trellis/domain/members/views';
import { PROFILE_FIELDS } from '@trellis/domain/profiles/fields';
import { profileView } from '@trellis/domain/profiles/views';
import { maySee, visibleProfile } from '@trellis/domain/profiles/visible-profile';
import type { Deps } from '../../deps.ts';

/** One page of the agency's people, by name. */
export const findPeople = (deps: Pick<Deps, 'db'>, actor: Actor, input: FindPeople): Promise<People> =>
  inRead(deps.db, actor, async (read) => {
    const { people, total } = await findRows(read, { ...input, offset: input.cursor });
    const next = input.cursor + people.length;
    return {
      people: people.map((one) => ({ ...one, roles: [...one.roles], programs: [...one.programs] })),
      total,
      nextCursor: people.length > 0 && next < total ? next : null,
    };
  });

/** One member as staff may see them: everything but what the member keeps to themselves. */
export const readPerson = (
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  memberId: MemberId,
): Promise<Decision<PersonView, Refusal<'not_found'>>> =>
  inRead(deps.db, actor, async (read) => {
    const member = await findMember(read, memberId);
    const profile = await loadProfile(read, memberId);
    if (!member || !profile) return refuse('not_found', { what: 'member' });
    const { requests, offers } = await listSidesOfMember(read, memberId);
    return accept({
      id: member.id,
      displayName: member.displayName,
      email: member.email,
      sourceRef: member.sourceRef,
      status: member.status,
      roles: [...member.roles],
      signsIn: member.accountId !== null,
      createdAt: member.createdAt,
      profile: profileView(visibleProfile(profile, 'staff')),
      hidden: PROFILE_FIELDS.filter((field) => !maySee(profile, field, 'staff')),
      requests: [...requests],
      offers: [...offers],
    });
  });
