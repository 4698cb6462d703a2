import { afterEach, expect, test, vi } from 'vitest';
import { chooseLocale } from './choose-locale.ts';

function deviceHas(chosen: string | null) {
  vi.stubGlobal('localStorage', { getItem: () => chosen });
}
afterEach(() => void vi.unstubAllGlobals());

test('what was chosen on this device goes first', () => {
  deviceHas('de');
  expect(chooseLocale('en', ['en-US'])).toBe('de');
});

test('the member’s setting goes before the browser’s', () => {
  deviceHas(null);
  expect(chooseLocale('de-AT', ['en-US'])).toBe('de');
});

test('the first language of the browser that we have', () => {
  deviceHas(null);
  expect(chooseLocale(null, ['fr-FR', 'de-CH', 'en'])).toBe('de');
});

test('English when nothing fits, also without storage', () => {
  vi.stubGlobal('localStorage', {
    getItem() {
      throw new Error('forbidden');
    },
  });
  expect(chooseLocale('it', ['fr'])).toBe('en');
});
