import type { Locale } from '../time.ts';

/** What stands in place of the name of a member who was erased, in the agency's language. */
export const ERASED_NAME: Readonly<Record<Locale, string>> = {
  en: 'Erased member',
  de: 'Gelöschtes Mitglied',
};
