import { countrySpellings } from '@trellis/domain/imports/countries';
import { useMemo } from 'react';
import { useLocale } from 'use-intl';
import type { TagOption } from '../../ui/tag-picker.tsx';

/** Every country by its name in the language in use, found by its other names and its code too. */
export function useCountries(): TagOption[] {
  const locale = useLocale();
  return useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'region' });
    const aliases = new Map<string, string[]>();
    for (const [name, code] of countrySpellings())
      aliases.set(code, [...(aliases.get(code) ?? [code]), name]);
    return [...aliases]
      .map(([id, known]) => ({ id, label: names.of(id) ?? id, aliases: known }))
      .sort((a, b) => a.label.localeCompare(b.label, locale));
  }, [locale]);
}
