import { isLocale, type Locale } from './messages.ts';

const STORED = 'trellis-locale';

/**
 * The language to speak: what was chosen on this device, else the member's setting, else the first of the browser's
 * languages that we have, else English. Tags are compared by their language ('de-AT' is 'de').
 */
export function chooseLocale(memberLocale: string | null, browserLocales: readonly string[]): Locale {
  const wanted = [readChosenLocale(), memberLocale, ...browserLocales];
  for (const tag of wanted) {
    const language = tag?.split('-')[0];
    if (isLocale(language)) return language;
  }
  return 'en';
}

/** The language chosen on this device, or null. */
export function readChosenLocale(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

/** Remembers the choice on this device; without storage it lasts until the page is closed. */
export function rememberChosenLocale(locale: Locale): void {
  try {
    localStorage.setItem(STORED, locale);
  } catch {
    // Private windows may forbid storage. The choice still holds for this page.
  }
}
