import { expect, test } from 'vitest';
import { nearZone } from './near-zone.ts';

test.each([
  ['Europe/Berlin', 'Europe/Berlin', true],
  ['berlin', 'Europe/Berlin', true],
  ['europe / berlin', 'Europe/Berlin', true],
  ['New York', 'America/New_York', true],
  ['São Paulo', 'America/Sao_Paulo', true],
  ['Berlin, Germany', 'Europe/Berlin', false],
  ['Europe/Brlin', 'Europe/Berlin', false],
])('%s', (text, zone, sure) => {
  expect(nearZone(text)).toEqual({ zone, sure });
});

test('what is no place at all', () => {
  expect(nearZone('whenever')).toBeNull();
});
