import { getAgency } from '@trellis/db/agencies';
import { inRead } from '@trellis/db/client';
import { findPairings } from '@trellis/db/pairings';
import { loadProfile } from '@trellis/db/profiles';
import { findProgram } from '@trellis/db/programs';
import { sharedLength } from '@trellis/domain/availability/stretches';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { TermId } from '@trellis/domain/ids';
import type { Actor } from '@trellis/domain/members/actor';
import type { PairingRef } from '@trellis/domain/pairings/inputs';
import type { PersonSide, SideBySideView } from '@trellis/domain/pairings/views';
import type { ProfileField } from '@trellis/domain/profiles/fields';
import type { Profile } from '@trellis/domain/profiles/profile';
import { maySee } from '@trellis/domain/profiles/visible-profile';
import type { Deps } from '../../deps.ts';
import { sharedWeeks } from './shared-weeks.ts';
import { scalesFor, type WeighedPair } from './weigh-pairs.ts';

/** Both people of a pairing, what they share marked, their weeks, and where the numbers come from. */
export const readSideBySide = (
  deps: Pick<Deps, 'db' | 'clock' | 'zones'>,
  actor: Actor,
  { pairingId }: PairingRef,
): Promise<Decision<SideBySideView, Refusal<'not_found'>>> =>
  inRead(deps.db, actor, async (read) => {
    const [pairing] = await findPairings(read, [pairingId]);
    const program = pairing && (await findProgram(read, pairing.programId));
    if (!pairing || !program) return refuse('not_found', { what: 'pairing' });
    const scales = await scalesFor(deps, read, program);
    const weighed = scales.weigh(pairing.requestId, pairing.offerId);
    if (!weighed) return refuse('not_found', { what: 'pairing' });
    const nameOf = new Map(scales.terms.map(({ id, name }) => [id, name]));
    const name = (id: TermId | null): string | null => (id === null ? null : (nameOf.get(id) ?? null));
    const { request, offer } = weighed;
    const both = request.free && offer.free;
    const assumed = (await getAgency(read)).timeZone;
    const viewer = (await loadProfile(read, actor.memberId))?.timeZone ?? assumed;
    return accept({
      pairingId,
      mentee: menteeSide(weighed, name),
      mentor: mentorSide(weighed, name),
      sharedMinutes: both ? sharedLength(request.free, offer.free) : null,
      weeks: sharedWeeks(deps, { mentee: request.profile, mentor: offer.profile }, { viewer, assumed }),
      parts: weighed.fit.parts.map(({ criterion, value, share }) => ({ criterion, value, share })),
    });
  });

type NameOf = (id: TermId | null) => string | null;

/** Staff see every field but what a member keeps to themselves. */
const shown = <T>(profile: Profile, field: ProfileField, value: T, blank: T): T =>
  maySee(profile, field, 'staff') ? value : blank;

const common = (profile: Profile, other: Profile, name: NameOf) => {
  const theirs = new Set(shown(other, 'languages', other.languages, []));
  return {
    memberId: profile.memberId,
    name: profile.displayName,
    headline: shown(profile, 'headline', profile.headline, null),
    about: shown(profile, 'about', profile.about, null),
    country: shown(profile, 'country', profile.country, null),
    employer: shown(profile, 'employer', profile.employer, null),
    timeZone: profile.timeZone,
    languages: shown(profile, 'languages', profile.languages, []).map((tag) => ({
      tag,
      shared: theirs.has(tag),
    })),
    career: shown(profile, 'career', profile.career, []).map((step) => ({
      occupation: name(step.occupationId),
      industry: name(step.industryId),
      fromYear: step.fromYear,
      toYear: step.toYear,
    })),
  };
};

const menteeSide = ({ request: side, offer }: WeighedPair, name: NameOf): PersonSide => {
  const { request, profile } = side;
  const given = new Set([...offer.offer.skills, ...offer.profile.skills.map(({ termId }) => termId)]);
  const goals = new Set(offer.offer.goals);
  const industries = new Set([
    ...offer.offer.industries,
    ...offer.profile.industries.map(({ termId }) => termId),
  ]);
  const own = shown(profile, 'skills', profile.skills, []);
  const wanted = new Map(request.skills.map(({ termId }) => [termId, true]));
  const skillIds = [...new Set([...wanted.keys(), ...own.map(({ termId }) => termId)])];
  const move = [name(request.towards.occupationId), name(request.towards.industryId)].filter(
    (one) => one !== null,
  );
  return {
    ...common(profile, offer.profile, name),
    note: request.note,
    towards: move.length > 0 ? move.join(', ') : null,
    goals: request.goals.map((id) => ({ id, name: name(id) ?? '', shared: goals.has(id) })),
    skills: skillIds.map((id) => ({
      id,
      name: name(id) ?? '',
      shared: given.has(id),
      wanted: wanted.has(id),
      level: own.find(({ termId }) => termId === id)?.level ?? null,
    })),
    industries: shown(profile, 'industries', profile.industries, []).map(({ termId, years }) => ({
      id: termId,
      name: name(termId) ?? '',
      shared: industries.has(termId),
      years,
    })),
  };
};

const mentorSide = ({ request, offer: side }: WeighedPair, name: NameOf): PersonSide => {
  const { offer, profile } = side;
  const wanted = new Set(request.request.skills.map(({ termId }) => termId));
  const known = new Set(request.profile.skills.map(({ termId }) => termId));
  const goals = new Set(request.request.goals);
  const industries = new Set([
    ...request.request.industries,
    ...request.profile.industries.map(({ termId }) => termId),
    ...(request.request.towards.industryId ? [request.request.towards.industryId] : []),
  ]);
  const own = shown(profile, 'skills', profile.skills, []);
  const skillIds = [...new Set([...offer.skills, ...own.map(({ termId }) => termId)])];
  const years = new Map(
    shown(profile, 'industries', profile.industries, []).map((one) => [one.termId, one.years]),
  );
  return {
    ...common(profile, request.profile, name),
    note: offer.note,
    capacity: offer.capacity,
    towards: null,
    goals: offer.goals.map((id) => ({ id, name: name(id) ?? '', shared: goals.has(id) })),
    skills: skillIds.map((id) => ({
      id,
      name: name(id) ?? '',
      shared: wanted.has(id) || known.has(id),
      wanted: wanted.has(id),
      level: own.find(({ termId }) => termId === id)?.level ?? null,
    })),
    industries: [...new Set([...years.keys(), ...offer.industries])].map((id) => ({
      id,
      name: name(id) ?? '',
      shared: industries.has(id),
      years: years.get(id) ?? null,
    })),
  };
};
