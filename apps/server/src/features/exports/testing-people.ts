import { newId } from '@trellis/db/testing-factories';
import { normalizeHours } from '@trellis/domain/availability/stretches';
import type { TermId } from '@trellis/domain/ids';
import { PROFILE_FIELDS, SKILL_LEVELS, STYLE_ITEMS, VISIBILITIES } from '@trellis/domain/profiles/fields';
import type { TimeZone } from '@trellis/domain/time';
import fc from 'fast-check';

/** Names of terms that are hard to keep apart in a cell. */
export const AWKWARD_TERMS = [
  'Payroll',
  'Angular',
  'Angular (2)',
  'Sales, retail',
  'Leading people; teams',
  'say "yes"',
  'Head of sales at large',
  'C#',
  '-risk',
  'since 2015',
  'none',
  'HCL (Terraform, OpenTofu)',
  'Level: 3',
  'Education (5 years)',
  'a | b',
] as const;

const line = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc
      .array(
        fc.constantFrom(
          '=1+1',
          "'",
          '@',
          '+',
          '-',
          ' ',
          'word',
          '"',
          ',',
          ';',
          '\t',
          '|',
          '–',
          '(x)',
          'at',
          '2015',
        ),
        {
          minLength: 1,
          maxLength: 8,
        },
      )
      .map((parts) => parts.join('')),
  )
  .map((text) => text.normalize('NFC').trim());
const words = line.filter((text) => text !== '');
const paragraphs = fc
  .array(fc.oneof(line, fc.constantFrom('\n', '\r\n', '\v', 'n/a')), { maxLength: 8 })
  .map((parts) => parts.join('').trim());
const blankable = (text: fc.Arbitrary<string>) =>
  fc.option(text).map((value) => (value === '' ? null : value));

const someOf = <K extends string, V>(keys: readonly K[], value: fc.Arbitrary<V>) =>
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...keys), value), { selector: ([key]) => key })
    .map((entries) => Object.fromEntries(entries) as Partial<Record<K, V>>);

const hours = fc
  .array(
    fc
      .record({
        weekday: fc.integer({ min: 1, max: 7 }),
        from: fc.integer({ min: 0, max: 1439 }),
        to: fc.integer({ min: 0, max: 1440 }),
      })
      .filter(({ from, to }) => from !== to),
    { maxLength: 5 },
  )
  .map(normalizeHours);

const years = fc
  .tuple(fc.option(fc.integer({ min: 1950, max: 2026 })), fc.option(fc.integer({ min: 1950, max: 2026 })))
  .map(([one, other]) =>
    one !== null && other !== null
      ? { fromYear: Math.min(one, other), toYear: Math.max(one, other) }
      : { fromYear: one, toYear: other },
  );

/** A member with a whole profile of these terms, whatever may stand in one. */
export const anyPerson = (terms: Record<'skill' | 'industry' | 'occupation', readonly TermId[]>) => {
  const term = (kind: keyof typeof terms) => fc.constantFrom(...terms[kind]);
  const unique = { maxLength: 6, selector: ({ termId }: { readonly termId: TermId }) => termId };
  return fc.record({
    member: fc.record({
      // Nobody is called by signs alone: a sheet would take them for a blank.
      displayName: words.filter((name) => /[\p{L}\p{N}]/u.test(name)),
      status: fc.constantFrom('active' as const, 'paused' as const, 'withdrawn' as const),
      roles: fc.uniqueArray(fc.constantFrom('mentee' as const, 'mentor' as const, 'consultant' as const)),
      headline: blankable(words),
      employer: blankable(words),
      about: blankable(paragraphs),
      boundaries: blankable(paragraphs),
      country: fc.option(fc.constantFrom('DE', 'US', 'XK', 'CI', 'BO')),
      timeZone: fc.option(fc.constantFrom('Europe/Berlin' as TimeZone, 'Asia/Kolkata' as TimeZone)),
    }),
    parts: fc.record({
      skills: fc.uniqueArray(
        fc.record({ termId: term('skill'), level: fc.option(fc.constantFrom(...SKILL_LEVELS)) }),
        unique,
      ),
      industries: fc.uniqueArray(
        fc.record({ termId: term('industry'), years: fc.option(fc.integer({ min: 0, max: 80 })) }),
        unique,
      ),
      career: fc.array(
        fc
          .record({
            occupationId: fc.option(term('occupation')),
            industryId: fc.option(term('industry')),
            employer: blankable(words),
            years,
          })
          .map(({ years: between, ...step }) => ({ id: newId.careerStep(), ...step, ...between })),
        { maxLength: 4 },
      ),
      languages: fc.uniqueArray(fc.constantFrom('de', 'en', 'pt', 'zh', 'yue', 'gsw', 'nb', 'no')),
      style: someOf(STYLE_ITEMS, fc.integer({ min: 1, max: 5 })),
      hours,
      visibility: someOf(PROFILE_FIELDS, fc.constantFrom(...VISIBILITIES)),
    }),
  });
};
