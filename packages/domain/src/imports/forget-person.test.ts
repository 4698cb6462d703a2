import { expect, test } from 'vitest';
import type { MemberId } from '../ids.ts';
import { rowsWithout } from './forget-person.ts';

const id = '01a20d6e-e055-738d-9425-a368ad863d18' as MemberId;
const person = { id, displayName: 'Zoë Marie Ott', email: 'zoe@example.org', sourceRef: 'spring:17' };
const rows = (...cells: string[][]) => cells.map((one, i) => ({ line: i + 2, cells: one }));
const linesLeft = (sheet: string[][], wanted = person) =>
  rowsWithout(rows(...sheet), 'spring', wanted).map(({ line }) => line);

test.each<[string, string[]]>([
  ['the address, however written', ['', 'Zoe <ZOE@example.org>']],
  ['their own id', [id.toUpperCase(), 'Zoë, as she was called then', 'old@example.org']],
  ['the id of this source', ['17', 'somebody']],
  ['the name without its accents', ['Zoe Marie  Ott', 'Chemist']],
  ['the name in two cells, in either column', ['Chemist', 'ott', 'Zoë Marie']],
])('a row with %s is about the person', (_, cells) => {
  expect(linesLeft([cells, ['Abel', 'abel@example.org']])).toEqual([3]);
});

test.each<[string, string[]]>([
  ['another address beside the name', ['Zoë Marie Ott', 'ott@example.com']],
  ['a longer name', ['Zoë Marie Otto', '']],
  ['half of the name', ['Zoë Marie', '']],
  ['another id', ['170', '']],
])('a row with %s is not', (_, cells) => {
  expect(linesLeft([cells])).toEqual([2]);
});

test('without an address, a namesake cannot be told apart', () => {
  expect(linesLeft([['Zoë Marie Ott', 'ott@example.com']], { ...person, email: null as never })).toEqual([]);
});
