import { describe, expect, test } from 'vitest';
import type { MemberId, TermId } from '../ids.ts';
import { PROFILE_FIELDS, VISIBILITIES } from './fields.ts';
import type { Profile } from './profile.ts';
import { maySee, RELATIONS, visibleProfile } from './visible-profile.ts';

const full: Profile = {
  memberId: 'm' as MemberId,
  displayName: 'Maya',
  headline: 'headline!',
  about: 'about!',
  country: 'country!',
  employer: 'employer!',
  timeZone: 'Europe/Berlin' as Profile['timeZone'],
  skills: [{ termId: 'skills!' as TermId, level: 3 }],
  industries: [{ termId: 'industries!' as TermId, years: 2 }],
  career: [
    {
      id: 'c' as Profile['career'][number]['id'],
      occupationId: 'career!' as TermId,
      industryId: null,
      employer: 'employer!',
      fromYear: 2019,
      toYear: null,
    },
  ],
  languages: ['languages!'],
  style: { plan_or_explore: 4 },
  boundaries: 'boundaries!',
  hours: [{ weekday: 1, from: 600, to: 660 }],
  visibility: {},
};

/** Written by hand: who sees what, so that a slip in the table shows. */
const EXPECTED: Record<(typeof VISIBILITIES)[number], readonly string[]> = {
  self: ['self'],
  agency: ['self', 'staff'],
  paired: ['self', 'staff', 'paired'],
  proposed: ['self', 'staff', 'paired', 'proposed'],
  group: ['self', 'staff', 'paired', 'proposed', 'group'],
};

describe('every field × visibility × relation', () => {
  for (const field of PROFILE_FIELDS) {
    for (const visibility of VISIBILITIES) {
      test(`${field}, visible to ${visibility}`, () => {
        const profile = { ...full, visibility: { [field]: visibility } };
        for (const relation of RELATIONS) {
          const seen = EXPECTED[visibility].includes(relation);
          expect(maySee(profile, field, relation)).toBe(seen);
          const words = JSON.stringify({ ...visibleProfile(profile, relation), visibility: {} });
          if (!seen && field !== 'hours' && field !== 'style') expect(words).not.toContain(`${field}!`);
          if (!seen && field === 'hours') expect(words).not.toContain('660');
          if (!seen && field === 'style') expect(words).not.toContain('plan_or_explore');
        }
      });
    }
  }
});

test('a stranger sees the name', () => {
  expect(visibleProfile(full, 'none')).toMatchObject({ displayName: 'Maya', headline: null, skills: [] });
});
