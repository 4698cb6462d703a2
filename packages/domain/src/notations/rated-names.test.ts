import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseList } from '../imports/lists.ts';
import { formatLevels, formatYears, parseLevel, parseYears, type RatedName } from './rated-names.ts';

const nobody = () => false;

const name = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    fc
      .array(
        fc.constantFrom(
          'a',
          'B',
          ' ',
          ';',
          ',',
          '(',
          ')',
          '3',
          '5 years',
          ':',
          '/5',
          '–',
          '"',
          '|',
          '[',
          ']',
        ),
        {
          minLength: 1,
          maxLength: 8,
        },
      )
      .map((signs) => signs.join('')),
  )
  .map((text) => text.normalize('NFC').trim())
  .filter((text) => text !== '');
const rated = (most: number) =>
  fc.uniqueArray(fc.record({ name, mark: fc.option(fc.integer({ min: most === 5 ? 1 : 0, max: most })) }), {
    maxLength: 6,
    selector: (one) => one.name,
  });

describe('levels', () => {
  test('a spreadsheet shows names with their level', () => {
    const skills = [
      { name: 'Payroll', mark: 3 },
      { name: 'Excel', mark: null },
      { name: 'HCL (Terraform)', mark: 4 },
      { name: 'Angular (2)', mark: null },
    ];
    expect(formatLevels(skills)).toBe('Payroll (3); Excel; "HCL (Terraform)" (4); "Angular (2)" (–)');
  });

  test.each([
    ['Payroll (3)', 'Payroll', 3],
    ['Payroll [3]', 'Payroll', 3],
    ['Payroll (level 3)', 'Payroll', 3],
    ['Payroll (Stufe 3)', 'Payroll', 3],
    ['Payroll (3/5)', 'Payroll', 3],
    ['Payroll: 3', 'Payroll', 3],
    ['Payroll - 3', 'Payroll', 3],
    ['Payroll 3/5', 'Payroll', 3],
    ['Payroll (confident)', 'Payroll', 4],
    ['Payroll (–)', 'Payroll', null],
    ['Payroll', 'Payroll', null],
    ['Web 3', 'Web 3', null],
    ['Windows (95)', 'Windows (95)', null],
    ['HCL (Terraform)', 'HCL (Terraform)', null],
  ])('%s', (value, said, mark) => {
    expect(parseLevel(value, nobody)).toEqual({ name: said, mark, odd: false });
  });

  test('a level that does not exist is told, where the name before it is known', () => {
    expect(parseLevel('Payroll (7)', (one) => one === 'Payroll')).toEqual({
      name: 'Payroll',
      mark: null,
      odd: true,
    });
  });

  test('a known name that ends like a level stays a name', () => {
    expect(parseLevel('Angular (2)', (one) => one === 'Angular (2)')).toEqual({
      name: 'Angular (2)',
      mark: null,
      odd: false,
    });
  });
});

describe('years', () => {
  test.each([
    ['Health care (5 years)', 'Health care', 5],
    ['Health care (1 year)', 'Health care', 1],
    ['Health care (5)', 'Health care', 5],
    ['Health care (5+ yrs)', 'Health care', 5],
    ['Pflege (5 Jahre)', 'Pflege', 5],
    ['Health care: 5 years', 'Health care', 5],
    ['Health care 12 years', 'Health care', 12],
    ['Health care', 'Health care', null],
  ])('%s', (value, said, mark) => {
    expect(parseYears(value, nobody)).toEqual({ name: said, mark, odd: false });
  });

  test('half years and ranges are not made up', () => {
    const known = (one: string) => one === 'Health care';
    for (const value of ['Health care (5-10 years)', 'Health care (2.5 years)', 'Health care (90)']) {
      expect(parseYears(value, known)).toEqual({ name: 'Health care', mark: null, odd: true });
    }
  });
});

test.each([
  ['levels', 5, formatLevels, parseLevel],
  ['years', 80, formatYears, parseYears],
] as const)('%s: what is written is read back, whatever the names are', (_, most, format, parse) => {
  const back = (cell: string, isName: (one: string) => boolean): readonly RatedName[] =>
    parseList(cell, null).map((value) => {
      const { name: said, mark } = parse(value, isName);
      return { name: said, mark };
    });
  fc.assert(
    fc.property(rated(most), (values) => {
      const names = new Set(values.map((one) => one.name));
      expect(back(format(values), nobody)).toEqual(values);
      expect(back(format(values), (one) => names.has(one))).toEqual(values);
    }),
    { numRuns: 700 },
  );
});
