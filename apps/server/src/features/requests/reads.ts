import type { Read } from '@trellis/db/client';
import { inRead } from '@trellis/db/client';
import { findMembers } from '@trellis/db/members';
import { findOffers } from '@trellis/db/offers';
import { listPrograms, type Program } from '@trellis/db/programs';
import { findRequest, listRequestsOfMember } from '@trellis/db/requests';
import { listWishesOfRequests, type Wish } from '@trellis/db/wishes';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { MemberId, RequestId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import { allows } from '@trellis/domain/members/policy';
import { blankParts } from '@trellis/domain/requests/moves';
import type { Request } from '@trellis/domain/requests/request';
import type { RequestView } from '@trellis/domain/requests/views';
import type { Deps } from '../../deps.ts';

/** One request, for its member or staff. */
export const readRequest = (
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  id: RequestId,
): Promise<Decision<RequestView, Refusal<'not_found'>>> =>
  inRead(deps.db, actor, async (read) => {
    const request = await findRequest(read, id);
    if (!request || !allows(actor, 'requests.read', request.memberId))
      return refuse('not_found', { what: 'request' });
    return accept((await viewsOf(read, [request]))[0]!);
  });

/** A member's requests, newest last. */
export const readRequestsOf = (
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  memberId: MemberId,
): Promise<Decision<RequestView[], Refusal<'not_found'>>> =>
  inRead(deps.db, actor, async (read) => {
    if (!allows(actor, 'requests.read', memberId)) return refuse('not_found', { what: 'member' });
    return accept(await viewsOf(read, await listRequestsOfMember(read, memberId)));
  });

const viewsOf = async (read: Read, requests: readonly Request[]): Promise<RequestView[]> => {
  const wishes = await listWishesOfRequests(
    read,
    requests.map(({ id }) => id),
  );
  const offers = new Map(
    (
      await findOffers(
        read,
        wishes.map(({ offerId }) => offerId),
      )
    ).map((o) => [o.id, o]),
  );
  const members = await findMembers(read, [
    ...requests.map(({ memberId }) => memberId),
    ...[...offers.values()].map(({ memberId }) => memberId),
  ]);
  const nameOf = new Map(members.map(({ id, displayName }) => [id, displayName]));
  const programs = new Map((await listPrograms(read)).map((program) => [program.id, program]));
  const wishView = ({ offerId, rank, line }: Wish) => ({
    offerId,
    mentor: nameOf.get(offers.get(offerId)!.memberId) ?? '',
    rank,
    line,
  });
  return requests.map((request) => ({
    id: request.id,
    program: labelOf(programs.get(request.programId)!),
    memberId: request.memberId,
    memberName: nameOf.get(request.memberId) ?? '',
    status: request.status,
    from: request.from,
    towards: request.towards,
    goals: [...request.goals],
    skills: [...request.skills],
    industries: [...request.industries],
    languages: [...request.languages],
    mix: request.mix,
    note: request.note,
    openedAt: request.openedAt,
    wishes: wishes.filter(({ requestId }) => requestId === request.id).map(wishView),
    blank: [...blankParts(request)],
  }));
};

const labelOf = ({ id, name, description, kind, status }: Program) => ({
  id,
  name,
  description,
  kind,
  status,
});
