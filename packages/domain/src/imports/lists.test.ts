import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatList, parseList, SEPARATORS, separatorOf } from './lists.ts';

describe('parseList', () => {
  test.each([
    ['C#; C++; C', ['C#', 'C++', 'C']],
    ['a, b ,c', ['a', 'b', 'c']],
    ['a|b', ['a', 'b']],
    ['one\ntwo\r\nthree', ['one', 'two', 'three']],
    ['• first\n• second', ['first', 'second']],
    ['"a, b", c', ['a, b', 'c']],
    ['say ""no"", yes', ['say ""no""', 'yes']],
    ['17" screen, keyboard', ['17" screen', 'keyboard']],
    ['HCL (Terraform, OpenTofu), Rego', ['HCL (Terraform, OpenTofu)', 'Rego']],
    ['open ( bracket, next', ['open ( bracket', 'next']],
    ['Data, Data, ,', ['Data']],
    ['', []],
  ])('%s', (cell, values) => {
    expect(parseList(cell, null)).toEqual(values);
  });

  test('a comma parts nothing in a column of semicolons', () => {
    const column = ['Leading people, teams; Law', 'Sales, retail', 'a; b'];
    expect(separatorOf(column)).toBe(';');
    expect(parseList('Sales, retail', ';')).toEqual(['Sales, retail']);
  });

  test('a column whose cells disagree is read cell by cell', () => {
    expect(separatorOf(['a, b', 'c, d', 'e; f'])).toBe(',');
    expect(separatorOf(['plain', 'words'])).toBeNull();
  });

  const value = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const tricky = fc
    .array(fc.constantFrom('a', ' ', ';', ',', '|', '"', '“', '(', ')', '\n', '-', '•', '#'), {
      minLength: 1,
      maxLength: 8,
    })
    .map((signs) => signs.join('').trim())
    .filter((text) => text !== '');

  test('what formatList writes is read back, whatever the column is parted by', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.oneof(value, tricky), { maxLength: 6 }),
        fc.constantFrom(null, ';' as const),
        (values, separator) => {
          expect(parseList(formatList(values), separator)).toEqual(values);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('nothing a cell holds makes it fail, and no value is blank', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.nat(0x10ffff).map((code) => String.fromCodePoint(code)) }),
        fc.constantFrom(null, ...SEPARATORS),
        (cell, separator) => {
          for (const part of parseList(cell, separator)) expect(part.trim()).toBe(part);
        },
      ),
    );
  });
});
