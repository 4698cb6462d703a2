import { inRead, type Read } from '@trellis/db/client';
import { findMember } from '@trellis/db/members';
import { findOffer } from '@trellis/db/offers';
import { loadProfiles } from '@trellis/db/profiles';
import { findOwnPairing, listOwnPairings, type OwnPairing } from '@trellis/db/reads/own-pairings';
import { findRequest } from '@trellis/db/requests';
import { listTerms } from '@trellis/db/taxonomy';
import { sharedMinutes } from '@trellis/domain/availability/shared-time';
import { weekOf } from '@trellis/domain/availability/zone-rules';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { Reason, ReasonsForAll } from '@trellis/domain/fit/reason';
import type { PairingId, TermId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import { isAsked, mayKnow } from '@trellis/domain/pairings/answer';
import { ownMoves } from '@trellis/domain/pairings/own-moves';
import type { OwnPairingLine, OwnPairingView } from '@trellis/domain/pairings/own-views';
import type { Profile } from '@trellis/domain/profiles/profile';
import { visibleProfile } from '@trellis/domain/profiles/visible-profile';
import type { Deps } from '../../deps.ts';

const MET: readonly OwnPairing['status'][] = ['meeting', 'active', 'paused', 'closing', 'kept', 'closed'];

/** The pairings a member may know of, newest first. */
export const readOwnPairings = (deps: Pick<Deps, 'db'>, actor: Actor): Promise<OwnPairingLine[]> =>
  inRead(deps.db, actor, async (read) =>
    (await listOwnPairings(read, actor.memberId))
      .filter((one) => mayKnow(one, one.place))
      .reverse()
      .map(({ id, program, status, place, mentee, mentor }) => ({
        id,
        program,
        status,
        place,
        withWhom: place === 'mentor' ? mentee : mentor,
      })),
  );

/** One of them in full: why these two, and the other person as far as they show themselves. */
export const readOwnPairing = (
  deps: Pick<Deps, 'db' | 'clock' | 'zones'>,
  actor: Actor,
  id: PairingId,
): Promise<Decision<OwnPairingView, Refusal<'not_found'>>> =>
  inRead(deps.db, actor, async (read) => {
    const pairing = await findOwnPairing(read, actor.memberId, id);
    if (!pairing || !mayKnow(pairing, pairing.place)) return refuse('not_found', { what: 'pairing' });
    const otherId = pairing.place === 'mentor' ? pairing.menteeId : pairing.mentorId;
    const profiles = await loadProfiles(read, [actor.memberId, otherId]);
    const own = profiles.find(({ memberId }) => memberId === actor.memberId);
    const whole = profiles.find(({ memberId }) => memberId === otherId);
    if (!own || !whole) return refuse('not_found', { what: 'pairing' });
    const met = MET.includes(pairing.status);
    const other = visibleProfile(whole, met ? 'paired' : 'proposed');
    const terms = new Map((await listTerms(read)).map((term) => [term.id as string, term.name]));
    const reasons = reasonsFor(pairing);
    return accept({
      id: pairing.id,
      program: pairing.program,
      requestId: pairing.place === 'mentee' ? pairing.requestId : null,
      place: pairing.place,
      status: pairing.status,
      mentee: pairing.mentee,
      mentor: pairing.mentor,
      asked: isAsked(pairing, pairing.place),
      ownAnswer: pairing.place === 'mentor' ? pairing.mentorAnswer : pairing.menteeAnswer,
      until: pairing.status === 'invited' ? pairing.expiresAt : null,
      resumeOn: pairing.resumeOn,
      reasons,
      terms: [...new Set(JSON.stringify(reasons).match(/[0-9a-f-]{36}/g) ?? [])].flatMap((term) => {
        const name = terms.get(term);
        return name === undefined ? [] : [{ id: term as TermId, name }];
      }),
      other: {
        ...(await sought(read, pairing, terms)),
        memberId: otherId,
        name: other.displayName,
        headline: other.headline,
        about: other.about,
        country: other.country,
        skills: other.skills.map(({ termId }) => named(termId, terms)),
        industries: other.industries.map(({ termId }) => named(termId, terms)),
        languages: [...other.languages],
        email: met ? ((await findMember(read, otherId))?.email ?? null) : null,
      },
      agreementText: met ? pairing.agreementText : null,
      sharedMinutes: sharedTime(deps, own, other),
      moves: ownMoves(pairing.status, pairing.place),
    });
  });

const named = (id: TermId, terms: ReadonlyMap<string, string>) => ({ id, name: terms.get(id) ?? '' });

const reasonsFor = ({ reasons, place }: OwnPairing): Reason[] => [
  ...((reasons as Partial<ReasonsForAll> | null)?.[place] ?? []),
];

/** What the other one seeks or gives in this program, in their own words. */
const sought = async (read: Read, pairing: OwnPairing, terms: ReadonlyMap<string, string>) => {
  const theirs =
    pairing.place === 'mentor'
      ? await findRequest(read, pairing.requestId)
      : await findOffer(read, pairing.offerId);
  return { note: theirs?.note ?? null, goals: (theirs?.goals ?? []).map((id) => named(id, terms)) };
};

const sharedTime = (deps: Pick<Deps, 'clock' | 'zones'>, own: Profile, other: Profile): number | null => {
  if (!own.timeZone || !other.timeZone || own.hours.length === 0 || other.hours.length === 0) return null;
  const rules = deps.zones.rulesFor([own.timeZone, other.timeZone]);
  const side = ({ timeZone, hours }: Profile) => ({ zone: timeZone as string, hours });
  return sharedMinutes(rules, side(own), side(other), weekOf(deps.clock.now()));
};
