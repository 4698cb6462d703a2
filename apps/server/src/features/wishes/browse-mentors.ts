import { inRead } from '@trellis/db/client';
import { findOffers, loadOffersOfProgram } from '@trellis/db/offers';
import { loadProfiles, loadProfilesOfProgram } from '@trellis/db/profiles';
import { findProgram } from '@trellis/db/programs';
import { listOffersWithRoom } from '@trellis/db/reads/mentors-with-room';
import { findRequest } from '@trellis/db/requests';
import { listTerms } from '@trellis/db/taxonomy';
import { listWishesOfRequests } from '@trellis/db/wishes';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import { isAllowed, pairHistory } from '@trellis/domain/fit/broken-rules';
import { isBridge } from '@trellis/domain/fit/fit';
import { fitOf } from '@trellis/domain/fit/fit-of';
import { reasonsOf } from '@trellis/domain/fit/reasons-of';
import { offerSide, poolFacts, requestSide } from '@trellis/domain/fit/sides';
import { makeYardstick } from '@trellis/domain/fit/yardstick';
import type { Actor } from '@trellis/domain/members/actor';
import { allows } from '@trellis/domain/members/policy';
import { maySee, visibleProfile } from '@trellis/domain/profiles/visible-profile';
import type { BrowseMentors } from '@trellis/domain/wishes/inputs';
import type { MentorCard, WishList } from '@trellis/domain/wishes/views';
import type { Deps } from '../../deps.ts';

/**
 * Mentors of the program who have room and whom no rule keeps away, those with most in common first, a bridge among the
 * first when there is one. Only what they show to somebody proposed.
 */
export const browseMentors = (
  deps: Pick<Deps, 'db' | 'clock' | 'zones'>,
  actor: Actor,
  { requestId }: BrowseMentors,
): Promise<Decision<WishList, Refusal<'not_found'>>> =>
  inRead(deps.db, actor, async (read) => {
    const request = await findRequest(read, requestId);
    if (!request || !allows(actor, 'wishes.read', request.memberId))
      return refuse('not_found', { what: 'request' });
    const program = await findProgram(read, request.programId);
    if (!program) return refuse('not_found', { what: 'program' });
    const withRoom = new Set(
      (await listOffersWithRoom(read, program.id, request.memberId)).map(({ offerId }) => offerId),
    );
    const offers = await loadOffersOfProgram(read, program.id);
    const profiles = new Map(
      (await loadProfilesOfProgram(read, program.id)).map((one) => [one.memberId, one]),
    );
    const terms = await listTerms(read);
    const yardstick = makeYardstick({
      terms,
      weights: program.weights,
      rules: program.rules,
      pool: poolFacts(offers.map((offer) => ({ offer, profile: profiles.get(offer.memberId)! }))),
      zones: deps.zones.rulesFor(
        [...profiles.values()].flatMap(({ timeZone }) => (timeZone ? [timeZone] : [])),
      ),
      at: deps.clock.now(),
    });
    const seeker = requestSide(request, profiles.get(request.memberId)!, yardstick);
    const nobody = pairHistory([], []);
    const found = offers
      .filter(({ id }) => withRoom.has(id))
      .map((offer) => ({ offer, side: offerSide(offer, profiles.get(offer.memberId)!, yardstick) }))
      .filter(({ side }) => isAllowed(seeker, side, yardstick, nobody))
      .map(({ offer, side }) => ({ offer, side, fit: fitOf(seeker, side, yardstick) }))
      .sort((a, b) => b.fit.fit - a.fit.fit || (a.offer.id < b.offer.id ? -1 : 1));
    const wishes = await listWishesOfRequests(read, [requestId]);
    const wished = await findOffers(
      read,
      wishes.map(({ offerId }) => offerId),
    );
    const people = await loadProfiles(
      read,
      wished.map(({ memberId }) => memberId),
    );
    const nameOf = (offerId: string): string => {
      const memberId = wished.find(({ id }) => id === offerId)?.memberId;
      return people.find((one) => one.memberId === memberId)?.displayName ?? '';
    };
    const mentors = found.map(({ offer, side, fit }): MentorCard => {
      const shown = visibleProfile(side.profile, 'proposed');
      return {
        offerId: offer.id,
        name: shown.displayName,
        headline: shown.headline,
        about: shown.about,
        country: shown.country,
        note: offer.note,
        goals: [...offer.goals],
        skills: [...new Set([...offer.skills, ...shown.skills.map(({ termId }) => termId)])],
        industries: [...new Set([...offer.industries, ...shown.industries.map(({ termId }) => termId)])],
        languages: [...shown.languages],
        reasons: [...reasonsOf(seeker, side, fit).mentee],
        bridge: isBridge(fit) && WORLDS.every((field) => maySee(side.profile, field, 'proposed')),
      };
    });
    const used = new Set(JSON.stringify(mentors).match(/[0-9a-f-]{36}/g) ?? []);
    return accept({
      requestId,
      memberId: request.memberId,
      memberName: seeker.profile.displayName,
      mentors: bridgeAmongFirst(mentors),
      wishes: wishes.map(({ offerId, line }) => ({ offerId, mentor: nameOf(offerId), line })),
      terms: terms.filter(({ id }) => used.has(id)).map(({ id, name }) => ({ id, name })),
    });
  });

/** What news is read from: where a mentor does not show all of it, a badge would tell what they keep back. */
const WORLDS = ['skills', 'industries', 'career'] as const;

const FIRST = 6;

/** The first bridge moves up into the first few, when none is there by itself. */
const bridgeAmongFirst = (mentors: MentorCard[]): MentorCard[] => {
  const at = mentors.findIndex(({ bridge }) => bridge);
  if (at < FIRST) return mentors;
  const bridge = mentors[at]!;
  const rest = mentors.filter((one) => one !== bridge);
  return [...rest.slice(0, FIRST - 1), bridge, ...rest.slice(FIRST - 1)];
};
