import type { Locale } from './messages.ts';

/** The languages as the language switch shows them: each in its own words. */
export const localeOptions: readonly { value: Locale; label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
];
