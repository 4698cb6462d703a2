import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import { findMember, type MemberPatch, updateMember } from '@trellis/db/members';
import { type ProfileParts, saveProfileParts } from '@trellis/db/profile-parts';
import { loadProfile } from '@trellis/db/profiles';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { CareerStepId, TermId } from '@trellis/domain/ids';
import { allows } from '@trellis/domain/members/policy';
import type { ProfileChange, SaveProfile } from '@trellis/domain/profiles/inputs';
import { namedTerms } from '@trellis/domain/profiles/named-terms';
import type { Profile } from '@trellis/domain/profiles/profile';
import { keepHiddenEmployers, notForStaff } from '@trellis/domain/profiles/staff-change';
import type { ProfileRef } from '@trellis/domain/profiles/views';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { termsKnown } from '../../known-terms.ts';
import { writeOnce } from '../../write-once.ts';

/** Saves the parts a form sends as one types; the others stay as they are, whoever changed them meanwhile. */
export const saveProfile = (
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'zones'>,
  actor: Acting,
  input: SaveProfile,
): Promise<Decision<ProfileRef, Refusal<'not_found' | 'forbidden' | 'key_reused'>>> =>
  writeOnce(deps, actor, async (tx, now) => {
    const memberId = input.memberId ?? actor.memberId;
    const { change } = input;
    if (!allows(actor, 'profiles.change', memberId)) return refuse('not_found', { what: 'member' });
    const member = await findMember(tx, memberId);
    const profile = member && member.status !== 'erased' ? await loadProfile(tx, memberId) : null;
    if (!profile) return refuse('not_found', { what: 'member' });
    const own = memberId === actor.memberId;
    if (!own && notForStaff(profile, change).length > 0) return refuse('forbidden', {});
    if (change.timeZone && !deps.zones.isKnown(change.timeZone)) {
      return refuse('not_found', { what: 'time_zone' });
    }
    if (!(await termsKnown(tx, namedTerms(change)))) return refuse('not_found', { what: 'term' });
    const steps =
      change.career && withOwnIds(change.career, profile.career, () => deps.ids.next() as CareerStepId);
    const career = steps && !own ? keepHiddenEmployers(profile, steps) : steps;
    // Also when only lists change: the member's row says when the profile was last touched.
    await updateMember(tx, memberId, fieldsOf(change), now);
    await saveProfileParts(tx, [{ memberId, parts: partsOf(change, career) }]);
    await announce(tx, 'member', memberId);
    await appendAudit(tx, {
      action: 'profile.changed',
      subjectKind: 'member',
      subjectId: memberId,
      detail: { parts: Object.keys(change).sort() },
    });
    return accept({ memberId });
  });

const fieldsOf = (change: ProfileChange): MemberPatch => {
  const { headline, about, boundaries, country, employer, timeZone } = change;
  const fields = { headline, about, boundaries, country, employer, timeZone };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
};

/** Only the lists that were sent. */
const partsOf = (change: ProfileChange, career: Profile['career'] | undefined): ProfileParts => {
  const { skills, industries, languages, style, visibility } = change;
  return {
    ...(skills && { skills: onceEach(skills) }),
    ...(industries && { industries: onceEach(industries) }),
    ...(career && { career }),
    ...(languages && { languages }),
    ...(style && { style: style as Profile['style'] }),
    ...(visibility && { visibility: visibility as Profile['visibility'] }),
  };
};

/** Steps of this member keep their ids; an id from elsewhere would name somebody else's step and is replaced. */
const withOwnIds = (
  career: Profile['career'],
  known: Profile['career'],
  newId: () => CareerStepId,
): Profile['career'] => {
  const ids = new Set(known.map(({ id }) => id));
  return career.map((step) => (ids.delete(step.id) ? step : { ...step, id: newId() }));
};

/** A term that is named twice counts once, as it was named last. */
const onceEach = <T extends { readonly termId: TermId }>(list: readonly T[]): readonly T[] => [
  ...new Map(list.map((one) => [one.termId, one])).values(),
];
