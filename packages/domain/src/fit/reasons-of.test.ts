import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TermId } from '../ids.ts';
import { PROFILE_FIELDS, type ProfileField, type Visibility } from '../profiles/fields.ts';
import { LOCALES } from '../time.ts';
import { fitOf } from './fit-of.ts';
import { AUDIENCES, type Audience, type Reason } from './reason.ts';
import { reasonsOf } from './reasons-of.ts';
import {
  arbitraryPair,
  MENTEE,
  MENTOR,
  type PersonPair,
  sidesOf,
  TERMS,
  yardstickWith,
} from './testing/arbitrary-people.ts';
import { reasonInWords } from './words/words.ts';

const reasonsFor = (pair: PersonPair) => {
  const yardstick = yardstickWith();
  const [request, offer] = sidesOf(pair, yardstick);
  return reasonsOf(request, offer, fitOf(request, offer, yardstick));
};
const names = new Map(TERMS.map((term) => [term.id, term.name]));
const telling = (audience: Audience) => ({
  audience,
  mentee: MENTEE,
  mentor: MENTOR,
  term: (id: TermId) => names.get(id) ?? '?',
});
const everyField = (visibility: Visibility) =>
  Object.fromEntries(PROFILE_FIELDS.map((field) => [field, visibility])) as Record<ProfileField, Visibility>;
const open = (pair: PersonPair): PersonPair => ({
  ...pair,
  mentee: { ...pair.mentee, visibility: everyField('proposed') },
  mentor: { ...pair.mentor, visibility: everyField('proposed') },
});
const about = (reasons: readonly Reason[]) => JSON.stringify(reasons);

describe('reasonsOf', () => {
  it('always says something, to the two at most five things, in full sentences of both languages', () => {
    fc.assert(
      fc.property(arbitraryPair, (pair) => {
        const reasons = reasonsFor(pair);
        for (const audience of AUDIENCES) {
          expect(reasons[audience].length).toBeGreaterThanOrEqual(1);
          expect(reasons[audience].length).toBeLessThanOrEqual(audience === 'staff' ? 12 : 5);
          for (const locale of LOCALES) {
            for (const reason of reasons[audience]) {
              const sentence = reasonInWords(reason, telling(audience), locale);
              expect(sentence).toMatch(/^[\p{Lu}].*[.]$/u);
              expect(sentence).not.toMatch(/undefined|null|NaN|\?|%| {2}/);
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never calls its reader by name', () => {
    fc.assert(
      fc.property(arbitraryPair, fc.constantFrom(...LOCALES), (pair, locale) => {
        const reasons = reasonsFor(pair);
        for (const reason of reasons.mentee) {
          expect(reasonInWords(reason, telling('mentee'), locale)).not.toContain(MENTEE);
        }
        for (const reason of reasons.mentor) {
          expect(reasonInWords(reason, telling('mentor'), locale)).not.toContain(MENTOR);
        }
        expect(about([...reasons.mentee, ...reasons.mentor, ...reasons.staff])).not.toMatch(
          new RegExp(`${MENTEE}|${MENTOR}`),
        );
      }),
    );
  });

  it('tells neither side what the other keeps from people proposed', () => {
    const hiding = fc.constantFrom<Visibility[]>('self', 'agency', 'paired', 'group');
    fc.assert(
      fc.property(arbitraryPair, hiding, (pair, visibility) => {
        const hidden = {
          ...open(pair),
          mentor: { ...pair.mentor, visibility: everyField(visibility) },
        };
        // What the mentee reads must be the same, whatever the hidden profile says, save for which of the offer's
        // own and shown facts come first.
        const shown = new Set<string>([
          ...pair.offer.goals,
          ...pair.offer.skills,
          ...pair.offer.industries,
          ...pair.request.goals,
          ...pair.request.industries,
          ...pair.request.skills.map((skill) => skill.termId),
          ...(pair.request.towards.industryId ? [pair.request.towards.industryId] : []),
        ]);
        for (const reason of reasonsFor(hidden).mentee) {
          expect([
            'shared_goals',
            'near_goals',
            'skills',
            'rare_skill',
            'near_skill',
            'industries',
            'near_industry',
            'wished',
            'little_known',
            'little_in_common',
          ]).toContain(reason.code);
          for (const id of about([reason]).match(/(skill|industry|occupation|goal)-\d+/g) ?? []) {
            expect(shown.has(id)).toBe(true);
          }
          if (reason.code === 'industries') expect(reason.facts.years).toBeNull();
        }
      }),
      { numRuns: 300 },
    );
  });

  it('tells a mentor neither the wish nor what the mentee hides', () => {
    fc.assert(
      fc.property(arbitraryPair, (pair) => {
        const hidden = { ...open(pair), mentee: { ...pair.mentee, visibility: everyField('agency') } };
        for (const reason of reasonsFor(hidden).mentor) {
          expect(['style', 'shared_time', 'bridge', 'wished']).not.toContain(reason.code);
          if (reason.code === 'languages') {
            for (const language of reason.facts.languages) {
              expect(pair.request.languages).toContain(language);
            }
          }
        }
      }),
    );
  });

  it('speaks of a skill only where the mentor has it', () => {
    fc.assert(
      fc.property(arbitraryPair, (pair) => {
        const has = new Set<string>([...pair.offer.skills, ...pair.mentor.skills.map((s) => s.termId)]);
        for (const reason of reasonsFor(pair).staff) {
          if (reason.code === 'near_skill') expect(has.has(reason.facts.held)).toBe(true);
          if (reason.code === 'rare_skill') expect(has.has(reason.facts.skill)).toBe(true);
        }
      }),
    );
  });
});

describe('reasonInWords', () => {
  const say = (reason: Reason, audience: Audience, locale: (typeof LOCALES)[number]) =>
    reasonInWords(
      reason,
      {
        audience,
        mentee: 'Noor',
        mentor: 'Maria',
        term: (id) => ({ teacher: 'Teaching', ux: 'UX research' })[id as string] ?? id,
      },
      locale,
    );
  const move: Reason = {
    code: 'same_move',
    facts: { from: 'teacher' as TermId, to: 'ux' as TermId, year: 2019 },
  };

  it('tells a move from each point of view', () => {
    expect(say(move, 'mentee', 'en')).toBe(
      'Maria went from Teaching to UX research in 2019: the very move you have in mind.',
    );
    expect(say(move, 'mentor', 'en')).toBe(
      'You went from Teaching to UX research in 2019: the very move Noor has in mind.',
    );
    expect(say(move, 'staff', 'de')).toBe(
      'Maria ist 2019 von „Teaching“ zu „UX research“ gewechselt: genau der Schritt, den Noor vorhat.',
    );
  });

  it('tells hours as people do', () => {
    const time = (minutes: number): Reason => ({ code: 'shared_time', facts: { minutes } });
    expect(say(time(60), 'mentee', 'en')).toBe(
      'You two have about an hour free at the same time in a usual week.',
    );
    expect(say(time(150), 'staff', 'en')).toBe(
      'Noor and Maria have about 2½ hours free at the same time in a usual week.',
    );
    expect(say(time(45), 'mentor', 'de')).toBe(
      'Sie beide haben in einer üblichen Woche etwa eine halbe Stunde zur selben Zeit frei.',
    );
  });
});
