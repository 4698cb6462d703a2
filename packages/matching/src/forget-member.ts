import type { MemberId } from '@trellis/domain/ids';
import type { Profile } from '@trellis/domain/profiles/profile';
import { aliasKey } from '@trellis/domain/taxonomy/alias-key';
import { decodeSnapshot } from './snapshot.ts';

/**
 * A snapshot without what says who a member is: name, words, country, and every employer nobody else shares. What the
 * numbers come from stays, so that the round still runs again to the same plan.
 * @param text as `encodeSnapshot` wrote it; a text of another version is not understood
 * @returns the new text, the same one when the member is not in it, or null when it cannot be read
 */
export const forgetMember = (text: string, memberId: MemberId): string | null => {
  const decoded = decodeSnapshot(text);
  if (!decoded.ok) return null;
  const { snapshot } = decoded;
  const { members, requests, offers } = snapshot.input;
  if (!members.some(({ profile }) => profile.memberId === memberId)) return text;
  const others = new Set(
    members
      .filter(({ profile }) => profile.memberId !== memberId && profile.employer !== null)
      .map(({ profile }) => aliasKey(profile.employer!)),
  );
  const blank = (profile: Profile): Profile => ({
    ...withoutWords(profile),
    // An employer only this member has equals no other's, as none does; a shared one keeps two colleagues apart.
    employer: profile.employer !== null && others.has(aliasKey(profile.employer)) ? profile.employer : null,
    country: null,
  });
  return JSON.stringify({
    ...snapshot,
    input: {
      ...snapshot.input,
      members: members.map((one) =>
        one.profile.memberId === memberId ? { ...one, profile: blank(one.profile) } : one,
      ),
      requests: requests.map((one) => (one.memberId === memberId ? { ...one, note: null } : one)),
      offers: offers.map((one) => (one.memberId === memberId ? { ...one, note: null } : one)),
    },
  });
};

/** A profile without what no number comes from: a round has no use for names and sentences, and keeps none. */
export const withoutWords = (profile: Profile): Profile => ({
  ...profile,
  displayName: '',
  headline: null,
  about: null,
  boundaries: null,
  career: profile.career.map((step) => ({ ...step, employer: null })),
});
