import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PROFILE_FIELDS, STYLE_ITEMS, VISIBILITIES } from '../profiles/fields.ts';
import { formatStyle, parseStyle } from './style.ts';
import { formatVisibility, parseVisibility } from './visibility.ts';

const some = <K extends string, V>(keys: readonly K[], values: fc.Arbitrary<V>) =>
  fc
    .uniqueArray(fc.constantFrom(...keys))
    .chain((picked) => fc.tuple(...picked.map((key) => values.map((value): [K, V] => [key, value]))))
    .map((entries) => Object.fromEntries(entries) as Partial<Record<K, V>>);

test('a working style and who may see what are read back as they were written', () => {
  fc.assert(
    fc.property(some(STYLE_ITEMS, fc.integer({ min: 1, max: 5 })), (style) => {
      expect(parseStyle(formatStyle(style))).toEqual({ ok: true, value: style });
    }),
  );
  fc.assert(
    fc.property(some(PROFILE_FIELDS, fc.constantFrom(...VISIBILITIES)), (visibility) => {
      expect(parseVisibility(formatVisibility(visibility))).toEqual({ ok: true, value: visibility });
    }),
  );
});

test('as people write them', () => {
  const style = { plan_or_explore: 2, talk_or_write: 5 };
  for (const cell of [
    'plan or explore: 2; talk or write: 5',
    'Plan or explore = 2/5\nTalk/or/write 5',
    'Plan oder Erkunden (2), Reden oder schreiben: 5',
  ]) {
    expect(parseStyle(cell)).toEqual({ ok: true, value: style });
  }
  expect(parseVisibility('Employer: only themselves, skills=group')).toEqual({
    ok: true,
    value: { employer: 'self', skills: 'group' },
  });
});

test('what is none of the answers is told', () => {
  expect(parseStyle('plan or explore: 7')).toEqual({
    ok: false,
    code: 'not_a_style',
    piece: 'plan or explore: 7',
  });
  expect(parseStyle('calm')).toEqual({ ok: false, code: 'not_a_style', piece: 'calm' });
  expect(parseVisibility('skills: everybody')).toMatchObject({ ok: false, code: 'not_a_visibility' });
});
