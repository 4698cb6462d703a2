import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCount, parseFlag, parseText } from './cells.ts';

const value = <T>(read: { ok: true; value: T } | { ok: false; code: string }) =>
  read.ok ? read.value : read.code;

describe('parseCount', () => {
  test.each([
    ['3', 3],
    ['3.0', 3],
    [' 3 mentees', 3],
    ['up to 4', 4],
    ['~2', 2],
    ['3+', 3],
    ['three', 3],
    ['Zwei', 2],
    ['none', 0],
    ['0', 0],
    ['', null],
    ['-', null],
    ['n/a', null],
    ['?', null],
    ['2-3', 'a_range'],
    ['2 or 3', 'a_range'],
    ['2 bis 3', 'a_range'],
    ['2.5', 'not_whole'],
    ['2,5', 'not_whole'],
    ['-1', 'not_a_number'],
    ['many', 'not_a_number'],
    ['99999', 'too_high'],
  ])('%s', (cell, expected) => {
    expect(value(parseCount(cell, 1000))).toBe(expected);
  });

  test('every whole number is itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (number) => {
        expect(value(parseCount(`${number}`, 1000))).toBe(number);
      }),
    );
  });
});

test.each([
  ['True', true],
  ['yes', true],
  ['x', true],
  ['Ja', true],
  ['1', true],
  ['False', false],
  ['nein', false],
  ['0', false],
  ['', null],
  ['perhaps', 'not_yes_or_no'],
])('parseFlag %s', (cell, expected) => {
  expect(value(parseFlag(cell))).toBe(expected);
});

test('too long a text is a problem and never cut', () => {
  expect(value(parseText('abc', 3))).toBe('abc');
  expect(value(parseText('abcd', 3))).toBe('too_long');
  expect(value(parseText('e\u0301', 3))).toBe('é');
});
