import { describe, expect, test } from 'vitest';
import { countryInEnglish, countryNames, countryOf } from './countries.ts';
import { languageInEnglish, languageNames, languageOf } from './languages.ts';

test.each([
  ['United Kingdom', 'GB'],
  ['UK', 'GB'],
  ['england', 'GB'],
  ['Deutschland', 'DE'],
  ['Allemagne', 'DE'],
  ['España', 'ES'],
  ['Espana', 'ES'],
  ['de', 'DE'],
  ['Türkiye', 'TR'],
  ['Turkey', 'TR'],
  ['Czech Republic', 'CZ'],
  ['Holland', 'NL'],
  ['other', null],
  ['', null],
  ['__proto__', null],
])('countryOf %s', (text, code) => {
  expect(countryOf(text)).toBe(code);
});

describe('languageOf', () => {
  test.each([
    ['English', 'en'],
    ['en', 'en'],
    ['EN-us', 'en'],
    ['pt-BR', 'pt'],
    ['Português', 'pt'],
    ['Portugiesisch', 'pt'],
    ['Deutsch', 'de'],
    ['English (fluent)', 'en'],
    ['German C1', 'de'],
    ['French - native', 'fr'],
    ['Filipino', 'fil'],
    ['tl', 'fil'],
    ['Farsi', 'fa'],
    ['zh-Hant-TW', 'zh'],
    ['Ukranian', null],
    ['Klingon', null],
    ['constructor', null],
  ])('%s', (text, code) => {
    expect(languageOf(text)).toBe(code);
  });
});

test('a place or tongue written in English leads back to its code', () => {
  for (const code of new Set([...countryNames()].map(([, country]) => country))) {
    expect(countryOf(countryInEnglish(code))).toBe(code);
  }
  for (const code of [
    ...new Set([...languageNames()].map(([, language]) => language)),
    'gsw',
    'ckb',
    'sgn',
  ]) {
    expect(languageOf(languageInEnglish(code))).toBe(code);
  }
  expect([countryInEnglish('DE'), languageInEnglish('pt')]).toEqual(['Germany', 'Portuguese']);
});
