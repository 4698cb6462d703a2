import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import type { Tx } from '@trellis/db/client';
import { findMember, type MemberPatch, updateMember } from '@trellis/db/members';
import { type ProfileParts, saveProfileParts } from '@trellis/db/profile-parts';
import { loadProfile } from '@trellis/db/profiles';
import { listTerms } from '@trellis/db/taxonomy';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { CareerStepId, TermId } from '@trellis/domain/ids';
import { allows } from '@trellis/domain/members/policy';
import { PROFILE_FIELDS } from '@trellis/domain/profiles/fields';
import type { ProfileChange, SaveProfile } from '@trellis/domain/profiles/inputs';
import { namedTerms } from '@trellis/domain/profiles/named-terms';
import type { Profile } from '@trellis/domain/profiles/profile';
import type { ProfileRef } from '@trellis/domain/profiles/views';
import { maySee } from '@trellis/domain/profiles/visible-profile';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
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
    if (!member || member.status === 'erased') return refuse('not_found', { what: 'member' });
    if (memberId !== actor.memberId && !mayStaffChange(change, await loadProfile(tx, memberId))) {
      return refuse('forbidden', {});
    }
    if (change.timeZone && !deps.zones.isKnown(change.timeZone)) {
      return refuse('not_found', { what: 'time_zone' });
    }
    if (!(await allKnown(tx, change))) return refuse('not_found', { what: 'term' });
    // Also when only lists change: the member's row says when the profile was last touched.
    await updateMember(tx, memberId, fieldsOf(change), now);
    await saveProfileParts(tx, [{ memberId, parts: partsOf(change, () => deps.ids.next() as CareerStepId) }]);
    await announce(tx, 'member', memberId);
    await appendAudit(tx, {
      action: 'profile.changed',
      subjectKind: 'member',
      subjectId: memberId,
      detail: { parts: Object.keys(change).sort() },
    });
    return accept({ memberId });
  });

/** Who sees a field is the member's own choice; a field nobody else sees is nobody else's to write. */
const mayStaffChange = (change: ProfileChange, profile: Profile | null): boolean =>
  profile !== null &&
  change.visibility === undefined &&
  PROFILE_FIELDS.every((field) => !Object.hasOwn(change, field) || maySee(profile, field, 'staff'));

/** Whether each term is in the list it must come from, in this agency. */
const allKnown = async (tx: Tx, change: ProfileChange): Promise<boolean> => {
  const named = namedTerms(change);
  if (named.length === 0) return true;
  const kinds = new Map((await listTerms(tx)).map(({ id, kind }) => [id, kind]));
  return named.every(({ termId, kind }) => kinds.get(termId) === kind);
};

const fieldsOf = (change: ProfileChange): MemberPatch => {
  const { headline, about, boundaries, country, employer, timeZone } = change;
  const fields = { headline, about, boundaries, country, employer, timeZone };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
};

/** Only the lists that were sent; a term that is named twice counts once. */
const partsOf = (change: ProfileChange, newId: () => CareerStepId): ProfileParts => {
  const { skills, industries, career, languages, style, visibility } = change;
  return {
    ...(skills && { skills: onceEach(skills) }),
    ...(industries && { industries: onceEach(industries) }),
    // New ids each time: an id from elsewhere can then never name somebody else's step.
    ...(career && { career: career.map((step) => ({ ...step, id: newId() })) }),
    ...(languages && { languages }),
    ...(style && { style: style as NonNullable<ProfileParts['style']> }),
    ...(visibility && { visibility: visibility as NonNullable<ProfileParts['visibility']> }),
  };
};

const onceEach = <T extends { readonly termId: TermId }>(list: readonly T[]): readonly T[] => [
  ...new Map(list.map((one) => [one.termId, one])).values(),
];
