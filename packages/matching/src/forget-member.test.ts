import { readdirSync, readFileSync } from 'node:fs';
import type { MemberId } from '@trellis/domain/ids';
import { describe, expect, it } from 'vitest';
import { forgetMember } from './forget-member.ts';
import { planRound } from './plan-round.ts';
import { decodeSnapshot, encodeSnapshot, type Snapshot } from './snapshot.ts';

const FOLDER = new URL('../golden/', import.meta.url);
const goldens = readdirSync(FOLDER)
  .filter((name) => name.startsWith('round-'))
  .map(
    (name) => [name, JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')).snapshot as Snapshot] as const,
  );

const read = (text: string): Snapshot => {
  const decoded = decodeSnapshot(text);
  if (!decoded.ok) throw new Error(decoded.fault);
  return decoded.snapshot;
};

/** The golden rounds have no employers: everybody gets words, every third the same place, the others their own. */
const withWords = ({ input, settings }: Snapshot): string =>
  encodeSnapshot(
    {
      ...input,
      members: input.members.map(({ profile, status }, i) => ({
        status,
        profile: {
          ...profile,
          displayName: `Name-${i}`,
          about: `About-${i}`,
          country: 'NZ',
          employer: i % 3 === 0 ? 'Shared & Co.' : `Place-${i}`,
        },
      })),
      requests: input.requests.map((one, i) => ({ ...one, note: `Note-${i}` })),
    },
    { ...settings, rules: { ...settings.rules, refuseSameEmployer: true } },
  );

describe('a member forgotten in a snapshot', () => {
  it.each(goldens)('%s gives the same plan without anybody’s words', (_, golden) => {
    const text = withWords(golden);
    const before = read(text);
    const plan = planRound(before.input, before.settings);
    let forgotten = text;
    for (const { profile } of before.input.members) {
      forgotten = forgetMember(forgotten, profile.memberId) ?? '';
    }
    for (const word of ['Name-', 'About-', 'Note-', 'Place-', 'NZ']) expect(forgotten).not.toContain(word);
    const after = read(forgotten);
    expect(planRound(after.input, after.settings)).toEqual(plan);
  });

  it('takes words from one, and leaves everybody else byte for byte', () => {
    const text = withWords(goldens[0]![1]);
    const [gone, ...others] = read(text).input.members;
    const forgotten = read(forgetMember(text, gone!.profile.memberId)!);
    expect(forgotten.input.members.slice(1)).toEqual(others);
    expect(forgotten.input.members[0]?.profile).toMatchObject({
      memberId: gone?.profile.memberId,
      displayName: '',
      about: null,
      skills: gone?.profile.skills,
    });
  });

  it('is not asked of texts without the member, or that are none', () => {
    const text = withWords(goldens[0]![1]);
    expect(forgetMember(text, 'nobody' as MemberId)).toBe(text);
    expect(forgetMember('{', 'nobody' as MemberId)).toBe(null);
  });
});
