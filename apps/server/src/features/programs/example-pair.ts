import { inRead, type Read } from '@trellis/db/client';
import { loadOffersOfProgram } from '@trellis/db/offers';
import { loadProfilesOfProgram } from '@trellis/db/profiles';
import { findProgram } from '@trellis/db/programs';
import { loadRequestsOfProgram } from '@trellis/db/requests';
import { listTerms } from '@trellis/db/taxonomy';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import { fitOf } from '@trellis/domain/fit/fit-of';
import { offerSide, poolFacts, requestSide } from '@trellis/domain/fit/sides';
import { makeYardstick } from '@trellis/domain/fit/yardstick';
import type { TermId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import type { Offer } from '@trellis/domain/offers/offer';
import type { ProfileField } from '@trellis/domain/profiles/fields';
import type { Profile } from '@trellis/domain/profiles/profile';
import { visibilityOf } from '@trellis/domain/profiles/visible-profile';
import type { ExamplePair } from '@trellis/domain/programs/example-pair';
import type { ExamplePairInput } from '@trellis/domain/programs/inputs';
import type { Request } from '@trellis/domain/requests/request';
import type { Term } from '@trellis/domain/taxonomy/tree';
import type { Deps } from '../../deps.ts';

/** Among so many offers a telling example is looked for when nobody is named. */
const MOST_LOOKED_AT = 200;

/**
 * Two people of the program with all that their fit is computed from, for trying weights in the browser. Fields a
 * member keeps to themselves are blank here, as they are for matching.
 */
export const readExamplePair = (
  deps: Pick<Deps, 'db' | 'clock' | 'zones'>,
  actor: Actor,
  input: ExamplePairInput,
): Promise<Decision<ExamplePair, Refusal<'not_found'>>> =>
  inRead(deps.db, actor, async (read) => {
    const program = await findProgram(read, input.programId);
    if (!program) return refuse('not_found', { what: 'program' });
    const { requests, offers, terms, profiles } = await loadPeople(read, input);
    const blank = <T extends { readonly memberId: Profile['memberId'] }>(side: T) =>
      profiles.get(side.memberId)!;
    const pool = poolFacts(offers.map((offer) => ({ offer, profile: blank(offer) })));
    const at = deps.clock.now();
    const request = input.requestId
      ? requests.find(({ id }) => id === input.requestId)
      : [...requests].sort((a, b) => richness(b, blank(b)) - richness(a, blank(a)))[0];
    if (!request) return refuse('not_found', { what: 'request' });
    const others = offers.filter(({ memberId }) => memberId !== request.memberId);
    const zones = deps.zones.rulesFor(zonesOf([blank(request), ...others.map(blank)]));
    const yardstick = makeYardstick({
      terms,
      weights: program.weights,
      rules: program.rules,
      pool,
      zones,
      at,
    });
    const seeking = requestSide(request, blank(request), yardstick);
    const fitWith = (offer: Offer) => fitOf(seeking, offerSide(offer, blank(offer), yardstick), yardstick);
    const offer = input.offerId
      ? others.find(({ id }) => id === input.offerId)
      : others
          .slice(0, MOST_LOOKED_AT)
          .map((one) => ({ one, fit: fitWith(one).fit }))
          .sort((a, b) => b.fit - a.fit)[0]?.one;
    if (!offer) return refuse('not_found', { what: 'offer' });
    const [mentee, mentor] = [blank(request), blank(offer)];
    const named = namedTerms(request, offer, [mentee, mentor], terms);
    const rules = deps.zones.rulesFor(zonesOf([mentee, mentor]));
    return accept({
      request: structuredClone({ ...request, note: null }) as ExamplePair['request'],
      offer: structuredClone({ ...offer, note: null }) as ExamplePair['offer'],
      mentee: structuredClone(mentee) as ExamplePair['mentee'],
      mentor: structuredClone(mentor) as ExamplePair['mentor'],
      terms: named,
      zones: structuredClone(rules) as ExamplePair['zones'],
      at,
      pool: {
        offers: pool.offers,
        offersWith: named.flatMap(({ id }): [TermId, number][] => {
          const count = pool.offersWith.get(id);
          return count === undefined ? [] : [[id, count]];
        }),
      },
    });
  });

const loadPeople = async (read: Read, input: ExamplePairInput) => {
  const requests = await loadRequestsOfProgram(read, input.programId);
  const offers = await loadOffersOfProgram(read, input.programId);
  const terms = await listTerms(read);
  const profiles = await loadProfilesOfProgram(read, input.programId);
  return {
    requests: requests.filter(({ id, status }) => status !== 'withdrawn' || id === input.requestId),
    offers: offers.filter(({ id, status }) => status !== 'closed' || id === input.offerId),
    terms,
    profiles: new Map(profiles.map((profile) => [profile.memberId, withoutOwn(profile)])),
  };
};

const BLANKS = {
  headline: null,
  country: null,
  employer: null,
  skills: [],
  industries: [],
  career: [],
  languages: [],
  hours: [],
  style: {},
} as const satisfies Partial<Record<ProfileField, unknown>>;

/** Without the long texts, and without what a member keeps to themselves. */
const withoutOwn = (profile: Profile): Profile => {
  const own = (Object.keys(BLANKS) as (keyof typeof BLANKS)[]).filter(
    (field) => visibilityOf(profile, field) === 'self',
  );
  const blanks = Object.fromEntries(own.map((field) => [field, BLANKS[field]]));
  return { ...profile, ...blanks, about: null, boundaries: null };
};

/** Someone who said much makes a better example than someone who said nothing. */
const richness = (request: Request, profile: Profile): number =>
  Math.min(request.skills.length, 4) +
  Math.min(request.goals.length, 3) +
  Math.min(request.industries.length, 2) +
  (request.towards.occupationId === null ? 0 : 2) +
  Math.min(profile.hours.length, 2) +
  Math.min(Object.keys(profile.style).length, 2) +
  Math.min(profile.languages.length, 1);

const zonesOf = (profiles: readonly Profile[]): string[] =>
  profiles.flatMap(({ timeZone }) => (timeZone === null ? [] : [timeZone]));

/** The terms these two name, and the parents of those. */
const namedTerms = (
  request: Request,
  offer: Offer,
  profiles: readonly Profile[],
  terms: readonly Term[],
): Term[] => {
  const ids = new Set<TermId | null>([
    ...request.goals,
    ...request.industries,
    ...request.skills.map(({ termId }) => termId),
    ...Object.values(request.from),
    ...Object.values(request.towards),
    ...offer.goals,
    ...offer.skills,
    ...offer.industries,
    ...profiles.flatMap(({ skills, industries, career }) => [
      ...skills.map(({ termId }) => termId),
      ...industries.map(({ termId }) => termId),
      ...career.flatMap(({ occupationId, industryId }) => [occupationId, industryId]),
    ]),
  ]);
  for (const { id, parentId } of terms) if (ids.has(id)) ids.add(parentId);
  return terms.filter(({ id }) => ids.has(id)).map((term) => ({ ...term }));
};
