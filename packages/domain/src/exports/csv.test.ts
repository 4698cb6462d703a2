import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvLine, plainCell } from './csv.ts';

describe('csvLine', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-5', "'-5"],
    ['@sum', "'@sum"],
    ["'=x", "''=x"],
    ['O’Hara', 'O’Hara'],
    ["'tis", "'tis"],
  ])('%s cannot run', (cell, written) => {
    expect(csvLine([cell])).toBe(`${written}\r\n`);
  });

  test('tabs and returns at the beginning are escaped and quoted', () => {
    expect(csvLine(['\t=1', '\r=1'])).toBe('"\'\t=1","\'\r=1"\r\n');
  });

  test('quotes, separators and line ends', () => {
    expect(csvLine(['a "b"', 'c,d', 'e\nf', null, 3])).toBe('"a ""b""","c,d","e\nf",,3\r\n');
  });

  test('no cell begins as a formula, and each comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', 'a', '\t', '"') }), (cell) => {
        const written = csvLine([cell]).slice(0, -2);
        const inner = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written;
        expect(inner).not.toMatch(/^[=+\-@\t\r]/);
        expect(plainCell(inner)).toBe(cell);
      }),
    );
  });
});
