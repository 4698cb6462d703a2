import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CareerWords, formatCareer, parseCareer } from './career.ts';

const step = (
  occupation: string | null,
  industry: string | null,
  employer: string | null,
  fromYear: number | null = null,
  toYear: number | null = null,
): CareerWords => ({ occupation, industry, employer, fromYear, toYear });

describe('formatCareer', () => {
  test('reads like a CV', () => {
    expect(
      formatCareer([
        step('Nurse', 'Health care', 'City Clinic', 2015, 2020),
        step('Head, nursing', null, 'Care at Home', 2020),
        step(null, 'Education', null, null, 2010),
        step(null, null, null),
      ]),
    ).toBe(
      'Nurse (Health care) at City Clinic, 2015–2020; "Head, nursing" at "Care at Home", since 2020; (Education), until 2010',
    );
  });

  const words = fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
      fc
        .array(
          fc.constantFrom(
            'a',
            'Nurse',
            ' ',
            ' at ',
            'since 2015',
            '2015',
            '–',
            '-',
            ',',
            ';',
            '(',
            ')',
            '"',
            '|',
            '\n',
            '\ue000',
            '0',
            '\ue001',
          ),
          { minLength: 1, maxLength: 6 },
        )
        .map((parts) => parts.join('')),
    )
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const year = fc.integer({ min: 1900, max: 2100 });
  const steps = fc.array(
    fc
      .record({
        occupation: fc.option(words),
        industry: fc.option(words),
        employer: fc.option(words),
        fromYear: fc.option(year),
        toYear: fc.option(year),
      })
      .filter((one) => Object.values(one).some((value) => value !== null))
      .filter(({ fromYear, toYear }) => fromYear === null || toYear === null || fromYear <= toYear),
    { maxLength: 5 },
  );

  test('what is written is read back, whatever the names are', () => {
    fc.assert(
      fc.property(steps, (career) => {
        expect(parseCareer(formatCareer(career))).toEqual({ ok: true, value: career });
      }),
      { numRuns: 1000 },
    );
  });
});

describe('parseCareer', () => {
  test.each([
    ['Nurse at City Clinic, 2015-2020', step('Nurse', null, 'City Clinic', 2015, 2020)],
    ['Nurse at City Clinic (2015–2020)', step('Nurse', null, 'City Clinic', 2015, 2020)],
    ['2015 - today: Nurse, City Clinic', step('Nurse', null, 'City Clinic', 2015)],
    ['Krankenpfleger bei Stadtklinik (seit 2015)', step('Krankenpfleger', null, 'Stadtklinik', 2015)],
    [
      'Nurse, Health care, City Clinic, 2015 to 2020',
      step('Nurse', 'Health care', 'City Clinic', 2015, 2020),
    ],
    ['Nurse, Health care, Care at Home, since 2020', step('Nurse', 'Health care', 'Care at Home', 2020)],
    ['Nurse, Health care at City Clinic', step('Nurse', 'Health care', 'City Clinic')],
    ['Nurse (Health care), City Clinic, bis 2020', step('Nurse', 'Health care', 'City Clinic', null, 2020)],
    ['Nurse 03/2015 – 05/2020', step('Nurse', null, null, 2015, 2020)],
    ['Nurse', step('Nurse', null, null)],
    ['2020', step(null, null, null, 2020, 2020)],
  ])('%s', (cell, read) => {
    expect(parseCareer(cell)).toEqual({ ok: true, value: [read] });
  });

  test('one step a line, with or without a bullet', () => {
    expect(parseCareer('• Nurse, 2015–2020\n- Team lead, since 2020')).toEqual({
      ok: true,
      value: [step('Nurse', null, null, 2015, 2020), step('Team lead', null, null, 2020)],
    });
  });

  test.each([
    ['Nurse, 2020–2015', 'years_backwards'],
    ['Nurse, 1066–1070', 'not_a_step'],
    ['a, b, c, d, e', 'not_a_step'],
    ['Nurse (Health care), City, Clinic', 'not_a_step'],
    [', ,', 'not_a_step'],
  ])('%s is told', (cell, code) => {
    expect(parseCareer(cell)).toMatchObject({ ok: false, code });
  });
});
