import { describe, expect, test } from 'vitest';
import { nextSort, selectRange, sortRows } from './data-table-rows.ts';

const rows = [
  { name: 'Ömer', seats: 2 },
  { name: 'zoe', seats: null },
  { name: 'Ada', seats: 10 },
  { name: 'Otto', seats: 2 },
];
const columns = [
  { key: 'name', sortBy: (row) => row.name },
  { key: 'seats', sortBy: (row) => row.seats },
  { key: 'actions' },
];
const namesBy = (key, direction) => sortRows(rows, columns, { key, direction }, 'de').map((row) => row.name);
describe('sortRows', () => {
  test('compares text by the rules of the language', () => {
    expect(namesBy('name', 'ascending')).toEqual(['Ada', 'Ömer', 'Otto', 'zoe']);
  });
  test('puts blanks last in both directions and keeps equal rows in order', () => {
    expect(namesBy('seats', 'ascending')).toEqual(['Ömer', 'Otto', 'Ada', 'zoe']);
    expect(namesBy('seats', 'descending')).toEqual(['Ada', 'Ömer', 'Otto', 'zoe']);
  });
  test('leaves the order alone when it cannot sort', () => {
    expect(namesBy('actions', 'ascending')).toEqual(rows.map((row) => row.name));
  });
});
test('a second press turns the order round, another column starts anew', () => {
  const first = nextSort(null, 'name');
  expect(first).toEqual({ key: 'name', direction: 'ascending' });
  expect(nextSort(first, 'name').direction).toBe('descending');
  expect(nextSort(nextSort(first, 'name'), 'seats')).toEqual({ key: 'seats', direction: 'ascending' });
});
describe('selectRange', () => {
  const keys = ['a', 'b', 'c', 'd'];
  test('selects both ways', () => {
    expect([...selectRange(new Set(), keys, 'c', 'a', true)]).toEqual(['a', 'b', 'c']);
  });
  test('takes away and keeps what lies outside', () => {
    expect([...selectRange(new Set(keys), keys, 'b', 'c', false)]).toEqual(['a', 'd']);
  });
  test('a start that is gone selects only the end', () => {
    expect([...selectRange(new Set(), keys, 'gone', 'c', true)]).toEqual(['c']);
  });
});
