/**
 * All words of all screens. Every file `messages/<locale>/<noun>.json` is found by itself and becomes the namespace
 * `<noun>`: `useTranslations('pairings')` reads `messages/<locale>/pairings.json`. Nothing to register.
 */
const files = import.meta.glob<Catalog>('../messages/*/*.json', { eager: true, import: 'default' });

/** Words by key; keys may nest. Values are ICU messages. */
export interface Catalog {
  [key: string]: string | Catalog;
}

/** Locales we speak, in the order the language switch shows them. */
export const locales = ['en', 'de'] as const;
export type Locale = (typeof locales)[number];

export const messages: Record<Locale, Catalog> = { en: {}, de: {} };

for (const [path, catalog] of Object.entries(files)) {
  const [, locale, noun] = /\/messages\/([^/]+)\/([^/]+)\.json$/.exec(path) ?? [];
  if (noun && isLocale(locale)) messages[locale][noun] = catalog;
}

/** True when we have words in this locale. */
export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}
