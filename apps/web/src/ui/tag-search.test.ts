import { describe, expect, test } from 'vitest';
import { findOptions, sameWord, spellingFound } from './tag-search.ts';

const options = [
  { id: 'js', label: 'JavaScript', aliases: ['JS', 'ECMAScript'] },
  { id: 'java', label: 'Java' },
  { id: 'cafe', label: 'Café management' },
  { id: 'node', label: 'Node.js' },
  { id: 'people', label: 'People management', aliases: ['Leading people'] },
  { id: 'hr', label: 'Human resources', aliases: ['HR', 'Personnel'] },
  { id: 'hrm', label: 'HR manager' },
];
const idsFor = (typed: string, chosen: { id: string | null }[] = []) =>
  findOptions(options, chosen, typed).map((option) => option.id);

describe('findOptions', () => {
  test('offers everything before anything is typed', () => {
    expect(idsFor('')).toHaveLength(options.length);
    expect(findOptions(options, [], '', 2)).toHaveLength(2);
  });
  test('finds by another spelling', () => {
    expect(idsFor('ecma')).toEqual(['js']);
  });
  test('ignores capitals, accents, spaces and dots', () => {
    expect(idsFor('CAFE')).toEqual(['cafe']);
    expect(idsFor('node js')).toEqual(['node']);
    expect(idsFor('java script')).toEqual(['js']);
  });
  test('puts the word itself first, then what begins with it, then words in the middle', () => {
    expect(idsFor('js')).toEqual(['js', 'node']);
    expect(idsFor('hr')).toEqual(['hr', 'hrm']);
    expect(idsFor('p')).toEqual(['people', 'hr', 'js']);
    expect(idsFor('m')).toEqual(['cafe', 'people', 'hrm', 'js', 'hr']);
  });
  test('leaves out what is chosen', () => {
    expect(idsFor('java', [{ id: 'js' }, { id: null }])).toEqual(['java']);
  });
});

test('spellingFound names the spelling only where the label does not tell', () => {
  expect(spellingFound(options[5]!, 'hr')).toBe('HR');
  expect(spellingFound(options[5]!, 'perso')).toBe('Personnel');
  expect(spellingFound(options[5]!, 'human')).toBeNull();
  expect(spellingFound(options[5]!, '')).toBeNull();
  expect(spellingFound(options[1]!, 'x')).toBeNull();
});

test('sameWord ignores capitals, accents and space around', () => {
  expect(sameWord(' Café', 'cafe')).toBe(true);
  expect(sameWord('Java', 'JavaScript')).toBe(false);
});
