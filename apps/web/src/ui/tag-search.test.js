import { describe, expect, test } from 'vitest';
import { findOptions, sameWord } from './tag-search.ts';

const options = [
  { id: 'js', label: 'JavaScript', aliases: ['JS', 'ECMAScript'] },
  { id: 'java', label: 'Java' },
  { id: 'cafe', label: 'Café management' },
  { id: 'people', label: 'People management' },
];
const idsFor = (typed, chosen = []) => findOptions(options, chosen, typed).map((option) => option.id);
describe('findOptions', () => {
  test('offers everything before anything is typed', () => {
    expect(idsFor('')).toEqual(['js', 'java', 'cafe', 'people']);
  });
  test('finds by another spelling', () => {
    expect(idsFor('ecma')).toEqual(['js']);
  });
  test('ignores capitals and accents', () => {
    expect(idsFor('CAFE')).toEqual(['cafe']);
  });
  test('puts words that begin with it first', () => {
    expect(idsFor('p')).toEqual(['people', 'js']);
  });
  test('leaves out what is chosen', () => {
    expect(idsFor('java', [{ id: 'js' }, { id: null }])).toEqual(['java']);
  });
});
test('sameWord ignores capitals, accents and space around', () => {
  expect(sameWord(' Café', 'cafe')).toBe(true);
  expect(sameWord('Java', 'JavaScript')).toBe(false);
});
