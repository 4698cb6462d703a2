import { inRead } from '@trellis/db/client';
import { listOffersOfMember } from '@trellis/db/offers';
import { listPrograms } from '@trellis/db/programs';
import { listOpenNextSteps } from '@trellis/db/reads/next-steps';
import { listOwnPairings } from '@trellis/db/reads/own-pairings';
import { listRequestsOfMember } from '@trellis/db/requests';
import type { Actor } from '@trellis/domain/members/actor';
import {
  type Happening,
  happeningOfOffer,
  happeningOfRequest,
  happeningsOfPairings,
  type PairingAtHand,
} from '@trellis/domain/next-steps/happening';
import type { HomeView } from '@trellis/domain/next-steps/home-view';
import type { Deps } from '../../deps.ts';

/** What happens next for the member who asks, in every program, and what they could begin. */
export const readHome = (deps: Pick<Deps, 'db'>, actor: Actor): Promise<HomeView> =>
  inRead(deps.db, actor, async (read) => {
    const own = await listOwnPairings(read, actor.memberId);
    const requests = await listRequestsOfMember(read, actor.memberId);
    const offers = await listOffersOfMember(read, actor.memberId);
    const programs = await listPrograms(read);
    const nameOf = new Map(programs.map(({ id, name }) => [id, name]));
    const steps = await listOpenNextSteps(read, { requestIds: requests.map(({ id }) => id) });
    const atHand = (of: (one: (typeof own)[number]) => boolean): PairingAtHand[] =>
      own.filter(of).map((one) => ({ ...one, other: one.place === 'mentor' ? one.mentee : one.mentor }));
    const happenings: Happening[] = programs.flatMap(({ id, name }) => [
      ...happeningsOfPairings(
        name,
        atHand(({ programId }) => programId === id),
      ),
    ]);
    const asks = new Set(
      requests.filter(({ status }) => status !== 'withdrawn').map(({ programId }) => programId),
    );
    // What was withdrawn is no news once another request was begun in its place.
    const current = requests.filter(
      ({ status, programId }) => status !== 'withdrawn' || !asks.has(programId),
    );
    for (const request of current) {
      const step = steps.find(({ requestId }) => requestId === request.id);
      const happening = happeningOfRequest({
        requestId: request.id,
        program: nameOf.get(request.programId) ?? '',
        status: request.status,
        pairings: atHand(({ requestId }) => requestId === request.id),
        step: step ? { kind: step.kind, words: step.words, owner: step.owner, due: step.dueOn } : null,
      });
      if (happening) happenings.push(happening);
    }
    for (const offer of offers) {
      const happening = happeningOfOffer({
        offerId: offer.id,
        program: nameOf.get(offer.programId) ?? '',
        status: offer.status,
        capacity: offer.capacity,
        pairings: atHand(({ offerId }) => offerId === offer.id),
      });
      if (happening) happenings.push(happening);
    }
    const open = programs.filter(({ status, kind }) => status === 'open' && kind === 'mentoring');
    const gives = new Set(offers.map(({ programId }) => programId));
    const mayMentor = actor.roles.includes('mentor');
    return {
      happenings,
      requests: requests
        .filter(({ status }) => status !== 'withdrawn')
        .map(({ id, programId }) => ({ requestId: id, program: nameOf.get(programId) ?? '' })),
      offers: offers.map(({ id, programId }) => ({ offerId: id, program: nameOf.get(programId) ?? '' })),
      mayAskIn: open
        .filter(({ id }) => !asks.has(id) && !gives.has(id))
        .map(({ id, name }) => ({ programId: id, name })),
      mayOfferIn: mayMentor
        ? open.filter(({ id }) => !gives.has(id)).map(({ id, name }) => ({ programId: id, name }))
        : [],
    };
  });
